// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.view;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/** The view of an executed node: its page, what the page begins with, and what it may ask for. */
public final class NodeView {

    private final ViewDefinition m_definition;

    private final ViewInput m_input;

    private Object m_handler;

    /**
     * @param definition the view
     * @param internal what the node kept for it
     */
    public NodeView(final ViewDefinition definition, final List<PortObject> internal) {
        m_definition = definition;
        final PortObject[] objects = internal.toArray(PortObject[]::new);
        m_input = new ViewInput() {
            @Override
            public <S extends NodeParameters> S getParameters() {
                return null;
            }

            @Override
            public PortObject[] getInternalPortObjects() {
                return objects;
            }
        };
    }

    /** @return its page */
    public Page page() {
        return m_definition.page();
    }

    /**
     * @return what the page begins with, fit for {@link JsonText}
     * @throws IllegalStateException if the view begins without data
     */
    public Object initialData() {
        return m_definition.initial()
            .orElseThrow(() -> new IllegalStateException("The view begins without data.")).apply(m_input);
    }

    /**
     * Calls a public method of the view's service, as the platform does on a request of JSON-RPC.
     *
     * @param method name of the method
     * @param params its arguments as {@link JsonReader} gives them
     * @return the answer, fit for {@link JsonText}
     * @throws NoSuchMethodException one sentence if there is no such method
     * @throws IllegalArgumentException one sentence if it takes other arguments
     * @throws IllegalStateException with the cause, if the method fails
     */
    public Object call(final String method, final List<?> params) throws NoSuchMethodException {
        if (m_definition.handler().isEmpty()) {
            throw new NoSuchMethodException("The view answers no questions.");
        }
        final Object handler = service();
        final List<Method> named = Arrays.stream(handler.getClass().getMethods())
            .filter(m -> m.getDeclaringClass() != Object.class && !Modifier.isStatic(m.getModifiers()))
            .filter(m -> m.getName().equals(method)).toList();
        if (named.isEmpty()) {
            throw new NoSuchMethodException("The view has no method '" + method + "'.");
        }
        final Method found = named.stream().filter(m -> m.getParameterCount() == params.size()).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("The method '" + method + "' does not take "
                + params.size() + " arguments."));
        final Object[] arguments = new Object[params.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(params.get(i), found.getParameterTypes()[i], method);
        }
        try {
            return found.invoke(handler, arguments);
        } catch (final IllegalAccessException ex) {
            throw new IllegalStateException("The class of a view's service must be public: " + handler.getClass(), ex);
        } catch (final InvocationTargetException ex) {
            throw new IllegalStateException("The method '" + method + "' of the view failed: " + ex.getCause(),
                ex.getCause());
        }
    }

    /**
     * @return the object whose public methods the page calls, made when it is first asked for
     * @throws java.util.NoSuchElementException if the view answers no questions
     */
    public synchronized Object service() {
        if (m_handler == null) {
            m_handler = m_definition.handler().orElseThrow().apply(m_input);
        }
        return m_handler;
    }

    private static Object argument(final Object given, final Class<?> type, final String method) {
        if (given == null && !type.isPrimitive() || type == String.class && given instanceof String
            || (type == Boolean.class || type == boolean.class) && given instanceof Boolean) {
            return given;
        }
        if (given instanceof Number number && (type == double.class || type == Double.class)) {
            return number.doubleValue();
        }
        if (given instanceof Long number && (type == int.class || type == Integer.class)
            && number.intValue() == number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("The method '" + method + "' takes a value of type " + type.getSimpleName()
            + " where " + JsonText.of(given) + " is given.");
    }
}
