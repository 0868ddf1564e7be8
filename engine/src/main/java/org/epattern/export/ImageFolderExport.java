// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.formats.PendingFolder;
import org.epattern.formats.ScanSidecar;
import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;

/**
 * Folder of numbered images, one per pattern, named {@code YYYY-XXXX} from 1 as the authors' macros do
 * (EPATTERN-REFERENCE sections 1 and 12). The name of the folder ends with {@code (0-Ymax,0-Xmax)}, by which the macros
 * and Load 4D-STEM know the size of the scan; calibration and sizes stand in a small text, {@link ScanSidecar}.
 */
final class ImageFolderExport implements ExportFormat {

    private static final Pattern SIZE = Pattern.compile("\\(0-(\\d{1,9}),0-(\\d{1,9})\\)");

    private final String m_name;
    private final String m_description;
    private final String m_ending;
    private final Set<SampleType> m_types;
    private final Coder m_coder;

    /** Makes the bytes of an image file. */
    @FunctionalInterface
    interface Coder {
        /**
         * @param samples grey levels, little-endian, row by row
         * @param geometry size and sample type of a pattern
         * @param calibration physical sizes
         * @return the file
         */
        byte[] encode(byte[] samples, ScanGeometry geometry, Calibration calibration);
    }

    ImageFolderExport(final String name, final String description, final String ending, final Set<SampleType> types,
        final Coder coder) {
        m_name = name;
        m_description = description;
        m_ending = ending;
        m_types = Set.copyOf(types);
        m_coder = coder;
    }

    @Override
    public String name() {
        return m_name;
    }

    @Override
    public String description() {
        return m_description;
    }

    @Override
    public Set<SampleType> sampleTypes() {
        return m_types;
    }

    @Override
    public Path complete(final Path target, final ScanGeometry geometry) throws IOException {
        final String size = "(0-" + (geometry.scanHeight() - 1) + ",0-" + (geometry.scanWidth() - 1) + ")";
        final String name = target.getFileName().toString();
        final Matcher matcher = SIZE.matcher(name);
        String found = null;
        while (matcher.find()) {
            found = matcher.group();
        }
        if (found == null) {
            return target.resolveSibling(name + "_" + size);
        }
        if (!found.equals(size)) {
            throw new IOException(target + ": the name says a scan of " + found + ", but this scan is " + size
                + "; leave it away, or state the right one");
        }
        return target;
    }

    @Override
    public PatternOutput begin(final Path target, final ScanGeometry geometry, final Calibration calibration,
        final boolean replace) throws IOException {
        final Predicate<String> ours =
            Pattern.compile("\\d{4,}-\\d{4,}\\" + m_ending + "|scan\\.txt").asMatchPredicate();
        return new Output(target, geometry, calibration, new PendingFolder(target, replace, ours));
    }

    private final class Output implements PatternOutput {

        private final ScanGeometry m_geometry;
        private final Calibration m_calibration;
        private final PendingFolder m_folder;
        private final PatternCount m_count;
        private long m_bytes;

        Output(final Path target, final ScanGeometry geometry, final Calibration calibration,
            final PendingFolder folder) {
            m_geometry = geometry;
            m_calibration = calibration;
            m_folder = folder;
            m_count = new PatternCount(target, geometry);
        }

        @Override
        public byte[] pack(final byte[] samples) {
            return m_coder.encode(samples, m_geometry, m_calibration);
        }

        @Override
        public void write(final byte[] packed) throws IOException {
            final long index = m_count.next();
            m_folder.write(String.format(Locale.ROOT, "%04d-%04d%s", m_geometry.scanY(index) + 1,
                m_geometry.scanX(index) + 1, m_ending), packed);
            m_bytes += packed.length;
        }

        @Override
        public long publish() throws IOException {
            m_count.checkComplete();
            final byte[] text = new ScanSidecar(m_geometry, m_calibration).bytes();
            m_folder.write(ScanSidecar.inFolder(Path.of("")).toString(), text);
            m_folder.publish();
            return m_bytes + text.length;
        }

        @Override
        public void close() throws IOException {
            m_folder.close();
        }
    }
}
