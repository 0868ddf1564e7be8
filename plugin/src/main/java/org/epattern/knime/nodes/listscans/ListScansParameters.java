// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.listscans;

import org.epattern.formats.ScanFolder;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of "List Scans". */
@LoadDefaultsForAbsentFields
final class ListScansParameters implements NodeParameters {

    @Section(title = "Folder")
    interface FolderSection {
    }

    @Widget(title = "Folder", description = "The folder with the scans: a path on this computer, a <tt>file:</tt> "
        + "address, or a <tt>knime://</tt> address. A workflow variable can set it.")
    @TextInputWidget(placeholder = "path, file: or knime:// address")
    @Layout(FolderSection.class)
    String m_folder = "";

    @Widget(title = "File names", description = "Wildcards that the names of files and image folders must fit: "
        + "<tt>*</tt> takes all scans, <tt>*.blo</tt> block files only, <tt>*.{mib,dm4}</tt> both kinds, "
        + "<tt>NiMnGa*</tt> those whose names begin so. Upper and lower case count as the same.")
    @TextInputWidget(placeholder = "*")
    @Layout(FolderSection.class)
    String m_names = "*";

    @Widget(title = "Look into subfolders", description = "If on, subfolders are searched, too, and theirs. A folder "
        + "of images is one scan in any case.")
    @Layout(FolderSection.class)
    boolean m_subfolders;

    ScanFolder search() {
        return new ScanFolder(m_names, m_subfolders);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            search();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
