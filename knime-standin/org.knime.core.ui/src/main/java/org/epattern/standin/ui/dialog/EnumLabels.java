// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.knime.node.parameters.widget.choices.Label;

/** Finds the texts that a dialog shows for constants of an enum. */
public final class EnumLabels {

    private EnumLabels() {
    }

    /**
     * @param constant a constant
     * @return its label, or its name with spaces and one capital
     */
    public static String textOf(final Enum<?> constant) {
        final Label label = labelOf(constant);
        if (label != null) {
            return label.value();
        }
        final String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * @param type type of a setting
     * @return a list of its choices in markup, if it is an enum with at least one described choice; else empty
     */
    static String listOf(final Class<?> type) {
        final List<? extends Enum<?>> constants = type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).<Enum<?>>map(constant -> (Enum<?>)constant).toList() : List.of();
        if (constants.stream().allMatch(constant -> descriptionOf(constant).isEmpty())) {
            return "";
        }
        return constants.stream().map(constant -> "<li><b>" + escaped(textOf(constant)) + "</b>"
            + (descriptionOf(constant).isEmpty() ? "" : ": " + descriptionOf(constant)) + "</li>")
            .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String descriptionOf(final Enum<?> constant) {
        final Label label = labelOf(constant);
        return label == null ? "" : label.description();
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /**
     * @param constant a constant
     * @return its label or null
     */
    static Label labelOf(final Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
        } catch (final NoSuchFieldException impossible) {
            throw new IllegalStateException(constant + " is no constant of its enum.", impossible);
        }
    }
}
