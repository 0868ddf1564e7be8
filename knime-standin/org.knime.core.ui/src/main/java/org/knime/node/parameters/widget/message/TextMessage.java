// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Shows a text in the dialog in place of a field of type {@link Void}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {

    /** @return what gives the text */
    Class<? extends StateProvider<Optional<Message>>> value();

    /** A text that depends on nothing but the ports. */
    interface SimpleTextMessageProvider extends StateProvider<Optional<TextMessage.Message>> {

        /**
         * @param context the ports
         * @return whether the text is shown
         */
        boolean showMessage(NodeParametersInput context);

        /** @return the heading */
        String title();

        /** @return the text */
        String description();

        /** @return how it is shown */
        MessageType type();

        @Override
        default void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }

        @Override
        default Optional<Message> computeState(final NodeParametersInput context) {
            return Optional.of(context).filter(this::showMessage)
                .map(shown -> new Message(title(), description(), type()));
        }
    }

    /**
     * A text.
     *
     * @param title heading
     * @param description the text
     * @param type how it is shown
     */
    record Message(String title, String description, MessageType type) {
    }

    /** How a text is shown. */
    enum MessageType {
        /** Neutral. */
        INFO,
        /** Something to look at. */
        WARNING,
        /** Something wrong. */
        ERROR,
        /** Something done. */
        SUCCESS
    }
}
