// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.function.Supplier;

import org.epattern.standin.ui.Reflection;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;

/** Computes the state of providers for given values and notes names that no setting has. */
final class ProvidedStates implements StateProviderInitializer {

    private final References m_references;

    private final DialogValues m_values;

    private final String m_user;

    private ProvidedStates(final References references, final DialogValues values, final String user) {
        m_references = references;
        m_values = values;
        m_user = user;
    }

    /**
     * @param provider a provider
     * @param references names of the settings
     * @param values their values
     * @return what it computes; null if it has nothing to give now
     * @param <S> type of the state
     */
    static <S> S compute(final StateProvider<S> provider, final References references, final DialogValues values) {
        final int known = references.problems().size();
        provider.init(new ProvidedStates(references, values, provider.getClass().getName()));
        if (references.problems().size() > known) {
            return null; // a name is unknown, so the provider has nothing to compute from
        }
        try {
            return provider.computeState(values.input());
        } catch (final StateComputationFailureException nothing) {
            return null;
        }
    }

    @Override
    public NodeParametersInput getNodeParametersInput() {
        return m_values.input();
    }

    @Override
    public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> ref) {
        return getValueSupplier(ref);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<T>> ref) {
        m_references.require(m_user, ref);
        return () -> (T)m_values.value(ref);
    }

    @Override
    public <T> void computeOnValueChange(final Class<? extends ParameterReference<T>> id) {
        m_references.require(m_user, id);
    }

    @Override
    public <T> Supplier<T> computeFromProvidedState(final Class<? extends StateProvider<T>> stateProviderClass) {
        return () -> compute(Reflection.create(stateProviderClass), m_references, m_values);
    }

    @Override
    public void computeOnButtonClick(final Class<? extends ButtonReference> ref) {
        // buttons have no value that could be missing
    }

    @Override
    public void computeBeforeOpenDialog() {
        // the state is computed in any case
    }

    @Override
    public void computeAfterOpenDialog() {
        // the state is computed in any case
    }
}
