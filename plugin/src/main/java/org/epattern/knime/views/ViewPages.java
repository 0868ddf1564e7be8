// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The web pages of the views, which lie in the bundle; each holds its script and its style. */
public final class ViewPages {

    private ViewPages() {
    }

    /**
     * @param name file name, e.g. "maps.html"
     * @return the page in UTF-8; one that says so if it is not in the bundle
     */
    public static InputStream open(final String name) {
        final InputStream page = ViewPages.class.getResourceAsStream(name);
        return page != null ? page : new ByteArrayInputStream(("<!DOCTYPE html><html lang=\"en\"><head>"
            + "<meta charset=\"utf-8\"><title>No page</title></head><body><p>This build of ePattern lacks the page "
            + name + " of this view; build it from its complete sources.</p></body></html>")
            .getBytes(StandardCharsets.UTF_8));
    }
}
