// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.epattern.standin.ui.view.ViewDefinition;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** The view of a node: its page, what the page begins with, and what it may ask for. */
public final class DefaultView {

    private final Class<? extends NodeParameters> m_parametersClass;

    private final String m_description;

    private final Page m_page;

    private Function<ViewInput, Object> m_initial;

    private Function<ViewInput, Object> m_handler;

    private DefaultView(final Class<? extends NodeParameters> parametersClass, final String description,
        final Page page) {
        m_parametersClass = parametersClass;
        m_description = Objects.requireNonNull(description, "description of the view");
        m_page = Objects.requireNonNull(page, "page of the view");
    }

    static RequireViewParameters create() {
        return parametersClass -> description -> page -> new DefaultView(parametersClass, description,
            page.apply(Page.create()));
    }

    ViewDefinition definition() {
        if (m_parametersClass != null) {
            throw new UnsupportedOperationException("The stand-in knows no views with settings of their own.");
        }
        return new ViewDefinition(m_description, m_page, Optional.ofNullable(m_initial),
            Optional.ofNullable(m_handler));
    }

    /**
     * @param initialData makes what the page begins with
     * @return this
     * @param <D> its type
     */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        m_initial = input -> initialData.apply(DefaultInitialData::new).make(input);
        return this;
    }

    /**
     * @param dataService makes what the page may ask for
     * @return this
     */
    public DefaultView dataService(final Function<RequireDataService, DefaultDataService> dataService) {
        m_handler = input -> dataService.apply(SingleHandlerDataService::new).start(input);
        return this;
    }

    /** Takes the class of the view's own settings. */
    public interface RequireViewParameters {

        /**
         * @param parametersClass the settings
         * @return the next stage
         */
        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next stage for a view without settings */
        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Takes the description. */
    public interface RequireDescription {

        /**
         * @param description what the view shows, an XML fragment
         * @return the next stage
         */
        RequirePage description(String description);
    }

    /** Takes the page. */
    public interface RequirePage {

        /**
         * @param page makes the page from its first stage
         * @return the view
         */
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** What a page may ask for. */
    public abstract static class DefaultDataService {

        abstract Object start(ViewInput input);
    }

    /** What a page may ask for: the public methods of one object. */
    public static final class SingleHandlerDataService extends DefaultDataService {

        private final Function<ViewInput, Object> m_service;

        SingleHandlerDataService(final Function<ViewInput, Object> service) {
            m_service = service;
        }

        @Override
        Object start(final ViewInput input) {
            return m_service.apply(input);
        }
    }

    /**
     * What a page begins with.
     *
     * @param <D> its type
     */
    public static final class DefaultInitialData<D> {

        private final Function<ViewInput, D> m_data;

        DefaultInitialData(final Function<ViewInput, D> data) {
            m_data = data;
        }

        D make(final ViewInput input) {
            return m_data.apply(input);
        }
    }

    /** Takes what a page begins with. */
    @FunctionalInterface
    public interface RequireInitialData {

        /**
         * @param data makes it from what the node kept
         * @return the service
         * @param <D> its type
         */
        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /** Takes what a page may ask for; the platform also takes several objects with names. */
    @FunctionalInterface
    public interface RequireDataService {

        /**
         * @param handler makes, from what the node kept, an object of a public class whose methods the page calls
         * @return the service
         */
        SingleHandlerDataService handler(Function<ViewInput, Object> handler);
    }

    /** What the node kept for its view. */
    public interface ViewInput {

        /**
         * @return the settings of the view
         * @param <S> their class
         */
        <S extends NodeParameters> S getParameters();

        /** @return the objects that the node kept, all of which are tables */
        default BufferedDataTable[] getInternalTables() {
            return Arrays.copyOf(getInternalPortObjects(), getInternalPortObjects().length,
                BufferedDataTable[].class);
        }

        /** @return the objects that the node kept */
        PortObject[] getInternalPortObjects();
    }
}
