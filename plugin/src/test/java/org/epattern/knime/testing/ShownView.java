// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.epattern.standin.ui.view.JsonReader;
import org.epattern.standin.ui.view.JsonText;
import org.epattern.standin.ui.view.NodeView;

/** A view as its page sees it: all that it gets has gone through JSON. */
public final class ShownView {

    private final TestWorkflow m_workflow;
    private final NodeView m_view;

    ShownView(final TestWorkflow workflow, final NodeView view) {
        m_workflow = workflow;
        m_view = view;
    }

    /** @return what the page begins with */
    public Map<?, ?> initial() throws Exception {
        return (Map<?, ?>)JsonReader.read(JsonText.of(m_workflow.inWorkflow(m_view::initialData)));
    }

    /** @return the answer to a question */
    public Map<?, ?> call(final String method, final Object... params) throws Exception {
        final List<?> sent = (List<?>)JsonReader.read(JsonText.of(Arrays.asList(params)));
        return (Map<?, ?>)JsonReader.read(JsonText.of(m_workflow.inWorkflow(() -> m_view.call(method, sent))));
    }

    /** @return the sentence with which a question is refused */
    public String trouble(final String method, final Object... params) throws Exception {
        return (String)call(method, params).get("error");
    }

    /** @return the numbers of {"f32": ...} */
    public static float[] floats(final Object packed) {
        final float[] values;
        final ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode((String)((Map<?, ?>)packed).get("f32")))
            .order(ByteOrder.LITTLE_ENDIAN);
        values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    /** @return the grey levels of a pattern */
    public static double[] pixels(final Map<?, ?> pattern) {
        final ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode((String)pattern.get("u16")))
            .order(ByteOrder.LITTLE_ENDIAN);
        final double min = ((Number)pattern.get("min")).doubleValue();
        final double max = ((Number)pattern.get("max")).doubleValue();
        final double[] pixels = new double[bytes.remaining() / Short.BYTES];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = min + Short.toUnsignedInt(bytes.getShort()) * (max - min) / 65535;
        }
        return pixels;
    }

    /** @return the map of this name */
    public static float[] map(final Object maps, final String name) {
        for (final Object map : (List<?>)maps) {
            if (((Map<?, ?>)map).get("name").equals(name)) {
                return floats(((Map<?, ?>)map).get("values"));
            }
        }
        throw new AssertionError("no map " + name);
    }
}
