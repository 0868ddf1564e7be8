// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/** A file that a view shows or loads. */
public interface Resource {

    /** What a resource is, as its file name ends. */
    enum ContentType {
        /** A web page. */
        HTML,
        /** A script that the platform's front end mounts itself. */
        SHADOW_APP,
        /** A drawing. */
        SVG,
        /** A picture. */
        PNG;

        private static final Map<String, ContentType> BY_ENDING =
            Map.of(".html", HTML, ".js", SHADOW_APP, ".svg", SVG, ".png", PNG);

        static ContentType of(final String path) {
            return BY_ENDING.entrySet().stream().filter(e -> path.endsWith(e.getKey())).map(Map.Entry::getValue)
                .findFirst().orElseThrow(() -> new IllegalArgumentException("The path \"" + path
                    + "\" of a page ends with none of " + BY_ENDING.keySet().stream().sorted().toList()));
        }
    }

    /** @return path of the resource, its file name included */
    String getRelativePath();

    /**
     * @return what it holds
     * @throws IOException if it cannot be read
     */
    InputStream getInputStream() throws IOException;

    /** @return kind of the resource */
    ContentType getContentType();

    /** @return its character set; empty if that is Java's default one, or the resource is no text */
    default Optional<Charset> getCharset() {
        return Optional.empty();
    }
}
