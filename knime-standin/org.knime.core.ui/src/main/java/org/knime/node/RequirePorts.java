// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;

/** The stage of {@link DefaultNode} that takes the ports. */
public interface RequirePorts {

    /**
     * Declares ports that every node of this kind has.
     *
     * @param ports adds the ports in order
     * @return the next stage
     */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(groups -> ports.accept(new FixedPorts(groups)));
    }

    /**
     * Declares groups of ports, some of which the user may add or remove.
     *
     * @param ports adds the groups in order
     * @return the next stage
     */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Takes ports that are always there. */
    interface PortsAdder {

        /**
         * @param name name of the port
         * @param description XML fragment
         * @param portType its type
         * @return this
         */
        PortsAdder addInputPort(String name, String description, PortType portType);

        /**
         * @param name name of the port
         * @param description XML fragment
         * @param portType its type
         * @return this
         */
        PortsAdder addOutputPort(String name, String description, PortType portType);

        /**
         * @param name name of the port
         * @param description XML fragment
         * @return this
         */
        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
         * @param name name of the port
         * @param description XML fragment
         * @return this
         */
        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Takes groups of ports. */
    interface DynamicPortsAdder {

        /**
         * @param groupId name of the group in stored workflows
         * @param groupConfiguration describes the group
         * @return this
         */
        DynamicPortsAdder addInputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /**
         * @param groupId name of the group in stored workflows
         * @param groupConfiguration describes the group
         * @return this
         */
        DynamicPortsAdder addOutputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /**
         * @param groupId name of the group in stored workflows
         * @param groupConfiguration describes the group
         * @return this
         */
        DynamicPortsAdder addInputAndOutputPortGroup(String groupId,
            Function<RequireInputPortName, ConfigurablePort> groupConfiguration);
    }

    /** Takes the name of a port. */
    interface RequirePortName {

        /**
         * @param name name of the port
         * @return the next stage
         */
        RequirePortDescription name(String name);
    }

    /** Takes the description of a port. */
    interface RequirePortDescription {

        /**
         * @param description XML fragment
         * @return the next stage
         */
        RequireConfigurablePortMode description(String description);
    }

    /** Takes the name of the input port of a group with both. */
    interface RequireInputPortName {

        /**
         * @param name name of the input port
         * @return the next stage
         */
        RequireInputPortDescription inputName(String name);
    }

    /** Takes the description of the input port of a group with both. */
    interface RequireInputPortDescription {

        /**
         * @param description XML fragment
         * @return the next stage
         */
        RequireOutputPortName inputDescription(String description);
    }

    /** Takes the name of the output port of a group with both. */
    interface RequireOutputPortName {

        /**
         * @param name name of the output port
         * @return the next stage
         */
        RequireOutputPortDescription outputName(String name);
    }

    /** Takes the description of the output port of a group with both. */
    interface RequireOutputPortDescription {

        /**
         * @param description XML fragment
         * @return the next stage
         */
        RequireConfigurablePortMode outputDescription(String description);
    }

    /** Takes how many ports a group has. */
    interface RequireConfigurablePortMode {

        /**
         * Exactly one port.
         *
         * @param portType its type
         * @return the last stage
         */
        ConfigurablePort.FinalConfigurablePort fixed(PortType portType);

        /** @return the stage that takes the types of at most one port */
        RequireSupportedTypes<ConfigurablePort.OptionalConfigurablePort> optional();

        /** @return the stage that takes the types of any number of ports */
        RequireSupportedTypes<ConfigurablePort.ExtendableConfigurablePort> extendable();

        /**
         * Any number of ports of the type that another group has.
         *
         * @param groupId the other group
         * @return the last stage
         */
        ConfigurablePort.BoundExtendableConfigurablePort boundExtendable(String groupId);

        /**
         * Exactly one port whose type the user may change.
         *
         * @param defaultType the type at first
         * @return the stage that takes the types
         */
        RequireSupportedTypes<ConfigurablePort.FinalConfigurablePort> exchangable(PortType defaultType);
    }

    /**
     * Takes the types that the ports of a group may have.
     *
     * @param <T> the next stage
     */
    interface RequireSupportedTypes<T> {

        /**
         * @param portTypes the types
         * @return the next stage
         */
        T supportedTypes(PortType... portTypes);

        /**
         * @param portTypePredicate satisfied by the types
         * @return the next stage
         */
        T supportedTypes(Predicate<PortType> portTypePredicate);
    }

    /** A described group of ports. */
    sealed interface ConfigurablePort {

        /** Nothing more can be said about the group. */
        final class FinalConfigurablePort implements ConfigurablePort {
        }

        /** At most one port. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {

            /**
             * @param defaultPortType type of the port that a new node has
             * @return the last stage
             */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }

        /** Any number of ports. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {

            /**
             * @param portTypes types of the ports that cannot be removed
             * @return this
             */
            ExtendableConfigurablePort fixedTypes(PortType... portTypes);

            /**
             * @param portTypes types of the further ports that a new node has
             * @return this
             */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... portTypes);
        }

        /** Any number of ports of the type that another group has. */
        non-sealed interface BoundExtendableConfigurablePort extends ConfigurablePort {

            /**
             * @param numPorts number of ports that cannot be removed
             * @return this
             */
            BoundExtendableConfigurablePort fixedNumPorts(int numPorts);

            /**
             * @param numPorts number of further ports that a new node has
             * @return this
             */
            BoundExtendableConfigurablePort defaultNumPorts(int numPorts);
        }
    }
}
