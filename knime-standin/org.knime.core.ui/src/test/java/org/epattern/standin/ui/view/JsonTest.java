// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is read from and written as JSON. */
class JsonTest {

    private record Part(String name, double[] unused, int n) {
    }

    private record Whole(Double value, List<String> words, Map<String, Integer> map) {
    }

    @Test
    void recordsMapsAndListsAreWritten() {
        final Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 2);
        map.put("a", 1);
        assertEquals("{\"value\":null,\"words\":[\"x\",null],\"map\":{\"b\":2,\"a\":1}}",
            JsonText.of(new Whole(null, Arrays.asList("x", null), map)));
        assertEquals("[1.5,-3,true,\"NaN\"]", JsonText.of(List.of(1.5, -3L, true, Double.NaN)));
        assertEquals("\"\\\"\\\\\\u000a\\u2028\u00e9\"", JsonText.of("\"\\\n\u2028\u00e9"));
        assertThrows(IllegalArgumentException.class, () -> JsonText.of(new Part("", new double[1], 1)));
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        final Map<String, Object> value = new LinkedHashMap<>();
        value.put("text", "\"\\/\b\f\n\r\t\u2028 \ud83d\ude00");
        value.put("numbers", List.of(0L, -12L, 1.5e-7, 1e300, 123456789012L));
        value.put("others", Arrays.asList(true, false, null));
        value.put("empty", List.of(Map.of(), List.of(), ""));
        assertEquals(value, JsonReader.read(JsonText.of(value)));
        assertEquals("A\u00e9/", JsonReader.read(" \"\\u0041\\u00E9\\/\"\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,", "[1 2]", "{\"a\" 1}", "{a:1}", "\"a", "\"\\x\"", "\"\\u12g4\"", "01",
        "1.", ".5", "+1", "tru", "nul", "[1]]", "'a'", "\"\n\"", "--1", "1e"})
    void whatIsNoJsonIsRefusedWithItsPlace(final String text) {
        final String message =
            assertThrows(IllegalArgumentException.class, () -> JsonReader.read(text)).getMessage();
        assertTrue(message.contains("character"), message);
    }

    @Test
    void deepTextsDoNotFillTheStack() {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.read("[".repeat(100_000)));
    }
}
