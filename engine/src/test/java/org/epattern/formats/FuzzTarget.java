// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.epattern.scan.PatternReader;
import org.epattern.scan.Scan;

/**
 * What the fuzzer runs: any bytes, opened as a file of one format, are a scan whose first and last patterns can be
 * read or are refused with one sentence. The format is the system property {@value #FORMAT}. Started by
 * {@code mvn -Pfuzz -pl engine -Dfuzz.format=mib test-compile exec:exec}; without the fuzzer, {@link FuzzCorpusTest}
 * runs what it found.
 */
public final class FuzzTarget {

    static final String FORMAT = "epattern.fuzz.format";

    /** Formats that open a single file, and a name by which they open it. */
    static final Map<String, String> NAMES = Map.of("blo", "a.blo", "dm", "a.dm4", "tif", "a.tif", "tvips",
        "a_000.tvips", "seq", "a.seq", "ser", "a.ser", "hdf5", "a.h5", "mib", "a.mib", "empad", "a.xml", "mrc",
        "a.mrc");

    private static final int LARGEST_PATTERN = 1 << 22;
    private static final int EMPAD_FRAMES = 6;

    private final Path m_folder;
    private final String m_format;

    /**
     * @param folder an empty folder for the file
     * @param format name of the format
     * @throws IOException if the folder cannot be written
     */
    FuzzTarget(final Path folder, final String format) throws IOException {
        m_folder = folder;
        m_format = format;
        if ("empad".equals(format)) {
            // the bytes are those of the description; the frames that it names are always there
            Files.write(folder.resolve("frames.raw"), new byte[EMPAD_FRAMES * EmpadFormat.FRAME]);
        }
    }

    /**
     * Opens bytes as a file and reads its first and last pattern.
     *
     * @return the sentence of the refusal, or null if it is a scan
     * @throws IOException if the file cannot be written
     * @throws IllegalStateException if a refusal is no sentence
     */
    String run(final byte[] bytes) throws IOException {
        final Path file = Files.write(m_folder.resolve(NAMES.get(m_format)), bytes);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO.withFormat(m_format))) {
            // reading zeros where nothing was written is allowed, but no use of the fuzzer's time
            if (scan.geometry().patternBytes() <= LARGEST_PATTERN) {
                final byte[] samples = new byte[scan.geometry().patternBytes()];
                try (PatternReader reader = scan.openReader()) {
                    reader.readSamples(0, samples);
                    reader.readSamples(scan.geometry().patternCount() - 1, samples);
                }
            }
            return null;
        } catch (IOException e) {
            final String message = e.getMessage();
            if (message == null || !message.startsWith(m_folder.toString()) || message.contains("\n")) {
                throw new IllegalStateException("not one sentence that names the file: " + message, e);
            }
            return message;
        }
    }

    /** Entry of the fuzzer. */
    public static void fuzzerTestOneInput(final byte[] bytes) throws IOException {
        Holder.TARGET.run(bytes);
    }

    /** Made once, when the fuzzer starts. */
    private static final class Holder {

        static final FuzzTarget TARGET = make();

        private static FuzzTarget make() {
            try {
                return new FuzzTarget(Files.createTempDirectory("epattern-fuzz"), System.getProperty(FORMAT, "blo"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
