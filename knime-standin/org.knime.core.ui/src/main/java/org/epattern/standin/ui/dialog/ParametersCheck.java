// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.List;
import java.util.Optional;

import org.epattern.standin.ui.ParameterField;
import org.epattern.standin.ui.ParametersPersistence;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.persistence.Persistable;

/** Checks a settings class as a dialog and a workflow would use it. */
public final class ParametersCheck {

    private final Class<? extends Persistable> m_type;

    private final NodeParametersInput m_input;

    private final Findings m_findings = new Findings();

    private ParametersCheck(final Class<? extends Persistable> type, final NodeParametersInput input) {
        m_type = type;
        m_input = input;
    }

    /**
     * @param type a settings class
     * @param input the ports of its node, with or without specs
     * @return one sentence per fault
     */
    public static List<String> problems(final Class<? extends Persistable> type, final NodeParametersInput input) {
        final ParametersCheck check = new ParametersCheck(type, input);
        check.run();
        return check.m_findings.sentences();
    }

    private void run() {
        final String name = m_type.getName();
        final Optional<? extends Persistable> defaults =
            m_findings.attempt(name, () -> ParametersPersistence.createDefault(m_type, null));
        if (defaults.isEmpty()) {
            return;
        }
        PrivateFields.check(m_type, m_findings);
        StorageRules.check(defaults.get(), m_findings);
        final Optional<List<DialogField>> fields = m_findings.attempt(name, () -> DialogField.of(m_type));
        if (fields.isEmpty()) {
            return;
        }
        m_findings.require(fields.get().stream().anyMatch(field -> field.widget().isPresent()),
            name + " shows no setting; a node without settings says so to its builder.");
        for (final DialogField field : fields.get()) {
            m_findings.attempt(field.field().place(), () -> checkField(field, defaults.get()));
        }
        LayoutRules.check(fields.get(), m_findings);
        checkReferences(fields.get(), defaults.get());
        m_findings.attempt(name, () -> ParametersPersistence.createDefault(m_type, m_input));
    }

    private Object checkField(final DialogField field, final Persistable defaults) {
        final Object value = field.get(defaults);
        FieldRules.check(field, value, m_findings);
        LimitRules.check(field.field(), value, m_findings);
        field.field().elementType().filter(Persistable.class::isAssignableFrom).ifPresent(
            element -> m_findings.addAll(problems(element.asSubclass(Persistable.class), m_input)));
        return value;
    }

    private void checkReferences(final List<DialogField> fields, final Persistable defaults) {
        final References references = new References(fields);
        final DialogValues values = DialogValues.of(defaults, m_input);
        for (final DialogField field : fields) {
            ReferenceRules.check(field, references, values, m_findings);
        }
        m_findings.addAll(references.problems());
    }

    /** Finds controls on fields that neither the dialog nor the workflow would ever see. */
    private static final class PrivateFields {

        static void check(final Class<?> type, final Findings findings) {
            for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
                final Class<?> declaring = at;
                final List<String> known = ParameterField.of(declaring).stream().map(ParameterField::place).toList();
                for (final var field : declaring.getDeclaredFields()) {
                    final String place = declaring.getName() + "." + field.getName();
                    findings.require(field.getAnnotations().length == 0 || known.contains(place),
                        place + " is private, static or transient, so it is neither shown nor stored.");
                }
            }
        }
    }
}
