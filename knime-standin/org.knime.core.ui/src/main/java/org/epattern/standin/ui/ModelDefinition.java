// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.Optional;

import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.parameters.NodeParameters;

/**
 * What a node does.
 *
 * @param parameters the settings class, if any
 * @param work its functions
 */
public record ModelDefinition(Optional<Class<? extends NodeParameters>> parameters, Work work) {

    /** The functions of a node. */
    public sealed interface Work permits Standard, Rearranging {
    }

    /**
     * A node with functions of its own.
     *
     * @param configure computes output specs
     * @param execute computes output data
     */
    public record Standard(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        ExecuteConsumer execute) implements Work {
    }

    /**
     * A node that rearranges the columns of one table.
     *
     * @param rearrange makes the rearrangement
     */
    public record Rearranging(ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange)
        implements Work {
    }

    /**
     * @param parameters the settings class or null
     * @param configure computes output specs
     * @param execute computes output data
     * @return the definition
     */
    public static ModelDefinition standard(final Class<? extends NodeParameters> parameters,
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        final ExecuteConsumer execute) {
        return new ModelDefinition(Optional.ofNullable(parameters), new Standard(configure, execute));
    }

    /**
     * @param parameters the settings class or null
     * @param rearrange makes the rearrangement
     * @return the definition
     */
    public static ModelDefinition rearranging(final Class<? extends NodeParameters> parameters,
        final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
        return new ModelDefinition(Optional.ofNullable(parameters), new Rearranging(rearrange));
    }
}
