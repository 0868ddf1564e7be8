// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

class ParametersPersistenceTest {

    enum Shape {
        DISC, GAUSSIAN
    }

    static class Base implements NodeParameters {
        String m_file = "scan.blo";
    }

    static final class Inner implements NodeParameters {
        double m_radius = 2.5;
    }

    static final class All extends Base {

        int m_width = 7;

        long m_seed = 1L << 40;

        float m_gain = 0.5f;

        boolean plain = true;

        Shape m_shape = Shape.GAUSSIAN;

        String[] m_columns = {"a", "b"};

        double[] m_weights = {0.25};

        Inner m_inner = new Inner();

        Inner[] m_rings = {new Inner(), new Inner()};

        Optional<Integer> m_limit = Optional.empty();

        Optional<String> m_title = Optional.of("t");

        @Persist(configKey = "old-name")
        int m_renamed = 3;

        @Persist(hidden = true)
        int m_hidden = 4;

        Void m_message;

        transient int m_cache = 5;

        static int constant = 6;

        private int m_private = 8;

        int privateValue() {
            return m_private;
        }
    }

    @Test
    void writesTheLayoutOfThePlatform() {
        assertEquals("""
            <entry key="file" type="xstring" value="scan.blo"/>
            <entry key="width" type="xint" value="7"/>
            <entry key="seed" type="xlong" value="1099511627776"/>
            <entry key="gain" type="xfloat" value="0.5"/>
            <entry key="plain" type="xboolean" value="true"/>
            <entry key="shape" type="xstring" value="GAUSSIAN"/>
            <config key="columns">
            <entry key="array-size" type="xint" value="2"/>
            <entry key="0" type="xstring" value="a"/>
            <entry key="1" type="xstring" value="b"/>
            </config>
            <config key="weights">
            <entry key="array-size" type="xint" value="1"/>
            <entry key="0" type="xdouble" value="0.25"/>
            </config>
            <config key="inner">
            <entry key="radius" type="xdouble" value="2.5"/>
            </config>
            <config key="rings">
            <config key="0">
            <entry key="radius" type="xdouble" value="2.5"/>
            </config>
            <config key="1">
            <entry key="radius" type="xdouble" value="2.5"/>
            </config>
            </config>
            <entry key="limit" type="xint" value="0"/>
            <entry key="limit_is_present" type="xboolean" value="false"/>
            <entry key="title" type="xstring" value="t"/>
            <entry key="title_is_present" type="xboolean" value="true"/>
            <entry key="old-name" type="xint" value="3"/>
            <entry key="hidden_Internals" type="xint" value="4"/>
            """, SettingsOf.entries(new All()));
    }

    @Test
    void loadsWhatItWrote() throws InvalidSettingsException {
        final All changed = new All();
        changed.m_file = "other.blo";
        changed.m_width = -1;
        changed.m_shape = Shape.DISC;
        changed.m_columns = new String[]{"c"};
        changed.m_inner.m_radius = 9;
        changed.m_rings = new Inner[]{changed.m_inner};
        changed.m_limit = Optional.of(12);
        changed.m_title = Optional.empty();
        changed.m_private = 99;
        final All loaded = ParametersPersistence.load(All.class, SettingsOf.saved(changed));
        assertEquals(SettingsOf.saved(changed), SettingsOf.saved(loaded));
        assertEquals("other.blo", loaded.m_file);
        assertEquals(Shape.DISC, loaded.m_shape);
        assertArrayEquals(new String[]{"c"}, loaded.m_columns);
        assertEquals(1, loaded.m_rings.length);
        assertEquals(9, loaded.m_rings[0].m_radius);
        assertEquals(Optional.of(12), loaded.m_limit);
        assertEquals(Optional.empty(), loaded.m_title);
        assertEquals(8, loaded.privateValue(), "a private field is not stored");
    }

    @Test
    void anOptionalValueWithoutItsSecondEntryIsPresent() throws InvalidSettingsException {
        final var settings = SettingsOf.xml("<entry key=\"limit\" type=\"xint\" value=\"4\"/>");
        assertEquals(Optional.of(4), ParametersPersistence.load(OneOptional.class, settings).m_limit);
    }

    static final class OneOptional implements NodeParameters {
        Optional<Integer> m_limit = Optional.empty();
    }

    static final class Two implements NodeParameters {

        int m_first = 1;

        Shape m_second = Shape.DISC;
    }

    private static String refusal(final Class<? extends NodeParameters> type, final String xml) {
        return assertThrows(InvalidSettingsException.class,
            () -> ParametersPersistence.load(type, SettingsOf.xml(xml))).getMessage();
    }

    @Test
    void refusesAMissingKey() {
        assertEquals("Int for key \"first\" not found.",
            refusal(Two.class, "<entry key=\"second\" type=\"xstring\" value=\"DISC\"/>"));
        assertEquals("String for key \"second\" not found.",
            refusal(Two.class, "<entry key=\"first\" type=\"xint\" value=\"2\"/>"));
    }

    @Test
    void refusesAnEntryOfAnotherType() {
        assertEquals("Int for key \"first\" not found.",
            refusal(Two.class, "<entry key=\"first\" type=\"xstring\" value=\"2\"/>"));
    }

    @Test
    void namesThePossibleValuesOfAnUnknownConstant() {
        assertEquals("Invalid value \"SQUARE\" for the setting \"second\"; possible values: DISC, GAUSSIAN.",
            refusal(Two.class, "<entry key=\"first\" type=\"xint\" value=\"2\"/>"
                + "<entry key=\"second\" type=\"xstring\" value=\"SQUARE\"/>"));
    }

