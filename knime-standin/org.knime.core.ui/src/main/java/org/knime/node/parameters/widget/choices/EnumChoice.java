// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import org.epattern.standin.ui.dialog.EnumLabels;

/**
 * A constant of an enum to choose.
 *
 * @param id the constant
 * @param text what is shown
 * @param <E> the enum
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    /**
     * @param enumConst a constant
     * @return a choice that shows its {@link Label}, or a text made of its name
     * @param <E> the enum
     */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E enumConst) {
        return new EnumChoice<>(enumConst, EnumLabels.textOf(enumConst));
    }
}
