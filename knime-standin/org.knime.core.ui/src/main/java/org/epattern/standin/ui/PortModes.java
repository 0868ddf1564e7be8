// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.RequirePorts.ConfigurablePort.BoundExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** The stage that takes how many ports a group has; hands the chosen mode on as soon as its types are known. */
final class PortModes implements RequireConfigurablePortMode {

    private static final String OBJECT_CLASS = "object_class";

    private final Consumer<PortGroup.Mode> m_add;

    PortModes(final Consumer<PortGroup.Mode> add) {
        m_add = add;
    }

    @Override
    public FinalConfigurablePort fixed(final PortType portType) {
        return adding(new Fixed(portType), mode -> new FinalConfigurablePort());
    }

    @Override
    public RequireSupportedTypes<OptionalConfigurablePort> optional() {
        return new SupportedTypes<>(types -> adding(new Extendable(types, 1), OptionalPort::new));
    }

    @Override
    public RequireSupportedTypes<ExtendableConfigurablePort> extendable() {
        return new SupportedTypes<>(types -> adding(new Extendable(types, Integer.MAX_VALUE), ExtendablePort::new));
    }

    @Override
    public BoundExtendableConfigurablePort boundExtendable(final String groupId) {
        return adding(new Bound(groupId), BoundPort::new);
    }

    @Override
    public RequireSupportedTypes<FinalConfigurablePort> exchangable(final PortType defaultType) {
        return new SupportedTypes<>(
            types -> adding(new Exchangeable(types, defaultType), mode -> new FinalConfigurablePort()));
    }

    private <M extends PortGroup.Mode, T> T adding(final M mode, final Function<M, T> next) {
        m_add.accept(mode);
        return next.apply(mode);
    }

    /** The types that ports of a group may have. */
    private record Types(Predicate<PortType> accepted, List<PortType> known) {

        PortType load(final String group, final NodeSettingsRO config) throws InvalidSettingsException {
            final String name = config.getString(OBJECT_CLASS);
            return known.stream().filter(accepted).filter(type -> type.getPortObjectClass().getName().equals(name))
                .findFirst().orElseThrow(() -> new InvalidSettingsException("The port group \"" + group
                    + "\" cannot have a port of type \"" + name + "\"."));
        }
    }

    private record SupportedTypes<T>(Function<Types, T> next) implements RequireSupportedTypes<T> {

        @Override
        public T supportedTypes(final PortType... portTypes) {
            final List<PortType> types = List.of(portTypes);
            return next.apply(new Types(types::contains, types));
        }

        @Override
        public T supportedTypes(final Predicate<PortType> portTypePredicate) {
            return next.apply(new Types(portTypePredicate,
                List.of(BufferedDataTable.TYPE, ImagePortObject.TYPE, PortObject.TYPE)));
        }
    }

    private record Fixed(PortType type) implements PortGroup.Mode {

        @Override
        public List<PortType> ports(final String group, final NodeSettingsRO config,
            final PortGroup.PortTypesByGroup types) {
            return List.of(type);
        }

        @Override
        public boolean isConfigurable() {
            return false;
        }
    }

    /** Some ports that stay and up to a number that the user adds. */
    private static final class Extendable implements PortGroup.Mode {

        private final Types m_types;

        private final int m_most;

        private List<PortType> m_fixed = List.of();

        private List<PortType> m_default = List.of();

        Extendable(final Types types, final int most) {
            m_types = types;
            m_most = most;
        }

        @Override
        public List<PortType> ports(final String group, final NodeSettingsRO config,
            final PortGroup.PortTypesByGroup types) throws InvalidSettingsException {
            final List<PortType> added = config == null ? m_default : load(group, config);
            if (added.size() > m_most) {
                throw new InvalidSettingsException("The port group \"" + group + "\" has " + added.size()
                    + " ports but takes at most " + m_most + ".");
            }
            return Stream.concat(m_fixed.stream(), added.stream()).toList();
        }

        private List<PortType> load(final String group, final NodeSettingsRO config) throws InvalidSettingsException {
            final List<PortType> ports = new ArrayList<>();
            for (final String key : config.keySet()) {
                ports.add(m_types.load(group, config.getNodeSettings(key)));
            }
            return ports;
        }

        @Override
        public boolean isConfigurable() {
            return true;
        }
    }

    /** One port whose type the user may change. */
    private record Exchangeable(Types supported, PortType defaultType) implements PortGroup.Mode {

        @Override
        public List<PortType> ports(final String group, final NodeSettingsRO config,
            final PortGroup.PortTypesByGroup types) throws InvalidSettingsException {
            return List.of(config == null ? defaultType : supported.load(group, config));
        }

        @Override
        public boolean isConfigurable() {
            return true;
        }
    }

    /** As many ports as the user adds, of the type of another group. */
    private static final class Bound implements PortGroup.Mode {

        private final String m_boundTo;

        private int m_fixed;

        private int m_default;

        Bound(final String boundTo) {
            m_boundTo = boundTo;
        }

        @Override
        public List<PortType> ports(final String group, final NodeSettingsRO config,
            final PortGroup.PortTypesByGroup types) throws InvalidSettingsException {
            final List<PortType> of = types.of(m_boundTo);
            if (of.isEmpty()) {
                return List.of();
            }
            final int added = config == null ? m_default : config.getInt("configuredPortNumber");
            return Collections.nCopies(m_fixed + added, of.get(0));
        }

        @Override
        public boolean isConfigurable() {
            return true;
        }
    }

    private record OptionalPort(Extendable mode) implements OptionalConfigurablePort {

        @Override
        public FinalConfigurablePort defaultPortType(final PortType defaultPortType) {
            mode.m_default = List.of(defaultPortType);
            return new FinalConfigurablePort();
        }
    }

    private record ExtendablePort(Extendable mode) implements ExtendableConfigurablePort {

        @Override
        public ExtendableConfigurablePort fixedTypes(final PortType... portTypes) {
            mode.m_fixed = notEmpty(portTypes);
            return this;
        }

        @Override
        public ExtendableConfigurablePort defaultNonFixedTypes(final PortType... portTypes) {
            mode.m_default = notEmpty(portTypes);
            return this;
        }

        private static List<PortType> notEmpty(final PortType... portTypes) {
            if (portTypes.length == 0) {
                throw new IllegalArgumentException("At least one port type is needed.");
            }
            return List.copyOf(Arrays.asList(portTypes));
        }
    }

    private record BoundPort(Bound mode) implements BoundExtendableConfigurablePort {

        @Override
        public BoundExtendableConfigurablePort fixedNumPorts(final int numPorts) {
            mode.m_fixed = numPorts;
            return this;
        }

        @Override
        public BoundExtendableConfigurablePort defaultNumPorts(final int numPorts) {
            mode.m_default = numPorts;
            return this;
        }
    }
}