    @Test
    void ignoresAnUnknownKey() throws InvalidSettingsException {
        final Two loaded = ParametersPersistence.load(Two.class,
            SettingsOf.xml("<entry key=\"first\" type=\"xint\" value=\"2\"/>"
                + "<entry key=\"second\" type=\"xstring\" value=\"DISC\"/>"
                + "<entry key=\"third\" type=\"xint\" value=\"3\"/>"));
        assertEquals(2, loaded.m_first);
    }

    @LoadDefaultsForAbsentFields
    static final class Tolerant implements NodeParameters {

        int m_first = 1;

        Inner m_inner = new Inner();

        Optional<Integer> m_limit = Optional.of(6);
    }

    @Test
    void keepsTheDefaultsOfAbsentFieldsWhereTheClassAllowsIt() throws InvalidSettingsException {
        final Tolerant loaded = ParametersPersistence.load(Tolerant.class, SettingsOf.xml(""));
        assertEquals(1, loaded.m_first);
        assertEquals(2.5, loaded.m_inner.m_radius);
        assertEquals(Optional.of(6), loaded.m_limit);
    }

    @Test
    void doesNotTolerateAGapInsideNestedSettingsOfAStrictClass() {
        assertEquals("Double for key \"radius\" not found.", refusal(Tolerant.class, "<config key=\"inner\"/>"));
    }

    @Test
    void stillRefusesAnEntryOfAnotherTypeWhereAbsenceIsAllowed() {
        assertEquals("Int for key \"first\" not found.",
            refusal(Tolerant.class, "<entry key=\"first\" type=\"xdouble\" value=\"2\"/>"));
    }

    static final class Migrating implements NodeParameters {

        int m_strict = 1;

        @Migrate(loadDefaultIfAbsent = true)
        int m_newer = 2;

        @Migration(FormerName.class)
        int m_radius = 3;

        @Migration(FormerDefault.class)
        boolean m_smooth = true;
    }

    static final class FormerName implements NodeParametersMigration<Integer> {

        @Override
        public List<ConfigMigration<Integer>> getConfigMigrations() {
            return List.of(ConfigMigration.builder(settings -> settings.getNodeSettings("former").getInt("size"))
                .withDeprecatedConfigPath("former", "size").build());
        }
    }

    static final class FormerDefault implements DefaultProvider<Boolean> {

        @Override
        public Boolean getDefault() {
            return false;
        }
    }

    @Test
    void readsOlderLayouts() throws InvalidSettingsException {
        final Migrating loaded = ParametersPersistence.load(Migrating.class,
            SettingsOf.xml("<entry key=\"strict\" type=\"xint\" value=\"9\"/>"
                + "<config key=\"former\"><entry key=\"size\" type=\"xint\" value=\"30\"/></config>"));
        assertEquals(9, loaded.m_strict);
        assertEquals(2, loaded.m_newer);
        assertEquals(30, loaded.m_radius);
        assertFalse(loaded.m_smooth);
    }

    @Test
    void readsThePresentLayoutInPreferenceToADefaultForOlderOnes() throws InvalidSettingsException {
        final Migrating written = new Migrating();
        written.m_newer = 20;
        final Migrating loaded = ParametersPersistence.load(Migrating.class, SettingsOf.saved(written));
        assertEquals(20, loaded.m_newer);
        assertEquals(3, loaded.m_radius);
        assertTrue(loaded.m_smooth);
    }

    static final class Percent implements NodeParametersPersistor<Double> {

        @Override
        public Double load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getInt("percent") / 100.0;
        }

        @Override
        public void save(final Double param, final NodeSettingsWO settings) {
            settings.addInt("percent", (int)Math.round(param * 100));
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][]{{"percent"}};
        }
    }

    @LoadDefaultsForAbsentFields
    static final class WithPersistor implements NodeParameters {

        @Persistor(Percent.class)
        double m_share = 0.5;
    }

    @Test
    void usesThePersistorOfAField() throws InvalidSettingsException {
        assertEquals("<entry key=\"percent\" type=\"xint\" value=\"50\"/>\n",
            SettingsOf.entries(new WithPersistor()));
        assertEquals(0.25, ParametersPersistence.load(WithPersistor.class,
            SettingsOf.xml("<entry key=\"percent\" type=\"xint\" value=\"25\"/>")).m_share);
        assertEquals(0.5, ParametersPersistence.load(WithPersistor.class, SettingsOf.xml("")).m_share);
    }

    static final class Guessing implements NodeParameters {

        String m_column = "none";

        Guessing() {
        }

        Guessing(final NodeParametersInput input) {
            m_column = "of " + input.getInPortSpecs().length + " ports";
        }
    }

    @Test
    void guessesFromThePortsWhereThereIsAConstructorForIt() {
        assertEquals("of 2 ports",
            ParametersPersistence.createDefault(Guessing.class, PortsInput.ofTables(null, null)).m_column);
        assertEquals("none", ParametersPersistence.createDefault(Guessing.class, null).m_column);
        assertEquals(1, ParametersPersistence.createDefault(Two.class, PortsInput.ofTables()).m_first);
    }

    static final class SameKey implements NodeParameters {

        int m_x = 1;

        int x = 2;
    }

    static final class Unknown implements NodeParameters {
        java.nio.file.Path m_path = java.nio.file.Path.of("a");
    }

    @Test
    void refusesClassesThatCannotBeStored() {
        final NodeSettings settings = new NodeSettings("model");
        assertTrue(assertThrows(IllegalStateException.class,
            () -> ParametersPersistence.save(new SameKey(), settings)).getMessage().contains("key \"x\""));
        assertTrue(assertThrows(IllegalStateException.class,
            () -> ParametersPersistence.save(new Unknown(), settings)).getMessage().contains("cannot be stored"));
    }
}
