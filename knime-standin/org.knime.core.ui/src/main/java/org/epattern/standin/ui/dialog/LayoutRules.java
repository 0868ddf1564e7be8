// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.epattern.standin.ui.Markup;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;

/** Rules for the parts of a dialog: interfaces below one root, in an order without circles, with titles. */
final class LayoutRules {

    private LayoutRules() {
    }

    static void check(final List<DialogField> fields, final Findings findings) {
        final Collection<Class<?>> parts = fields.stream().map(DialogField::part).flatMap(Optional::stream).distinct()
            .toList();
        final Optional<LayoutOrder> made = findings.attempt("The layout", () -> LayoutOrder.of(parts));
        if (made.isEmpty()) {
            return;
        }
        final LayoutOrder order = made.get();
        findings.require(order.roots().size() <= 1,
            "The parts of the dialog have several roots, so their order is open: " + order.roots());
        final Set<Class<?>> all = new HashSet<>();
        for (final Class<?> part : parts) {
            findings.require(part.isInterface(), part.getName() + " is no interface, so it is no part of a dialog.");
            all.addAll(order.path(part));
        }
        all.forEach(part -> checkSection(part, findings));
        checkTitles(fields, findings);
    }

    private static void checkSection(final Class<?> part, final Findings findings) {
        final Section section = part.getAnnotation(Section.class);
        if (section == null) {
            return;
        }
        findings.require(!section.title().isBlank(), "The section " + part.getName() + " has no title.");
        if (!section.description().isEmpty()) {
            Markup.BLOCKS.fault(section.description()).ifPresent(
                fault -> findings.add("The description of the section " + part.getName() + " " + fault));
        }
    }

    /** Controls of the same title are in order where effects show one of them at a time. */
    private static void checkTitles(final List<DialogField> fields, final Findings findings) {
        final Map<List<Object>, DialogField> seen = new HashMap<>();
        for (final DialogField field : fields) {
            if (field.widget().isPresent()) {
                final String title = field.widget().get().title();
                final DialogField other =
                    seen.put(List.of(field.part().<Object>map(part -> part).orElse(""), title), field);
                findings.require(other == null || comesAndGoes(field) && comesAndGoes(other),
                    field.field().place() + " has the title \"" + title + "\" of another control beside it.");
            }
        }
    }

    private static boolean comesAndGoes(final DialogField field) {
        return field.field().annotation(Effect.class).map(Effect::type)
            .filter(type -> type == EffectType.SHOW || type == EffectType.HIDE).isPresent();
    }
}
