// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.epattern.standin.ui.PortsInput;
import org.junit.jupiter.api.Test;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsSingleCharacterValidation;

class ParametersCheckTest {

    private static void finds(final Class<? extends NodeParameters> type, final String... parts) {
        final List<String> problems = ParametersCheck.problems(type, PortsInput.ofTables());
        for (final String part : parts) {
            assertTrue(problems.stream().anyMatch(problem -> problem.contains(part)), part + " is not in " + problems);
        }
        assertEquals(parts.length, problems.size(), () -> "one sentence per fault: " + problems);
    }

    static final class Texts implements NodeParameters {

        @Widget(title = " ", description = "d")
        int m_noTitle = 1;

        @Widget(title = "a", description = "")
        int m_noDescription = 1;

        @Widget(title = "b", description = "<h3>d</h3>")
        int m_badMarkup = 1;

        @Widget(title = "b", description = "d")
        int m_sameTitle = 1;
    }

    @Test
    void findsFaultyTexts() {
        finds(Texts.class, "m_noTitle has no title", "m_noDescription is empty", "m_badMarkup has <h3>",
            "m_sameTitle has the title \"b\"");
    }

    enum Choice {
        @Label("One")
        ONE, TWO
    }

    static final class Kinds implements NodeParameters {

        @Widget(title = "a", description = "d")
        Choice m_choice = Choice.ONE;

        @Widget(title = "b", description = "d")
        @ValueSwitchWidget
        String m_switch = "";

        @Widget(title = "c", description = "d")
        @TextInputWidget
        int m_text = 1;

        @Widget(title = "e", description = "d")
        String m_null;

        @Widget(title = "f", description = "d")
        private int m_private = 1;
    }

    @Test
    void findsControlsThatDoNotFitTheirFields() {
        assertEquals(1, new Kinds().m_private);
        finds(Kinds.class, "Choice.TWO has no label", "m_switch has @ValueSwitchWidget, which needs an enum",
            "m_text has @TextInputWidget, which needs a String", "m_null is null by default",
            "m_private is private, static or transient");
    }

    static final class AtMostHalf extends MaxValidation {

        @Override
        protected double getMax() {
            return 0.5;
        }
    }

    /** An inner class that is not static cannot be made. */
    final class NotStatic extends MinValidation {

        @Override
        protected double getMin() {
            return 0;
        }
    }

    static final class Limits implements NodeParameters {

        @Widget(title = "a", description = "d")
        @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
        int m_below = 0;

        @Widget(title = "b", description = "d")
        @NumberInputWidget(maxValidation = AtMostHalf.class)
        int m_whole = 0;

        @Widget(title = "c", description = "d")
        @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMostHalf.class)
        Optional<Double> m_nothing = Optional.empty();

        @Widget(title = "e", description = "d")
        @NumberInputWidget(minValidation = NotStatic.class)
        int m_inner = 0;

        @Widget(title = "f", description = "d")
        @TextInputWidget(patternValidation = IsSingleCharacterValidation.class)
        String m_long = "long";

