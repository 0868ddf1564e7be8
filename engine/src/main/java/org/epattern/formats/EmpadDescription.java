// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.epattern.scan.Calibration;
import org.epattern.scan.ScanProperty;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What the XML file of an EMPAD scan tells; every text is as it stands there, null where it is missing. Names of
 * elements and their units are those that RosettaSciIO reads, checked on a real file: the field of view in m, the pixel
 * ({@code calibrated_pixelsize}) in 1/nm times 1e-9, the voltage in V.
 *
 * @param rawFile name of the raw file
 * @param scanWidth scan positions in a line
 * @param scanHeight number of lines
 * @param seriesCount number of frames of a series without a scan
 * @param fieldOfView side of the scanned field (m), x then y in brackets
 * @param pixel size of a pattern pixel
 * @param voltage beam energy
 * @param cameraLength camera length (m)
 * @param exposure exposure time (ms)
 * @param time when it was taken
 */
record EmpadDescription(String rawFile, String scanWidth, String scanHeight, String seriesCount, String fieldOfView,
    String pixel, String voltage, String cameraLength, String exposure, String time) {

    private static final Pattern FIRST_NUMBER = Pattern.compile("[-+]?[0-9.]+(?:[eE][-+]?[0-9]{1,3})?");
    private static final double NM_PER_M = 1e9;

    static EmpadDescription read(final Path path) throws IOException {
        final Document document = parse(path, SmallText.read(path));
        final Element raw = first(document, "raw_file");
        if (raw == null) {
            throw new IOException(path + ": found no element raw_file, expected the description of an EMPAD scan");
        }
        final Element time = first(document, "timestamp");
        return new EmpadDescription(raw.getAttribute("filename"), text(document, "pix_x"), text(document, "pix_y"),
            text(document, "series_count"), text(document, "optics.get_full_scan_field_of_view"),
            text(document, "calibrated_pixelsize"), text(document, "source.get_voltage"),
            text(document, "optics.get_cameralength"), text(document, "exposure_time"),
            time == null ? null : time.getAttribute("isoformat"));
    }

    private static Document parse(final Path path, final String text) throws IOException {
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // a description needs no entities, and without them no other file is ever read
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser of Java lacks a feature", e);
        } catch (SAXException e) {
            throw new IOException(path + ": damaged XML, " + e.getMessage().replaceAll("\\s+", " "), e);
        }
    }

    /** Hands every error on instead of printing it. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(final SAXParseException e) {
            // a warning does not change what is read
        }

        @Override
        public void error(final SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(final SAXParseException e) throws SAXParseException {
            throw e;
        }
    }

    private static Element first(final Document document, final String name) {
        final NodeList found = document.getElementsByTagName(name);
        return found.getLength() == 0 ? null : (Element)found.item(0);
    }

    private static String text(final Document document, final String name) {
        final Element element = first(document, name);
        return element == null ? null : element.getTextContent().strip();
    }

    private static OptionalDouble number(final String text) {
        final Matcher matcher = FIRST_NUMBER.matcher(text == null ? "" : text);
        if (matcher.find()) {
            try {
                final double value = Double.parseDouble(matcher.group());
                return value > 0 && value < Double.POSITIVE_INFINITY ? OptionalDouble.of(value)
                    : OptionalDouble.empty();
            } catch (NumberFormatException e) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble scaled(final OptionalDouble value, final double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }

    /**
     * @param positions scan positions across the field of view
     * @return physical sizes as far as the file tells
     */
    Calibration calibration(final int positions) {
        return new Calibration(scaled(number(fieldOfView), NM_PER_M / positions), scaled(number(pixel), NM_PER_M),
            scaled(number(voltage), 1e-3));
    }

    List<ScanProperty> properties() {
        final List<ScanProperty> list = new ArrayList<>();
        add(list, "acquired", time, "");
        add(list, "exposure", exposure, "ms");
        add(list, "camera length", cameraLength, "m");
        return list;
    }

    private static void add(final List<ScanProperty> list, final String name, final String value,
        final String unit) {
        if (value != null && !value.isEmpty()) {
            list.add(new ScanProperty(name, value, unit));
        }
    }
}
