// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes a value or a list of choices while a dialog is open.
 *
 * @param <S> type of what is computed
 */
public interface StateProvider<S> {

    /**
     * Names what the state depends on and what triggers a new computation.
     *
     * @param initializer takes the dependencies; not to be used after this call
     */
    void init(StateProviderInitializer initializer);

    /**
     * @param parametersInput the ports
     * @return the state
     * @throws StateComputationFailureException if there is none now
     */
    S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;

    /** Takes the dependencies and triggers of a provider. */
    interface StateProviderInitializer {

        /** @return the ports */
        NodeParametersInput getNodeParametersInput();

        /**
         * Computes anew whenever the field changes.
         *
         * @param ref name of the field
         * @return gives the field's value during the computation
         * @param <T> type of the field
         */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * Reads a field without computing anew when it changes.
         *
         * @param ref name of the field
         * @return gives the field's value during the computation
         * @param <T> type of the field
         */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * As {@link #getValueSupplier(Class)} for a reference whose type holds a wildcard.
         *
         * @param ref name of the field
         * @param typeRef its full type
         * @return gives the field's value during the computation
         * @param <T> type of the field
         */
        @SuppressWarnings("unchecked")
        default <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<?>> ref,
            final TypeReference<T> typeRef) {
            return getValueSupplier((Class<? extends ParameterReference<T>>)(Class<?>)ref);
        }

        /**
         * Computes anew whenever the field changes, without reading it.
         *
         * @param id name of the field
         * @param <T> type of the field
         */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id);

        /**
         * Computes anew whenever another provider has computed.
         *
         * @param stateProviderClass the other provider
         * @return gives its state during the computation
         * @param <T> type of its state
         */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

        /**
         * Computes anew whenever a button is pressed.
         *
         * @param ref name of the button
         */
        void computeOnButtonClick(Class<? extends ButtonReference> ref);

        /** Computes before the dialog is shown. */
        void computeBeforeOpenDialog();

        /** Computes just after the dialog is shown. */
        void computeAfterOpenDialog();
    }

    /**
     * Carries a type with its arguments.
     *
     * @param <T> the type
     */
    interface TypeReference<T> {
    }
}
