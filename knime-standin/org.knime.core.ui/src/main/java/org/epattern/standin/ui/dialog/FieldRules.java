// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.Optional;

import org.epattern.standin.ui.Markup;
import org.epattern.standin.ui.ParameterField;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileWriterWidget;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.RichTextInputWidget;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Rules for one control: its texts, its kind and its default value. */
final class FieldRules {

    private final ParameterField m_field;

    private final String m_place;

    private final Findings m_findings;

    private FieldRules(final ParameterField field, final Findings findings) {
        m_field = field;
        m_place = field.place();
        m_findings = findings;
    }

    static void check(final DialogField field, final Object value, final Findings findings) {
        final FieldRules rules = new FieldRules(field.field(), findings);
        findings.require(value != null || field.field().type() == Void.class,
            rules.m_place + " is null by default; use an empty value or an Optional.");
        rules.checkKinds();
        field.widget().ifPresent(rules::checkTexts);
        if (field.widget().isPresent() && field.field().valueType().isEnum()) {
            rules.checkLabels();
        }
    }

    private void checkTexts(final Widget widget) {
        m_findings.require(!widget.title().isBlank(), m_place + " has no title.");
        Markup.BLOCKS.fault(widget.description()).ifPresent(
            fault -> m_findings.add("The description of " + m_place + " " + fault));
    }

    private void checkLabels() {
        for (final Object constant : m_field.valueType().getEnumConstants()) {
            final Label label = EnumLabels.labelOf((Enum<?>)constant);
            final String name = m_field.valueType().getName() + "." + ((Enum<?>)constant).name();
            m_findings.require(label != null && !label.value().isBlank(), name + " has no label.");
            Optional.ofNullable(label).map(Label::description).filter(text -> !text.isEmpty())
                .flatMap(Markup.BLOCKS::fault)
                .ifPresent(fault -> m_findings.add("The description of " + name + " " + fault));
        }
    }

    private void checkKinds() {
        final Class<?> type = m_field.valueType();
        final boolean isNumber = type.isPrimitive() && type != boolean.class && type != char.class
            || Number.class.isAssignableFrom(type);
        allow(NumberInputWidget.class, isNumber, "a number");
        allow(TextInputWidget.class, type == String.class, "a String");
        allow(LocalFileReaderWidget.class, type == String.class, "a String");
        allow(LocalFileWriterWidget.class, type == String.class, "a String");
        allow(TextAreaWidget.class, type == String.class, "a String");
        allow(RichTextInputWidget.class, type == String.class, "a String");
        allow(ValueSwitchWidget.class, type.isEnum(), "an enum");
        allow(RadioButtonsWidget.class, type.isEnum(), "an enum");
        allow(OptionalWidget.class, m_field.isOptional(), "an Optional");
        allow(ArrayWidget.class, m_field.elementType().isPresent(), "an array or a collection");
        allow(TextMessage.class, type == Void.class, "a Void");
    }

    private void allow(final Class<? extends java.lang.annotation.Annotation> widget, final boolean fits,
        final String wanted) {
        m_findings.require(fits || m_field.annotation(widget).isEmpty(), m_place + " has @" + widget.getSimpleName()
            + ", which needs " + wanted + ", but is of type " + m_field.type().getName() + ".");
    }
}
