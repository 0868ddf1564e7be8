// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.epattern.knime.data.EngineErrors;
import org.knime.core.node.InvalidSettingsException;

/**
 * The answer to a page whose question cannot be answered.
 *
 * @param error one sentence for the user
 */
public record Trouble(String error) {

    /** A question of a page. */
    @FunctionalInterface
    public interface Question {
        /**
         * @return the answer
         * @throws IOException a file cannot be read
         * @throws InvalidSettingsException a setting or a column is not fit
         */
        Object answer() throws IOException, InvalidSettingsException;
    }

    /**
     * Answers a question of a page. What the user can put right becomes an ordinary answer: KNIME takes an exception
     * for a fault of the program and writes it to its log.
     *
     * @param question the question
     * @return its answer, or the trouble
     */
    public static Object orAnswer(final Question question) {
        try {
            return question.answer();
        } catch (IOException e) {
            return new Trouble(EngineErrors.sentence(e) + ".");
        } catch (UncheckedIOException e) {
            return new Trouble(EngineErrors.sentence(e.getCause()) + ".");
        } catch (InvalidSettingsException | IllegalArgumentException e) {
            return new Trouble(e.getMessage() + ".");
        }
    }
}
