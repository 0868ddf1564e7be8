// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/**
 * Looks at a settings class as a dialog does: order of controls, conditions, computed choices and values, and
 * {@link org.epattern.standin.ui.dialog.ParametersCheck}, which reports every fault. There is no dialog to see.
 */
package org.epattern.standin.ui.dialog;
