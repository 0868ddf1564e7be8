// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.epattern.standin.ui.ModelDefinition;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node does: its settings class and either configure and execute, or a rearrangement of columns. */
public abstract class DefaultModel {

    private final ModelDefinition m_definition;

    private DefaultModel(final ModelDefinition definition) {
        m_definition = definition;
    }

    static RequireModelParameters create() {
        return parametersClass -> new AfterParameters(parametersClass);
    }

    ModelDefinition definition() {
        return m_definition;
    }

    private static final class Complete extends DefaultModel {

        Complete(final ModelDefinition definition) {
            super(definition);
        }
    }

    private record AfterParameters(Class<? extends NodeParameters> parametersClass)
        implements RequireConfigureOrRearrangeColumns {

        @Override
        public RequireExecute configure(
            final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
            return execute -> new Complete(ModelDefinition.standard(parametersClass, configure, execute));
        }

        @Override
        public DefaultModel rearrangeColumns(
            final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns) {
            return new Complete(ModelDefinition.rearranging(parametersClass, rearrangeColumns));
        }
    }

    /** Takes the settings class. */
    public interface RequireModelParameters {

        /**
         * @param parametersClass the settings
         * @return the next stage
         */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next stage for a node without settings */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Takes what the node does. */
    public interface RequireConfigureOrRearrangeColumns {

        /**
         * @param configure computes output specs from input specs
         * @return the next stage
         */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        /**
         * @param rearrangeColumns makes the rearrangement, for one table in and one out
         * @return the model
         */
        DefaultModel rearrangeColumns(
            ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /** Takes the work. */
    public interface RequireExecute {

        /**
         * @param execute computes output data from input data
         * @return the model
         */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /**
     * A step that may refuse its settings or its input.
     *
     * @param <I> input
     * @param <O> output
     */
    public interface ConfigureOrRearrangerConsumer<I, O> {

        /**
         * @param input what is given
         * @param output takes the result
         * @throws InvalidSettingsException with one sentence for the user
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** The work of a node. */
    public interface ExecuteConsumer {

        /**
         * @param input what is given
         * @param output takes the result
         * @throws CanceledExecutionException if the user stopped the node
         * @throws KNIMEException with a message for the user
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What configure gets; ports count from 0. */
    public interface ConfigureInput {

        /**
         * @return the settings
         * @param <S> the settings class
         */
        <S extends NodeParameters> S getParameters();

        /** @return the specs at the input ports */
        PortObjectSpec[] getInPortSpecs();

        /**
         * @param index input port
         * @return the spec there
         * @param <S> its class
         */
        <S extends PortObjectSpec> S getInPortSpec(int index);

        /** @return the specs at the input ports, all of which are tables */
        DataTableSpec[] getInTableSpecs();

        /**
         * @param portIndex input port
         * @return the table spec there
         */
        DataTableSpec getInTableSpec(int portIndex);

        /** @return the types of the output ports */
        PortType[] getOutPortTypes();
    }

    /** What configure gives; a spec that is not set is unknown until the node has run. */
    public interface ConfigureOutput {

        /**
         * @param index output port
         * @param spec the spec there
         * @param <S> its class
         */
        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        /**
         * @param specs the specs at the first output ports
         * @param <S> their class
         */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /** @param message one sentence for the user */
        void setWarningMessage(String message);
    }

    /** What execute gets; ports count from 0. */
    public interface ExecuteInput {

        /**
         * @return the settings
         * @param <S> the settings class
         */
        <S extends NodeParameters> S getParameters();

        /** @return for progress, cancellation and new tables */
        ExecutionContext getExecutionContext();

        /** @return the objects at the input ports */
        PortObject[] getInPortObjects();

        /**
         * @param portIndex input port
         * @return the object there
         * @param <D> its class
         */
        <D extends PortObject> D getInPortObject(int portIndex);

        /** @return the objects at the input ports, all of which are tables */
        BufferedDataTable[] getInTables();

        /**
         * @param portIndex input port
         * @return the table there
         */
        BufferedDataTable getInTable(int portIndex);

        /** @return the types of the output ports */
        PortType[] getOutPortTypes();
    }

    /** What execute gives. */
    public interface ExecuteOutput {

        /**
         * @param index output port
         * @param data the object there
         * @param <D> its class
         */
        <D extends PortObject> void setOutData(int index, D data);

        /**
         * @param data the objects at the first output ports
         * @param <D> their class
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /**
         * Keeps data with the node for its view.
         *
         * @param data the objects
         * @param <D> their class
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /** @param message one sentence for the user */
        void setWarningMessage(String message);
    }

    /** What a rearrangement gets. */
    public interface RearrangeColumnsInput {

        /**
         * @return the settings
         * @param <S> the settings class
         */
        <S extends NodeParameters> S getParameters();

        /** @return the input table spec */
        DataTableSpec getDataTableSpec();
    }

    /** What a rearrangement gives. */
    public interface RearrangeColumnsOutput {

        /** @param rearranger the rearrangement, not null */
        void setColumnRearranger(ColumnRearranger rearranger);
    }
}
