// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

import org.epattern.scan.SampleType;

/** All formats that patterns can be written in. */
public final class ExportFormats {

    private static final List<ExportFormat> ALL = List.of(new BlockExport(), new TiffExport(),
        new ImageFolderExport("tif-folder", "Folder of numbered TIFF images", ".tif", TiffExport.TYPES,
            TiffExport::single),
        new ImageFolderExport("bmp-folder", "Folder of numbered BMP images (8 bit), as the ePattern macros read them",
            ".bmp", EnumSet.of(SampleType.UINT8), new BitmapCoder()),
        new HyperSpyExport(), new RawExport());

    private ExportFormats() {
    }

    /** @return the formats */
    public static List<ExportFormat> all() {
        return ALL;
    }

    /**
     * @param name name of a format
     * @return the format
     * @throws IllegalArgumentException if there is none of that name; the sentence lists the names
     */
    public static ExportFormat byName(final String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no format \"" + name + "\" to write; expected "
                + ALL.stream().map(ExportFormat::name).collect(Collectors.joining(", "))));
    }
}
