// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.view;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.epattern.standin.ui.view.JsonText;

/**
 * What is sent back to the browser.
 *
 * @param status status of HTTP
 * @param type media type
 * @param body the content
 */
record Answer(int status, String type, byte[] body) {

    private static final String HTML = "text/html; charset=utf-8";

    private static final String JSON = "application/json";

    static Answer html(final byte[] page) {
        return new Answer(200, HTML, page);
    }

    static Answer json(final Object value) {
        return new Answer(200, JSON, bytes(value));
    }

    /** @param sentence one sentence for the user */
    static Answer error(final int status, final String sentence) {
        return new Answer(status, JSON, bytes(Map.of("error", sentence)));
    }

    private static byte[] bytes(final Object value) {
        return JsonText.of(value).getBytes(StandardCharsets.UTF_8);
    }
}
