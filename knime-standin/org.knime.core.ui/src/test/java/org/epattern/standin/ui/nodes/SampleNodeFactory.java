// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.nodes;

import java.util.function.Function;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that passes its table on; it has an optional second input. */
public final class SampleNodeFactory extends DefaultNodeFactory {

    /** A model that does nothing. */
    public static final Function<RequireModelParameters, DefaultModel> IDLE =
        model -> model.withoutParameters().configure((in, out) -> {
        }).execute((in, out) -> {
        });

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Sample") //
        .icon("SampleNodeFactory.class") // any file beside the factory will do here
        .shortDescription("Passes a table on.") //
        .fullDescription("<p>Passes a table on.</p>") //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(ports -> ports //
            .addInputPortGroup("Patterns", g -> g.name("Patterns").description("The table.")
                .fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Mask", g -> g.name("Mask").description("Rows to leave out.").optional()
                .supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Result", g -> g.name("Result").description("The same table.")
                .fixed(BufferedDataTable.TYPE))) //
        .model(model -> model //
            .parametersClass(SampleParameters.class) //
            .configure(SampleNodeFactory::configure) //
            .execute(SampleNodeFactory::execute)) //
        .keywords("pass", "identity") //
        .addExternalResource("https://example.org", "More.");

    /** For the platform. */
    public SampleNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final SampleParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        if (!spec.containsName(parameters.m_column)) {
            throw new InvalidSettingsException("There is no column \"" + parameters.m_column + "\".");
        }
        if (in.getInPortSpecs().length == 2) {
            out.setWarningMessage("With mask.");
        }
        out.setOutSpecs(spec);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        out.setOutData(in.getInTable(0));
    }
}
