// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the {@code .emi} file beside a series of TIA says about the microscope, in pieces of XML between other bytes:
 * the n-th piece belongs to {@code name_n.ser}.
 *
 * @param text the piece, empty where there is none
 */
record EmiText(String text) {

    private static final int LONGEST = 1 << 22;
    private static final Pattern SERIES = Pattern.compile("(.*)_(\\d{1,3})\\.ser", Pattern.CASE_INSENSITIVE);
    private static final Pattern VOLTAGE = Pattern.compile("<AcceleratingVoltage>([0-9.eE+]{1,20})</");

    static EmiText beside(final Path series) throws IOException {
        final Matcher name = SERIES.matcher(series.getFileName().toString());
        if (!name.matches()) {
            return new EmiText("");
        }
        final Path path = series.resolveSibling(name.group(1) + ".emi");
        if (!Files.isRegularFile(path)) {
            return new EmiText("");
        }
        final String all = SmallText.start(path, LONGEST);
        int start = -1;
        for (int i = 0; i < Integer.parseInt(name.group(2)); i++) {
            start = all.indexOf("<ObjectInfo>", start + 1);
            if (start < 0) {
                return new EmiText("");
            }
        }
        final int end = all.indexOf("</ObjectInfo>", start);
        return new EmiText(end < 0 ? "" : all.substring(start, end));
    }

    OptionalDouble beamEnergyKeV() {
        final Matcher voltage = VOLTAGE.matcher(text);
        if (voltage.find()) {
            try {
                final double volts = Double.parseDouble(voltage.group(1));
                return volts > 0 && Double.isFinite(volts) ? OptionalDouble.of(volts / 1000) : OptionalDouble.empty();
            } catch (NumberFormatException e) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    /** @return value and unit under a label, empty where there is none */
    String value(final String label) {
        if (text.isEmpty()) {
            return "";
        }
        final Matcher data = Pattern.compile("<Label>" + Pattern.quote(label)
            + "</Label><Value>([^<]{0,200})</Value><Unit>([^<]{0,20})</Unit>").matcher(text);
        return data.find() ? (data.group(1).strip() + " " + data.group(2)).strip() : "";
    }

    /** @return whether the microscope was in a diffraction mode, or a camera recorded while the beam scanned */
    boolean isDiffraction() {
        final String mode = value("Mode");
        return mode.contains("Diffraction") || mode.contains("STEM") && text.contains("<CameraNamePath>");
    }
}
