// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks.flows;

import java.io.IOException;
import java.util.Map;

/** What stands on the canvas of a workflow that is being made: a node or a component. */
interface Step {

    /** @return its number, unique in the workflow */
    int id();

    /** @return its name */
    String name();

    /** @return its place on the canvas from the left, in screen pixels */
    int x();

    /** @return its place on the canvas from the top, in screen pixels */
    int y();

    /** @return what KNIME calls its kind: NativeNode or SubNode */
    String type();

    /** @return the content of each of its files, by its path from its own folder */
    Map<String, String> files() throws IOException;

    /** @return name of its folder */
    default String folder() {
        return name() + " (#" + id() + ")";
    }
}
