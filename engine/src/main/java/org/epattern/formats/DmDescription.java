// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.epattern.scan.Calibration;
import org.epattern.scan.ScanProperty;

/** Says in physical sizes and in words what the tags of a DigitalMicrograph image tell. */
final class DmDescription {

    private static final String MICROSCOPE = "Microscope Info";
    private static final double UNEQUAL = 0.01;

    private final DmImage m_image;
    private final DmGroup m_tags;

    DmDescription(final DmImage image) {
        m_image = image;
        // images that were computed from another one carry its tags here
        final DmGroup source = image.tags().group("source", "Tags at creation");
        m_tags = image.tags().group(MICROSCOPE).isEmpty() ? source : image.tags();
    }

    Calibration calibration() {
        final OptionalDouble voltage = m_tags.number(MICROSCOPE, "Voltage");
        final OptionalDouble energy = voltage.isPresent() && voltage.getAsDouble() > 0
            ? OptionalDouble.of(voltage.getAsDouble() / 1000) : OptionalDouble.empty();
        final DmImage.Axis pixel = m_image.axes().get(m_image.patternAxis());
        final OptionalDouble step = m_image.scanAxis() < 0 ? OptionalDouble.empty()
            : PhysicalUnits.nm(m_image.axes().get(m_image.scanAxis()).scale(),
                m_image.axes().get(m_image.scanAxis()).unit());
        return new Calibration(step, PhysicalUnits.perNm(pixel.scale(), pixel.unit(), energy), energy);
    }

    List<ScanProperty> properties() {
        final List<ScanProperty> list = new ArrayList<>();
        list.add(new ScanProperty("format", "DigitalMicrograph " + m_image.version(), ""));
        addText(list, "name", m_image.name());
        if (m_image.axes().size() > 2) {
            list.add(new ScanProperty("order in the file", m_image.isScanFirst()
                ? "scan points next to each other (slow to read)" : "pattern after pattern", ""));
        }
        for (int i = 0; i < m_image.axes().size(); i++) {
            final DmImage.Axis axis = m_image.axes().get(i);
            list.add(new ScanProperty("axis " + (i + 1),
                axis.size() + " points, distance " + axis.scale(), axis.unit()));
        }
        final DmImage.Axis x = m_image.axes().get(m_image.patternAxis());
        final DmImage.Axis y = m_image.axes().get(m_image.patternAxis() + 1);
        if (!x.unit().equals(y.unit()) || Math.abs(x.scale() - y.scale()) > UNEQUAL * Math.abs(x.scale())) {
            list.add(new ScanProperty("warning", "the pixels of a pattern are not square; the size along x is used",
                ""));
        }
        if (m_image.others() > 0) {
            list.add(new ScanProperty("other images in the file", Integer.toString(m_image.others()), ""));
        }
        addText(list, "microscope", m_tags.text(MICROSCOPE, "Name"));
        addText(list, "operation mode", m_tags.text(MICROSCOPE, "Operation Mode"));
        addText(list, "illumination mode", m_tags.text(MICROSCOPE, "Illumination Mode"));
        addNumber(list, "camera length", m_tags.number(MICROSCOPE, "STEM Camera Length"), "mm");
        addNumber(list, "magnification", m_tags.number(MICROSCOPE, "Indicated Magnification"), "");
        addNumber(list, "exposure", m_tags.number("Acquisition", "Parameters", "High Level", "Exposure (s)"), "s");
        addText(list, "camera", m_tags.text("Acquisition", "Device", "Name"));
        addText(list, "acquired", (m_tags.text("DataBar", "Acquisition Date") + " "
            + m_tags.text("DataBar", "Acquisition Time")).strip());
        return list;
    }

    private static void addText(final List<ScanProperty> list, final String name, final String text) {
        if (!text.isEmpty()) {
            list.add(new ScanProperty(name, text, ""));
        }
    }

    private static void addNumber(final List<ScanProperty> list, final String name, final OptionalDouble number,
        final String unit) {
        if (number.isPresent() && number.getAsDouble() != 0) {
            list.add(new ScanProperty(name, Double.toString(number.getAsDouble()), unit));
        }
    }
}
