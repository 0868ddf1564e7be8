// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.knime.node.parameters.layout.Section;

/** Lists the controls of a dialog in the order in which they are shown. */
public final class DialogOptions {

    private DialogOptions() {
    }

    /**
     * @param type a settings class
     * @return its controls; those outside any part first, then part by part
     * @throws IllegalStateException if the parts cannot be put in order
     */
    public static List<DialogOption> of(final Class<?> type) {
        final List<DialogField> fields = DialogField.of(type).stream().filter(field -> field.widget().isPresent())
            .toList();
        final LayoutOrder order = LayoutOrder.of(fields.stream().map(DialogField::part).flatMap(Optional::stream)
            .toList());
        final List<DialogOption> options = new ArrayList<>();
        fields.stream().sorted(Comparator.comparingInt(field -> order.position(field.part())))
            .forEach(field -> options.add(new DialogOption(field.widget().orElseThrow().title(),
                field.widget().orElseThrow().description() + EnumLabels.listOf(field.field().valueType()),
                sections(field, order))));
        return options;
    }

    private static List<String> sections(final DialogField field, final LayoutOrder order) {
        return field.part().map(order::path).orElse(List.of()).stream()
            .map(part -> part.getAnnotation(Section.class)).filter(section -> section != null).map(Section::title)
            .toList();
    }
}
