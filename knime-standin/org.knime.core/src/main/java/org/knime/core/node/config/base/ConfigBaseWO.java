// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** Writes typed entries into a tree of settings; an entry with the same key is replaced. */
public interface ConfigBaseWO {

    /**
     * @param key key of the nested config
     * @return a new empty nested config
     */
    ConfigBase addConfigBase(String key);

    /**
     * @return key of this config in its parent
     */
    String getKey();

    /**
     * @param key key of the entry
     * @param value its value
     */
    void addInt(String key, int value);

    /**
     * @param key key of the array
     * @param values its values, may be null
     */
    void addIntArray(String key, int... values);

    /**
     * @param key key of the entry
     * @param value its value
     */
    void addDouble(String key, double value);

    /**
     * @param key key of the array
     * @param values its values, may be null
     */
    void addDoubleArray(String key, double... values);

    /**
     * @param key key of the entry
     * @param value its value
     */
    void addFloat(String key, float value);

    /**
     * @param key key of the array
     * @param values its values, may be null
     */
    void addFloatArray(String key, float... values);

    /**
     * @param key key of the entry
     * @param value its value
     */
    void addChar(String key, char value);

    /**
     * @param key key of the array
     * @param values its values, may be null
     */
    void addCharArray(String key, char... values);

    /**
     * @param key key of the entry
     * @param value its value
     */
    void addShort(String key, short value);

    /**
     * @param key key of the array
     * @param values its values, may be null
     */
    void addShortArray(String key, short... values);

    /**
     * @param key key of the entry
     * @param value its value
     */
    void addLong(String key, long value);

    /**
     * @param key key of the array
     * @param values its values, may be null
     */
    void addLongArray(String key, long... values);

    /**
     * @param key key of the entry
     * @param value its value
     */
    void addByte(String key, byte value);

    /**
     * @param key key of the array
     * @param values its values, may be null
     */
    void addByteArray(String key, byte... values);

    /**
     * @param key key of the entry
     * @param value its value
     */
    void addBoolean(String key, boolean value);

    /**
     * @param key key of the array
     * @param values its values, may be null
     */
    void addBooleanArray(String key, boolean... values);

    /**
     * @param key key of the entry
     * @param value its value, may be null
     */
    void addString(String key, String value);

    /**
     * @param key key of the array
     * @param values its values, may be null
     */
    void addStringArray(String key, String... values);
}
