// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

class SettingsXmlTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"settings.xml\">";

    private static String write(final NodeSettings settings) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static NodeSettingsRO read(final String xml) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static NodeSettings everyType() {
        final NodeSettings settings = new NodeSettings("model");
        settings.addInt("int", Integer.MIN_VALUE);
        settings.addLong("long", Long.MAX_VALUE);
        settings.addDouble("double", 0.1);
        settings.addDouble("infinite", Double.NEGATIVE_INFINITY);
        settings.addFloat("float", 1.5f);
        settings.addShort("short", (short)-3);
        settings.addByte("byte", (byte)-128);
        settings.addChar("char", 'x');
        settings.addBoolean("boolean", true);
        settings.addString("string", "a < b & \"c\" > 'd' µ €");
        settings.addString("null", null);
        settings.addString("empty", "");
        settings.addStringArray("strings", "one", null, "");
        settings.addIntArray("ints", 1, 2, 3);
        settings.addDoubleArray("no doubles", (double[])null);
        settings.addDataType("type", StringCell.TYPE);
        settings.addNodeSettings("nested").addString("deep", "value");
        return settings;
    }

    @Test
    void everyTypeOfEntrySurvivesTheFile() throws IOException, InvalidSettingsException {
        final NodeSettings settings = everyType();
        final NodeSettingsRO back = read(write(settings));
        assertTrue(settings.hasIdenticalValue((NodeSettings)back), back::toString);
        assertNull(back.getString("null"));
        assertArrayEquals(new String[]{"one", null, ""}, back.getStringArray("strings"));
        assertNull(back.getDoubleArray("no doubles"));
        assertEquals(StringCell.TYPE, back.getDataType("type"));
        assertEquals("value", back.getNodeSettings("nested").getString("deep"));
    }

    @Test
    void charactersThatXmlForbidsAreEscapedAsKnimeDoes() throws IOException, InvalidSettingsException {
        final String text = "tab\tline\nzero\u0000 smile\ud83d\ude00 100%% %%00009 % end%";
        final NodeSettings settings = new NodeSettings("model");
        settings.addString("text", text);
        final String xml = write(settings);
        assertTrue(xml.contains("tab%%00009line%%00010zero%%00000 smile%%55357%%56832 100%%00037% "), xml);
        assertEquals(text, read(xml).getString("text"));
    }

    @Test
    void theFileHasTheLayoutOfKnime() throws IOException {
        final NodeSettings settings = new NodeSettings("model");
        settings.addInt("radius", 20);
        settings.addString("name", null);
        settings.addNodeSettings("group").addBoolean("on", false);
        final String xml = write(settings);
        assertTrue(xml.contains("<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\""), xml);
        assertTrue(xml.contains("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""), xml);
        assertTrue(xml.contains("key=\"model\">"), xml);
        assertTrue(xml.contains("<entry key=\"radius\" type=\"xint\" value=\"20\"/>"), xml);
        assertTrue(xml.contains("<entry key=\"name\" type=\"xstring\" isnull=\"true\" value=\"\"/>"), xml);
        assertTrue(xml.contains("<config key=\"group\">"), xml);
        assertTrue(xml.contains("<entry key=\"on\" type=\"xboolean\" value=\"false\"/>"), xml);
    }

    @Test
    void aMissingOrWronglyTypedKeyIsRefusedInTheWordsOfKnime() {
        final NodeSettings settings = everyType();
        assertEquals("Int for key \"radius\" not found.",
            assertThrows(InvalidSettingsException.class, () -> settings.getInt("radius")).getMessage());
        assertEquals("Int for key \"string\" not found.",
            assertThrows(InvalidSettingsException.class, () -> settings.getInt("string")).getMessage());
        assertEquals("Double for key \"int\" not found.",
            assertThrows(InvalidSettingsException.class, () -> settings.getDouble("int")).getMessage());
        assertEquals("Config for key \"int\" not found.",
            assertThrows(InvalidSettingsException.class, () -> settings.getNodeSettings("int")).getMessage());
        assertEquals(7, settings.getInt("radius", 7));
        assertEquals(7, settings.getInt("string", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no xml", "<config/>", HEAD, HEAD + "<other/></config>",
        HEAD + "<entry key=\"a\" type=\"xint\" value=\"1.5\"/></config>",
        HEAD + "<entry key=\"a\" type=\"xboolean\" value=\"yes\"/></config>",
        HEAD + "<entry key=\"a\" type=\"number\" value=\"1\"/></config>",
        HEAD + "<entry key=\"a\" value=\"1\"/></config>", HEAD + "<entry type=\"xint\" value=\"1\"/></config>",
        HEAD + "<entry key=\"a\" type=\"xint\" isnull=\"true\" value=\"\"/></config>",
        HEAD + "<config><entry key=\"a\" type=\"xint\" value=\"1\"/></config></config>"})
    void aFileThatIsNoSettingsFileIsRefused(final String xml) {
        final String message = assertThrows(IOException.class, () -> read(xml)).getMessage();
        assertTrue(message.startsWith("This is no KNIME settings file: "), message);
    }

    @Test
    void anExternalEntityIsRefusedAndNotRead() {
        final String xml = "<?xml version=\"1.0\"?><!DOCTYPE config [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>"
            + HEAD.substring(HEAD.indexOf('\n')) + "<entry key=\"a\" type=\"xstring\" value=\"x\"/></config>";
        assertThrows(IOException.class, () -> read(xml));
    }

    @Test
    void aCopyIsIndependentOfTheOriginal() {
        final NodeSettings settings = everyType();
        final NodeSettings copy = new NodeSettings("copy");
        settings.copyTo(copy);
        assertTrue(settings.hasIdenticalValue(copy));
        copy.addInt("int", 1);
        assertEquals(Integer.MIN_VALUE, settings.getInt("int", 0));
    }
}
