// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.epattern.scan.ScanGeometry;

/**
 * Dark and gain image of a Direct Electron camera, which lie beside a sequence as {@code name.seq.dark.mrc} and
 * {@code name.seq.gain.mrc}: pattern = (measured - dark) x gain, in floating point, as LiberTEM and RosettaSciIO apply
 * them. Either may be missing.
 *
 * @param dark grey levels, null where there is none
 * @param gain factors, null where there are none
 */
record SeqCorrection(float[] dark, float[] gain) {

    /**
     * @param sequence the sequence
     * @param raw geometry of its patterns as they were measured
     * @return what lies beside it, or null where nothing does
     * @throws IOException one sentence if an image is damaged or of another size than the patterns
     */
    static SeqCorrection beside(final Path sequence, final ScanGeometry raw) throws IOException {
        final float[] dark = read(sequence, ".dark.mrc", raw);
        final float[] gain = read(sequence, ".gain.mrc", raw);
        return dark == null && gain == null ? null : new SeqCorrection(dark, gain);
    }

    private static float[] read(final Path sequence, final String ending, final ScanGeometry raw) throws IOException {
        final String name = sequence.getFileName().toString();
        final Path path = sequence.resolveSibling(name.replaceFirst("(?i)\\.seq\\.seq$", ".seq") + ending);
        if (!Files.isRegularFile(path)) {
            return null;
        }
        try (ScanFile file = new ScanFile(path)) {
            // of several images the first one counts; their number is wrong in real files
            final MrcHeader header = MrcHeader.read(file);
            if (header.width() != raw.patternWidth() || header.height() != raw.patternHeight()
                || !header.mode().isPlain()) {
                throw new IOException(path + ": the image is " + header.width() + " x " + header.height() + " px ("
                    + header.mode().text() + "), but the patterns of " + name + " are " + raw.patternWidth() + " x "
                    + raw.patternHeight() + " px; remove it to read the patterns without it");
            }
            final SampleType type = header.mode().type();
            final byte[] samples = new byte[raw.pixelCount() * type.bytes()];
            file.read(header.dataStart(), samples, 0, samples.length, "the image");
            ByteOrders.toLittleEndian(samples, samples.length, type.bytes(), header.order());
            final float[] pixels = new float[raw.pixelCount()];
            Samples.decode(samples, type, pixels);
            return pixels;
        }
    }

    /** Corrects a pattern in place. */
    void apply(final float[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            final float bare = dark == null ? pixels[i] : pixels[i] - dark[i];
            pixels[i] = gain == null ? bare : bare * gain[i];
        }
    }
}
