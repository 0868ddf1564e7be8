// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** What the nodes share: tables of a scan, choices and checks of dialogs, warnings. */
package org.epattern.knime.nodes;
