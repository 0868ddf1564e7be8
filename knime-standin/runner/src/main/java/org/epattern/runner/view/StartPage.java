// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.view;

import java.util.List;

/** The web page that lists all views of a run. */
final class StartPage {

    private static final String HTML = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Views of WORKFLOW</title>
        <style>
        :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
        body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; line-height: 1.5; }
        li { margin: 0.5rem 0; font-size: 1.1rem; }
        </style>
        </head>
        <body>
        <h1>Views of WORKFLOW</h1>
        <ol>
        VIEWS</ol>
        <p>They are shown by the run itself, on this computer only, and end with it: press Enter where it was started.</p>
        </body>
        </html>
        """;

    private StartPage() {
    }

    /**
     * @param workflow name of the workflow
     * @param views its views
     * @return the page
     */
    static String of(final String workflow, final List<ServedView> views) {
        final StringBuilder items = new StringBuilder();
        for (int i = 0; i < views.size(); i++) {
            items.append("<li><a href=\"views/").append(i + 1).append("/\">").append(escaped(views.get(i).name()))
                .append("</a></li>\n");
        }
        return HTML.replace("WORKFLOW", escaped(workflow)).replace("VIEWS", items.toString());
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
