// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.epattern.standin.ui.ParameterField;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.updates.ValueReference;

/** A setting of a dialog, possibly inside nested settings; elements of arrays are dialogs of their own. */
public final class DialogField {

    private final List<ParameterField> m_path;

    private DialogField(final List<ParameterField> path) {
        m_path = path;
    }

    /**
     * @param type a settings class
     * @return its settings, nested ones in the place of the group that holds them
     */
    public static List<DialogField> of(final Class<?> type) {
        final List<DialogField> fields = new ArrayList<>();
        collect(type, List.of(), fields);
        return fields;
    }

    private static void collect(final Class<?> type, final List<ParameterField> outer, final List<DialogField> fields) {
        for (final ParameterField field : ParameterField.of(type)) {
            final List<ParameterField> path = new ArrayList<>(outer);
            path.add(field);
            if (isGroup(field.type())) {
                collect(field.type(), path, fields);
            } else {
                fields.add(new DialogField(List.copyOf(path)));
            }
        }
    }

    private static boolean isGroup(final Class<?> type) {
        return WidgetGroup.class.isAssignableFrom(type) || Persistable.class.isAssignableFrom(type);
    }

    /** @return the field itself, inside the groups that hold it */
    public ParameterField field() {
        return m_path.get(m_path.size() - 1);
    }

    /** @return its control, if it has one */
    public Optional<Widget> widget() {
        return field().annotation(Widget.class);
    }

    /** @return the name by which others refer to it, if it has one */
    public Optional<Class<?>> reference() {
        return field().annotation(ValueReference.class).map(ValueReference::value);
    }

    /** @return the part of the dialog it lies in: its own, or that of the innermost group that has one */
    public Optional<Class<?>> part() {
        for (int i = m_path.size() - 1; i >= 0; i--) {
            final ParameterField field = m_path.get(i);
            final Optional<Layout> layout = field.annotationOrDeclaring(Layout.class)
                .or(() -> Optional.ofNullable(field.type().getAnnotation(Layout.class)));
            if (layout.isPresent()) {
                return layout.map(Layout::value);
            }
        }
        return Optional.empty();
    }

    /**
     * @param parameters the outermost settings
     * @return the value
     */
    public Object get(final Object parameters) {
        Object value = parameters;
        for (final ParameterField field : m_path) {
            value = field.get(value);
        }
        return value;
    }
}
