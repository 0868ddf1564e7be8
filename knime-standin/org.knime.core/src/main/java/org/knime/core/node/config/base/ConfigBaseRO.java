// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/**
 * Reads typed entries of a tree of settings. A getter without default throws an exception that names the key if the
 * entry is absent or of another type; a getter with default returns the default then. Arrays are nested configs.
 */
public interface ConfigBaseRO extends Iterable<String> {

    /**
     * @param key key of a nested config
     * @return the nested config
     * @throws InvalidSettingsException if there is none
     */
    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    /**
     * Writes the whole tree as XML and closes the stream.
     *
     * @param out where to
     * @throws IOException if writing fails
     */
    void saveToXML(OutputStream out) throws IOException;

    /**
     * @param dest gets a copy of all entries
     */
    void copyTo(ConfigBaseWO dest);

    /**
     * @return key of this config in its parent
     */
    String getKey();

    /**
     * @return all keys in the order of insertion
     */
    Set<String> keySet();

    /**
     * @param key a key
     * @return whether there is an entry of any type
     */
    boolean containsKey(String key);

    @Override
    Iterator<String> iterator();

    /**
     * @param key key of the entry
     * @return its value
     * @throws InvalidSettingsException if it is absent or of another type
     */
    int getInt(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @param def returned if it is absent or of another type
     * @return its value
     */
    int getInt(String key, int def);

    /**
     * @param key key of the array
     * @return its values, or null if null was written
     * @throws InvalidSettingsException if it is absent or incomplete
     */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /**
     * @param key key of the array
     * @param def returned if it is absent or incomplete
     * @return its values, or null if null was written
     */
    int[] getIntArray(String key, int... def);

    /**
     * @param key key of the entry
     * @return its value
     * @throws InvalidSettingsException if it is absent or of another type
     */
    double getDouble(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @param def returned if it is absent or of another type
     * @return its value
     */
    double getDouble(String key, double def);

    /**
     * @param key key of the array
     * @return its values, or null if null was written
     * @throws InvalidSettingsException if it is absent or incomplete
     */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /**
     * @param key key of the array
     * @param def returned if it is absent or incomplete
     * @return its values, or null if null was written
     */
    double[] getDoubleArray(String key, double... def);

    /**
     * @param key key of the entry
     * @return its value
     * @throws InvalidSettingsException if it is absent or of another type
     */
    float getFloat(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @param def returned if it is absent or of another type
     * @return its value
     */
    float getFloat(String key, float def);

    /**
     * @param key key of the array
     * @return its values, or null if null was written
     * @throws InvalidSettingsException if it is absent or incomplete
     */
    float[] getFloatArray(String key) throws InvalidSettingsException;

    /**
     * @param key key of the array
     * @param def returned if it is absent or incomplete
     * @return its values, or null if null was written
     */
    float[] getFloatArray(String key, float... def);

    /**
     * @param key key of the entry
     * @return its value
     * @throws InvalidSettingsException if it is absent or of another type
     */
    char getChar(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @param def returned if it is absent or of another type
     * @return its value
     */
    char getChar(String key, char def);

    /**
     * @param key key of the array
     * @return its values, or null if null was written
     * @throws InvalidSettingsException if it is absent or incomplete
     */
    char[] getCharArray(String key) throws InvalidSettingsException;

    /**
     * @param key key of the array
     * @param def returned if it is absent or incomplete
     * @return its values, or null if null was written
     */
    char[] getCharArray(String key, char... def);

    /**
     * @param key key of the entry
     * @return its value
     * @throws InvalidSettingsException if it is absent or of another type
     */
    short getShort(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @param def returned if it is absent or of another type
     * @return its value
     */
    short getShort(String key, short def);

    /**
     * @param key key of the array
     * @return its values, or null if null was written
     * @throws InvalidSettingsException if it is absent or incomplete
     */
    short[] getShortArray(String key) throws InvalidSettingsException;

    /**
     * @param key key of the array
     * @param def returned if it is absent or incomplete
     * @return its values, or null if null was written
     */
    short[] getShortArray(String key, short... def);

    /**
     * @param key key of the entry
     * @return its value
     * @throws InvalidSettingsException if it is absent or of another type
     */
    long getLong(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @param def returned if it is absent or of another type
     * @return its value
     */
    long getLong(String key, long def);

    /**
     * @param key key of the array
     * @return its values, or null if null was written
     * @throws InvalidSettingsException if it is absent or incomplete
     */
    long[] getLongArray(String key) throws InvalidSettingsException;

    /**
     * @param key key of the array
     * @param def returned if it is absent or incomplete
     * @return its values, or null if null was written
     */
    long[] getLongArray(String key, long... def);

    /**
     * @param key key of the entry
     * @return its value
     * @throws InvalidSettingsException if it is absent or of another type
     */
    byte getByte(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @param def returned if it is absent or of another type
     * @return its value
     */
    byte getByte(String key, byte def);

    /**
     * @param key key of the array
     * @return its values, or null if null was written
     * @throws InvalidSettingsException if it is absent or incomplete
     */
    byte[] getByteArray(String key) throws InvalidSettingsException;

    /**
     * @param key key of the array
     * @param def returned if it is absent or incomplete
     * @return its values, or null if null was written
     */
    byte[] getByteArray(String key, byte... def);

    /**
     * @param key key of the entry
     * @return its value
     * @throws InvalidSettingsException if it is absent or of another type
     */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @param def returned if it is absent or of another type
     * @return its value
     */
    boolean getBoolean(String key, boolean def);

    /**
     * @param key key of the array
     * @return its values, or null if null was written
     * @throws InvalidSettingsException if it is absent or incomplete
     */
    boolean[] getBooleanArray(String key) throws InvalidSettingsException;

    /**
     * @param key key of the array
     * @param def returned if it is absent or incomplete
     * @return its values, or null if null was written
     */
    boolean[] getBooleanArray(String key, boolean... def);

    /**
     * @param key key of the entry
     * @return its value, may be null
     * @throws InvalidSettingsException if it is absent or of another type
     */
    String getString(String key) throws InvalidSettingsException;

    /**
     * @param key key of the entry
     * @param def returned if it is absent or of another type
     * @return its value, may be null
     */
    String getString(String key, String def);

    /**
     * @param key key of the array
     * @return its values, or null if null was written
     * @throws InvalidSettingsException if it is absent or incomplete
     */
    String[] getStringArray(String key) throws InvalidSettingsException;

    /**
     * @param key key of the array
     * @param def returned if it is absent or incomplete
     * @return its values, or null if null was written
     */
    String[] getStringArray(String key, String... def);
}
