// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.epattern.scan.Scan;

/** All formats that can be read. */
public final class ScanFormats {

    private static final ScanFormat RAW = new RawFormat();
    private static final List<ScanFormat> ALL = List.of(new BlockFileFormat(), //
        new DmFormat(), new TiffFormat(), new TvipsFormat(), new SeqFormat(), new SerFormat(), //
        new NumberedImagesFormat(), //
        new Hdf5Format(), //
        new MerlinFormat(), new EmpadFormat(), new MrcFormat(), //
        RAW);

    private ScanFormats() {
    }

    /** @return the formats in the order in which they are asked whether a file is theirs */
    public static List<ScanFormat> all() {
        return ALL;
    }

    /**
     * @param name name of a format
     * @return the format
     * @throws IllegalArgumentException if there is none of that name; the sentence lists the names
     */
    public static ScanFormat byName(final String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no format \"" + name + "\"; expected \""
                + OpenOptions.AUTO_FORMAT + "\" or one of "
                + ALL.stream().map(ScanFormat::name).collect(Collectors.joining(", "))));
    }

    /**
     * Opens a scan. With {@link OpenOptions#AUTO_FORMAT} each format is asked whether the file is its own; a file that
     * none knows is read as raw binary if a layout is stated.
     *
     * @param path a file, or a folder of images
     * @param options what the user says about it
     * @return the scan; close it to close the file
     * @throws IOException one sentence: which file, what was found, what was expected
     */
    public static Scan open(final Path path, final OpenOptions options) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException(path + ": there is no such file or folder");
        }
        return format(path, options).open(path, options);
    }

    private static ScanFormat format(final Path path, final OpenOptions options) throws IOException {
        if (!OpenOptions.AUTO_FORMAT.equals(options.format())) {
            return byName(options.format());
        }
        for (final ScanFormat format : ALL) {
            if (format.recognises(path)) {
                return format;
            }
        }
        if (options.raw() != null) {
            return RAW;
        }
        if (Files.isRegularFile(path) && Files.size(path) == 0) {
            throw new IOException(path + ": the file is empty");
        }
        throw new IOException(path + (Files.isDirectory(path) ? ": the folder holds no patterns"
            : ": the file is of no format") + " that can be read here, expected "
            + ALL.stream().map(ScanFormat::description).collect(Collectors.joining("; or ")));
    }
}
