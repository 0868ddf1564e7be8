// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The files of the bundle, as they lie in the repository. */
public final class PluginFiles {

    private PluginFiles() {
    }

    /** @return the folder of the bundle, found from the working directory upwards */
    public static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            for (final Path candidate : List.of(folder, folder.resolve("plugin"))) {
                if (Files.exists(candidate.resolve("plugin.xml"))
                    && Files.exists(candidate.resolve("src/main/java/org/epattern/knime"))) {
                    return candidate;
                }
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("The folder of the bundle was not found above the working directory");
    }

    /** @return the folder with real files of other people; may not exist */
    public static Path sharedData() {
        return folder().resolve("../../shared/data").normalize();
    }

    /** @return all Java files of the bundle */
    public static List<Path> sources() throws IOException {
        try (var files = Files.walk(folder().resolve("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }

    /**
     * @param tag an element of plugin.xml
     * @return all of them
     */
    public static List<Element> elements(final String tag) {
        try {
            final Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(folder().resolve("plugin.xml").toFile());
            final NodeList found = document.getElementsByTagName(tag);
            final List<Element> elements = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                elements.add((Element)found.item(i));
            }
            return elements;
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
