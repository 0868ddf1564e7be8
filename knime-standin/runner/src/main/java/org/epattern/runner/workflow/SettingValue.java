// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;

/** Moves single values between the settings of a node and flow variables, with the conversions that KNIME allows. */
public final class SettingValue {

    private SettingValue() {
    }

    /**
     * @param model settings
     * @param path steps to an entry, at least one
     * @return the config that should hold the entry
     * @throws InvalidSettingsException with a sentence, if a step does not exist
     */
    public static ConfigBase parent(final ConfigBase model, final List<String> path) throws InvalidSettingsException {
        ConfigBase config = model;
        for (final String step : path.subList(0, path.size() - 1)) {
            if (!(config.getEntry(step) instanceof ConfigBase next)) {
                throw new InvalidSettingsException("There is no group '" + step + "' in the path '"
                    + String.join("/", path) + "' of a setting.");
            }
            config = next;
        }
        return config;
    }

    /**
     * Gives a setting the value of a variable: text goes into text, true/false and single characters; whole numbers
     * into all numbers and text; numbers with a fraction into such numbers and text.
     *
     * @param config holds the setting
     * @param key the setting, which keeps its type
     * @param variable gives the value
     * @param shown the setting's whole path, for the sentence
     * @throws InvalidSettingsException with a sentence
     */
    static void overwrite(final ConfigBase config, final String key, final Variable variable, final String shown)
        throws InvalidSettingsException {
        final AbstractConfigEntry entry = config.getEntry(key);
        if (entry == null) {
            throw new InvalidSettingsException("The setting '" + shown + "' is controlled by the flow variable '"
                + variable.name() + "', but the node has no such setting.");
        }
        final boolean fits = switch (variable.type()) {
            case STRING -> overwriteText(config, entry, (String)variable.value());
            case INTEGER -> overwriteInteger(config, entry, (Integer)variable.value());
            case DOUBLE -> overwriteDouble(config, entry, (Double)variable.value());
        };
        if (!fits) {
            throw new InvalidSettingsException("The setting '" + shown + "' (" + entry.getType()
                + ") cannot take the flow variable '" + variable.name() + "' (" + variable.type() + ", value '"
                + variable.value() + "').");
        }
    }

    private static boolean overwriteText(final ConfigBase config, final AbstractConfigEntry entry, final String value) {
        switch (entry.getType()) {
            case xstring -> config.addString(entry.getKey(), value);
            case xboolean -> {
                if (!"true".equalsIgnoreCase(value) && !"false".equalsIgnoreCase(value)) {
                    return false;
                }
                config.addBoolean(entry.getKey(), Boolean.parseBoolean(value));
            }
            case xchar -> {
                if (value.length() != 1) {
                    return false;
                }
                config.addChar(entry.getKey(), value.charAt(0));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean overwriteInteger(final ConfigBase config, final AbstractConfigEntry entry,
        final int value) {
        switch (entry.getType()) {
            case xint -> config.addInt(entry.getKey(), value);
            case xlong -> config.addLong(entry.getKey(), value);
            case xfloat -> config.addFloat(entry.getKey(), value);
            case xdouble -> config.addDouble(entry.getKey(), value);
            case xstring -> config.addString(entry.getKey(), Integer.toString(value));
            case xshort -> {
                if ((short)value != value) {
                    return false;
                }
                config.addShort(entry.getKey(), (short)value);
            }
            case xbyte -> {
                if ((byte)value != value) {
                    return false;
                }
                config.addByte(entry.getKey(), (byte)value);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean overwriteDouble(final ConfigBase config, final AbstractConfigEntry entry,
        final double value) {
        switch (entry.getType()) {
            case xdouble -> config.addDouble(entry.getKey(), value);
            case xfloat -> config.addFloat(entry.getKey(), (float)value);
            case xstring -> config.addString(entry.getKey(), Double.toString(value));
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * @param config holds the setting
     * @param key the setting
     * @param name of the variable
     * @param shown the setting's whole path, for the sentence
     * @return a variable with the setting's value
     * @throws InvalidSettingsException with a sentence
     */
    static Variable toVariable(final ConfigBase config, final String key, final String name, final String shown)
        throws InvalidSettingsException {
        final AbstractConfigEntry entry = config.getEntry(key);
        if (entry == null) {
            throw new InvalidSettingsException("The setting '" + shown + "' should become the flow variable '" + name
                + "', but the node has no such setting.");
        }
        final String text = entry.toStringValue();
        return switch (entry.getType()) {
            case xint, xshort, xbyte -> Variable.of(name, Integer.parseInt(text));
            case xdouble, xfloat -> Variable.of(name, Double.parseDouble(text));
            case xstring, xboolean, xchar -> Variable.of(name, text);
            default -> throw new InvalidSettingsException("The setting '" + shown + "' (" + entry.getType()
                + ") cannot become the flow variable '" + name + "'.");
        };
    }

    /**
     * Sets an entry, whatever was there before, as {@code -option} does.
     *
     * @param model settings
     * @param path steps to the entry
     * @param value the value as text, which is known to fit the type
     * @param type int, long, short, byte, boolean, char, float, double or String
     * @throws InvalidSettingsException with a sentence, if a step does not exist
     */
    public static void set(final NodeSettings model, final List<String> path, final String value, final String type)
        throws InvalidSettingsException {
        final ConfigBase config = parent(model, path);
        final String key = path.get(path.size() - 1);
        switch (type) {
            case "int" -> config.addInt(key, Integer.parseInt(value));
            case "long" -> config.addLong(key, Long.parseLong(value));
            case "short" -> config.addShort(key, Short.parseShort(value));
            case "byte" -> config.addByte(key, Byte.parseByte(value));
            case "boolean" -> config.addBoolean(key, Boolean.parseBoolean(value));
            case "char" -> config.addChar(key, value.charAt(0));
            // KNIME stores a float as a double
            case "float", "double" -> config.addDouble(key, Double.parseDouble(value));
            case "String" -> config.addString(key, value);
            default -> throw new IllegalArgumentException("unknown type of option: " + type);
        }
    }
}
