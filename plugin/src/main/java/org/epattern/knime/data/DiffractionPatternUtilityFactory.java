// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import javax.swing.Icon;

import org.knime.core.data.ExtensibleUtilityFactory;

/** Tells KNIME how the diffraction-pattern type is called, drawn and grouped. */
final class DiffractionPatternUtilityFactory extends ExtensibleUtilityFactory {

    private static final Icon ICON = loadIcon(DiffractionPatternValue.class, "/pattern.png");

    DiffractionPatternUtilityFactory() {
        super(DiffractionPatternValue.class);
    }

    @Override
    public String getName() {
        return "Diffraction pattern";
    }

    @Override
    public Icon getIcon() {
        return ICON;
    }

    @Override
    public String getGroupName() {
        return "4D-STEM";
    }
}
