// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epattern.standin.ui.PortsInput;
import org.junit.jupiter.api.Test;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;

class ConditionTest {

    enum Method {
        A, B, C
    }

    interface Name extends ParameterReference<String> {
    }

    interface Kind extends ParameterReference<Method> {
    }

    static final class IsOn implements BooleanReference {
    }

    interface Items extends ParameterReference<Item[]> {
    }

    interface Weight extends ParameterReference<Boolean> {
    }

    interface Absent extends ParameterReference<String> {
    }

    static final class Item implements NodeParameters {

        @ValueReference(Weight.class)
        boolean m_heavy;
    }

    static final class Values implements NodeParameters {

        @ValueReference(Name.class)
        String m_name = "scan.blo";

        @ValueReference(Kind.class)
        Method m_kind = Method.B;

        @ValueReference(IsOn.class)
        boolean m_on = true;

        @ValueReference(Items.class)
        Item[] m_items = {new Item(), new Item()};
    }

    private final Values m_values = new Values();

    private boolean holds(final EffectPredicateProvider provider) {
        final References references = new References(DialogField.of(Values.class));
        final EffectPredicate predicate = provider.init(new Conditions(references, "test"));
        assertEquals(java.util.List.of(), references.problems());
        return Condition.of(predicate).holds(DialogValues.of(m_values, PortsInput.ofTables(null, null)));
    }

    @Test
    void readsEveryKindOfSetting() {
        assertTrue(holds(i -> i.getString(Name.class).isEqualTo("scan.blo")));
        assertTrue(holds(i -> i.getString(Name.class).matchesPattern(".*\\.blo")));
        assertFalse(holds(i -> i.getString(Name.class).matchesPattern("blo")));
        assertTrue(holds(i -> i.getEnum(Kind.class).isOneOf(Method.A, Method.B)));
        assertFalse(holds(i -> i.getEnum(Kind.class).isOneOf(Method.C)));
        assertTrue(holds(i -> i.getPredicate(IsOn.class)));
        assertTrue(holds(i -> i.getArray(Items.class).hasMultipleItems()));
        assertTrue(holds(i -> i.getConstant(input -> input.getInPortSpecs().length == 2)));
    }

    @Test
    void joinsConditions() {
        assertFalse(holds(i -> i.always().and(i.never())));
        assertTrue(holds(i -> i.always().or(i.never())));
        assertTrue(holds(i -> i.never().negate()));
        m_values.m_on = false;
        assertTrue(holds(i -> i.getBoolean(IsOn.class).isFalse().and(i.getBoolean(IsOn.class).isTrue().negate())));
    }

    @Test
    void looksIntoTheElementsOfAnArray() {
        final EffectPredicateProvider anyHeavy = i -> i.getArray(Items.class)
            .containsElementSatisfying(element -> element.getBoolean(Weight.class).isTrue());
        assertFalse(holds(anyHeavy));
        m_values.m_items[1].m_heavy = true;
        assertTrue(holds(anyHeavy));
    }

    @Test
    void tellsWhichNamesAreMissing() {
        assertTrue(holds(i -> i.isMissing(Absent.class) && !i.isMissing(Name.class) ? i.always() : i.never()));
    }

    @Test
    void refusesAConditionOfForeignMake() {
        assertThrows(IllegalStateException.class, () -> Condition.of(new EffectPredicate() {
        }));
        assertThrows(IllegalStateException.class, () -> holds(i -> null));
    }
}
