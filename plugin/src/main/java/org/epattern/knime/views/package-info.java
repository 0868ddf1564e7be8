// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** What the views of all nodes share: their pages, finding rows by scan position, and the form of their data. */
package org.epattern.knime.views;
