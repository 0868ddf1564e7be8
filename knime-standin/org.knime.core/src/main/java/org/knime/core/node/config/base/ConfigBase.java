// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import javax.swing.tree.TreeNode;

import org.epattern.standin.settings.SettingsXml;
import org.knime.core.node.InvalidSettingsException;

/** A node of the settings tree: typed entries and nested configs by key, in the order of insertion. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1L;

    private static final String ARRAY_SIZE = "array-size";

    private final LinkedHashMap<String, AbstractConfigEntry> m_entries = new LinkedHashMap<>();

    /**
     * @param key key of this config in its parent, not null
     */
    public ConfigBase(final String key) {
        super(key, ConfigEntries.config);
    }

    /**
     * @param key key of the new config
     * @return an empty config of the same kind as this one
     */
    public abstract ConfigBase getInstance(String key);

    /**
     * @param entry put under its key; takes the place of an entry with the same key
     */
    protected void put(final AbstractConfigEntry entry) {
        entry.setParent(this);
        m_entries.put(entry.getKey(), entry);
    }

    /**
     * @param key a key
     * @return its entry or null
     */
    protected AbstractConfigEntry get(final String key) {
        return m_entries.get(key);
    }

    private boolean has(final String key, final ConfigEntries type) {
        final AbstractConfigEntry entry = get(key);
        return entry != null && entry.getType() == type;
    }

    private Object value(final String key, final ConfigEntries type, final String typeName)
        throws InvalidSettingsException {
        if (!has(key, type)) {
            throw new InvalidSettingsException(typeName + " for key \"" + key + "\" not found.");
        }
        return ((ConfigValueEntry)get(key)).getValue();
    }

    private Object valueOr(final String key, final ConfigEntries type, final Object def) {
        return has(key, type) ? ((ConfigValueEntry)get(key)).getValue() : def;
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase config = getInstance(key);
        put(config);
        return config;
    }

    /**
     * @param config put under its key
     */
    protected final void addConfigBase(final ConfigBase config) {
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        if (get(key) instanceof ConfigBase config) {
            return config;
        }
        throw new InvalidSettingsException("ConfigBase for key \"" + key + "\" not found.");
    }

    /**
     * @param key key of a nested config
     * @return the config removed, null if there was none
     */
    public final AbstractConfigEntry removeConfig(final String key) {
        return get(key) instanceof ConfigBase ? m_entries.remove(key) : null;
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(m_entries.keySet());
    }

    @Override
    public boolean containsKey(final String key) {
        return m_entries.containsKey(key);
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return (int)value(key, ConfigEntries.xint, "Int");
    }

    @Override
    public int getInt(final String key, final int def) {
        return (int)valueOr(key, ConfigEntries.xint, def);
    }

    @Override
    public void addInt(final String key, final int value) {
        put(new ConfigValueEntry(key, ConfigEntries.xint, value));
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array was saved, as the contract says
        }
        final int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getInt(Integer.toString(i));
        }
        return values;
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        try {
            return getIntArray(key);
        } catch (final InvalidSettingsException absent) { // the caller asked for the default in this case
            return def;
        }
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addInt(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return (double)value(key, ConfigEntries.xdouble, "Double");
    }

    @Override
    public double getDouble(final String key, final double def) {
        return (double)valueOr(key, ConfigEntries.xdouble, def);
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(new ConfigValueEntry(key, ConfigEntries.xdouble, value));
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array was saved, as the contract says
        }
        final double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getDouble(Integer.toString(i));
        }
        return values;
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        try {
            return getDoubleArray(key);
        } catch (final InvalidSettingsException absent) { // the caller asked for the default in this case
            return def;
        }
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addDouble(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return (float)value(key, ConfigEntries.xfloat, "Float");
    }

    @Override
    public float getFloat(final String key, final float def) {
        return (float)valueOr(key, ConfigEntries.xfloat, def);
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(new ConfigValueEntry(key, ConfigEntries.xfloat, value));
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array was saved, as the contract says
        }
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getFloat(Integer.toString(i));
        }
        return values;
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        try {
            return getFloatArray(key);
        } catch (final InvalidSettingsException absent) { // the caller asked for the default in this case
            return def;
        }
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addFloat(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return (char)value(key, ConfigEntries.xchar, "Char");
    }

    @Override
    public char getChar(final String key, final char def) {
        return (char)valueOr(key, ConfigEntries.xchar, def);
    }

    @Override
    public void addChar(final String key, final char value) {
        put(new ConfigValueEntry(key, ConfigEntries.xchar, value));
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array was saved, as the contract says
        }
        final char[] values = new char[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getChar(Integer.toString(i));
        }
        return values;
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        try {
            return getCharArray(key);
        } catch (final InvalidSettingsException absent) { // the caller asked for the default in this case
            return def;
        }
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addChar(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return (short)value(key, ConfigEntries.xshort, "Short");
    }

    @Override
    public short getShort(final String key, final short def) {
        return (short)valueOr(key, ConfigEntries.xshort, def);
    }

    @Override
    public void addShort(final String key, final short value) {
        put(new ConfigValueEntry(key, ConfigEntries.xshort, value));
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array was saved, as the contract says
        }
        final short[] values = new short[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getShort(Integer.toString(i));
        }
        return values;
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        try {
            return getShortArray(key);
        } catch (final InvalidSettingsException absent) { // the caller asked for the default in this case
            return def;
        }
    }

    @Override
    public void addShortArray(final String key, final short... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addShort(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return (long)value(key, ConfigEntries.xlong, "Long");
    }

    @Override
    public long getLong(final String key, final long def) {
        return (long)valueOr(key, ConfigEntries.xlong, def);
    }

    @Override
    public void addLong(final String key, final long value) {
        put(new ConfigValueEntry(key, ConfigEntries.xlong, value));
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array was saved, as the contract says
        }
        final long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getLong(Integer.toString(i));
        }
        return values;
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        try {
            return getLongArray(key);
        } catch (final InvalidSettingsException absent) { // the caller asked for the default in this case
            return def;
        }
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addLong(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return (byte)value(key, ConfigEntries.xbyte, "Byte");
    }

    @Override
    public byte getByte(final String key, final byte def) {
        return (byte)valueOr(key, ConfigEntries.xbyte, def);
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(new ConfigValueEntry(key, ConfigEntries.xbyte, value));
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array was saved, as the contract says
        }
        final byte[] values = new byte[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getByte(Integer.toString(i));
        }
        return values;
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        try {
            return getByteArray(key);
        } catch (final InvalidSettingsException absent) { // the caller asked for the default in this case
            return def;
        }
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addByte(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return (boolean)value(key, ConfigEntries.xboolean, "Boolean");
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return (boolean)valueOr(key, ConfigEntries.xboolean, def);
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(new ConfigValueEntry(key, ConfigEntries.xboolean, value));
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array was saved, as the contract says
        }
        final boolean[] values = new boolean[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getBoolean(Integer.toString(i));
        }
        return values;
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        try {
            return getBooleanArray(key);
        } catch (final InvalidSettingsException absent) { // the caller asked for the default in this case
            return def;
        }
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addBoolean(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return (String)value(key, ConfigEntries.xstring, "String");
    }

    @Override
    public String getString(final String key, final String def) {
        return (String)valueOr(key, ConfigEntries.xstring, def);
    }

    @Override
    public void addString(final String key, final String value) {
        put(new ConfigValueEntry(key, ConfigEntries.xstring, value));
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // a null array was saved, as the contract says
        }
        final String[] values = new String[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getString(Integer.toString(i));
        }
        return values;
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        try {
            return getStringArray(key);
        } catch (final InvalidSettingsException absent) { // the caller asked for the default in this case
            return def;
        }
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addString(Integer.toString(i), values[i]);
            }
        }
    }

    /**
     * @param key a key
     * @return its entry or null
     */
    public AbstractConfigEntry getEntry(final String key) {
        return get(key);
    }

    /**
     * @param entry put under its key; takes the place of an entry with the same key
     */
    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return other instanceof ConfigBase that && m_entries.equals(that.m_entries);
    }

    @Override
    public final String toStringValue() {
        return m_entries.values().toString();
    }

    @Override
    public final void saveToXML(final OutputStream out) throws IOException {
        SettingsXml.write(this, out);
    }

    /**
     * @param config filled with the entries read
     * @param in XML, closed here
     * @return the config
     * @throws IOException if the file cannot be read or is no settings file
     */
    protected static ConfigBase loadFromXML(final ConfigBase config, final InputStream in) throws IOException {
        config.load(in);
        return config;
    }

    /**
     * Adds the entries read to this config.
     *
     * @param in XML, closed here
     * @throws IOException if the file cannot be read or is no settings file
     */
    public void load(final InputStream in) throws IOException {
        SettingsXml.read(this, in);
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        final ConfigBase target = (ConfigBase)dest;
        for (final Map.Entry<String, AbstractConfigEntry> entry : m_entries.entrySet()) {
            if (entry.getValue() instanceof ConfigBase config) {
                config.copyTo(target.addConfigBase(entry.getKey()));
            } else {
                target.put(((ConfigValueEntry)entry.getValue()).copy());
            }
        }
    }

    @Override
    public TreeNode getChildAt(final int index) {
        return m_entries.values().stream().skip(index).findFirst().orElse(null);
    }

    @Override
    public int getChildCount() {
        return m_entries.size();
    }

    @Override
    public int getIndex(final TreeNode node) {
        return m_entries.values().stream().toList().indexOf(node);
    }

    @Override
    public final boolean isLeaf() {
        return false;
    }

    @Override
    public final Enumeration<TreeNode> children() {
        return Collections.enumeration(Collections.<TreeNode>unmodifiableCollection(m_entries.values()));
    }
}
