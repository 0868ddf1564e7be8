// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** Shows the views of executed nodes in a web browser of the same computer. */
package org.epattern.runner.view;
