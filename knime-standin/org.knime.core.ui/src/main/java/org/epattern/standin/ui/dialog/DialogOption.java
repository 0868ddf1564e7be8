// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.List;

/**
 * A control of a dialog.
 *
 * @param title the label
 * @param description the help text, an XML fragment
 * @param sections titles of the sections it lies in, from the outermost inwards
 */
public record DialogOption(String title, String description, List<String> sections) {
}
