// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** The diffraction-pattern cell and its renderers, the table schemas, and the bridge between KNIME and the engine. */
package org.epattern.knime.data;
