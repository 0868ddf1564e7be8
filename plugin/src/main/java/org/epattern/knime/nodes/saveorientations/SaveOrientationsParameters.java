// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.saveorientations;

import org.epattern.knime.nodes.Dialogs;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileWriterWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Settings of "Save Orientations". */
@LoadDefaultsForAbsentFields
final class SaveOrientationsParameters implements NodeParameters {

    @Section(title = "File")
    interface FileSection {
    }

    /** Kind of the file. */
    enum Format {
        @Label(value = "EDAX .ang", description = "Read by EDAX's programs, MTEX, orix and DREAM.3D.")
        ANG,
        @Label(value = "Oxford .ctf", description = "Channel text file; read by Oxford's programs, MTEX and orix.")
        CTF;

        String ending() {
            return this == ANG ? ".ang" : ".ctf";
        }
    }

    @Widget(title = "Format", description = "What is written (default: EDAX .ang).")
    @ValueSwitchWidget
    @Layout(FileSection.class)
    Format m_format = Format.ANG;

    @Widget(title = "File", description = "Where the map is written: a path on this computer, a <tt>file:</tt> "
        + "address, or a <tt>knime://</tt> address such as <tt>knime://knime.workflow/data/map.ang</tt>. The folder "
        + "above must exist. A name without ending gets that of the format. A workflow variable can set it.")
    @LocalFileWriterWidget(placeholder = "path, file: or knime:// address")
    @Layout(FileSection.class)
    String m_file = "";

    @Widget(title = "Replace what exists", description = "Whether a file of the same name is replaced (default off: "
        + "the node fails instead). It stays as it is until the new one is complete.")
    @Layout(FileSection.class)
    boolean m_replace = false;

    @Widget(title = "Step (nm)", description = "Distance of two scan points in nm, above 0 (default 1); used only "
        + "where the table does not know it. Larger: other programs show larger grains.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(FileSection.class)
    double m_step = 1;

    @Override
    public void validate() throws InvalidSettingsException {
        Dialogs.checkPositive("Step", m_step, "nm");
    }
}
