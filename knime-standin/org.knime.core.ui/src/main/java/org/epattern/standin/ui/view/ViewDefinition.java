// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.view;

import java.util.Optional;
import java.util.function.Function;

import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;

/**
 * Everything a view's builder was given.
 *
 * @param description what it shows, an XML fragment
 * @param page its page
 * @param initial makes what the page begins with
 * @param handler makes the object whose public methods the page may call
 */
public record ViewDefinition(String description, Page page, Optional<Function<ViewInput, Object>> initial,
    Optional<Function<ViewInput, Object>> handler) {
}