        @Widget(title = "g", description = "d")
        @TextInputWidget(patternValidation = IsNotBlankValidation.class)
        String m_toFill = "";
    }

    @Test
    void findsLimitsThatTheFieldOrItsDefaultCannotKeep() {
        finds(Limits.class, "m_below is 0 by default", "m_whole has the limit 0.5", "m_nothing leaves no choice",
            "NotStatic has no constructor", "m_long is \"long\" by default");
    }

    interface FirstRoot {

        @Section(title = "")
        interface Untitled {
        }
    }

    interface SecondRoot {
    }

    static final class Roots implements NodeParameters {

        @Widget(title = "a", description = "d")
        @Layout(FirstRoot.Untitled.class)
        int m_first = 1;

        @Widget(title = "b", description = "d")
        @Layout(SecondRoot.class)
        int m_second = 1;

        @Widget(title = "c", description = "d")
        @Layout(String.class)
        int m_third = 1;
    }

    static final class Circle implements NodeParameters {

        @Section(title = "A")
        @After(B.class)
        interface A {
        }

        @Section(title = "B")
        @After(A.class)
        interface B {
        }

        @Widget(title = "a", description = "d")
        @Layout(A.class)
        int m_a = 1;
    }

    @Test
    void findsPartsThatHaveNoOrder() {
        finds(Roots.class, "Untitled has no title", "java.lang.String is no interface", "several roots");
        finds(Circle.class, "runs in a circle");
    }

    interface Known extends ParameterReference<Boolean> {
    }

    interface Unknown extends ParameterReference<Boolean> {
    }

    interface OtherType extends ParameterReference<String> {
    }

    static final class OnUnknown implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(Unknown.class).isTrue();
        }
    }

    static final class Words implements StringChoicesProvider {

        @Override
        public List<String> choices(final NodeParametersInput context) {
            return List.of("a");
        }
    }

    static final class Failing implements StringChoicesProvider {
    }

    static final class WrongType implements StateProvider<String> {

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeFromValueSupplier(Known.class);
        }

        @Override
        public String computeState(final NodeParametersInput parametersInput) {
            return "text";
        }
    }

    static final class References implements NodeParameters {

        @Widget(title = "a", description = "d")
        @ValueReference(Known.class)
        boolean m_known = true;

        @Widget(title = "b", description = "d")
        @ValueReference(Known.class)
        boolean m_again = true;

        @Widget(title = "c", description = "d")
        @ValueReference(OtherType.class)
        int m_otherType = 1;

        @Widget(title = "e", description = "d")
        @Effect(predicate = OnUnknown.class, type = EffectType.SHOW)
        int m_effect = 1;

        @Widget(title = "f", description = "d")
        @ChoicesProvider(AllColumnsProvider.class)
        int m_columnOfNumbers = 1;

        @Widget(title = "g", description = "d")
        @ChoicesProvider(Words.class)
        String m_words = "";

        @Widget(title = "h", description = "d")
        @ChoicesProvider(Failing.class)
        String m_failing = "";

        @Widget(title = "i", description = "d")
        @ValueProvider(WrongType.class)
        int m_provided = 1;
    }

    @Test
    void findsProvidersThatDoNotWork() {
        finds(References.class, "have the same name", "m_otherType is of type int", "m_effect refers to",
            "m_columnOfNumbers is of type int, which has no choices", "Failing of",
            "m_provided gets a computed value of the wrong type");
    }

    static final class Element implements NodeParameters {

        @Widget(title = "", description = "d")
        int m_value = 1;
    }

    static final class Group implements NodeParameters {

        @Widget(title = "a", description = "")
        int m_inner = 1;
    }

    static final class Outer implements NodeParameters {

        @Widget(title = "b", description = "d")
        @ArrayWidget(elementTitle = "e")
        Element[] m_elements = {};

        Group m_group = new Group();
    }

    static final class NotKnown implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(Known.class).isFalse();
        }
    }

    static final class TakingTurns implements NodeParameters {

        @Widget(title = "Switch", description = "d")
        @ValueReference(Known.class)
        boolean m_known = true;

        @Widget(title = "Factor", description = "d")
        @Effect(predicate = NotKnown.class, type = EffectType.SHOW)
        int m_first = 1;

        @Widget(title = "Factor", description = "d")
        @Effect(predicate = NotKnown.class, type = EffectType.HIDE)
        int m_second = 1;
    }

    @Test
    void acceptsEqualTitlesOfControlsThatAreShownInTurn() {
        finds(TakingTurns.class);
    }

    static final class Nothing implements NodeParameters {
        int m_hidden = 1;
    }

    @Test
    void looksIntoGroupsAndElements() {
        finds(Outer.class, "m_value has no title", "m_inner is empty");
    }

    @Test
    void findsADialogWithoutControls() {
        finds(Nothing.class, "shows no setting");
    }
}
