// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** Views of nodes: what their builder was given, and their data as JSON, asked for and answered as in the platform. */
package org.epattern.standin.ui.view;
