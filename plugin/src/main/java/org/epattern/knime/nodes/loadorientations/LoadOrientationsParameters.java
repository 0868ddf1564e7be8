// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.loadorientations;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileReaderWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** Settings of "Load Orientations". */
@LoadDefaultsForAbsentFields
final class LoadOrientationsParameters implements NodeParameters {

    @Section(title = "File")
    interface FileSection {
    }

    @Widget(title = "File", description = "The orientation map, a file that ends in <tt>.ang</tt> or <tt>.ctf</tt>: a "
        + "path on this computer, a <tt>file:</tt> address, or a <tt>knime://</tt> address. A workflow variable can "
        + "set it.")
    @LocalFileReaderWidget(placeholder = "path, file: or knime:// address")
    @Layout(FileSection.class)
    String m_file = "";
}
