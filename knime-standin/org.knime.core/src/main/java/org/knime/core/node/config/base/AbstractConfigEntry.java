// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Collections;
import java.util.Enumeration;

import javax.swing.tree.TreeNode;

/** An entry of the settings tree: a value or a nested config, under a key. */
public abstract class AbstractConfigEntry implements Serializable, TreeNode {

    private static final long serialVersionUID = 1L;

    private final String m_key;

    private final ConfigEntries m_type;

    private AbstractConfigEntry m_parent;

    AbstractConfigEntry(final String key, final ConfigEntries type) {
        if (key == null) {
            throw new IllegalArgumentException("Key of a setting must not be null");
        }
        m_key = key;
        m_type = type;
    }

    /**
     * @return key in the parent
     */
    public final String getKey() {
        return m_key;
    }

    /**
     * @return type of the value
     */
    public final ConfigEntries getType() {
        return m_type;
    }

    /**
     * @param parent the config that holds this entry
     */
    public final void setParent(final AbstractConfigEntry parent) {
        m_parent = parent;
    }

    /**
     * @return the value as text, null for a null string
     */
    public abstract String toStringValue();

    /** Whether the value equals that of another entry; keys are not compared. */
    abstract boolean hasIdenticalValue(AbstractConfigEntry other);

    /**
     * @param other an entry
     * @return whether key, type and value are the same
     */
    public final boolean isIdentical(final AbstractConfigEntry other) {
        return equals(other);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof AbstractConfigEntry that && m_key.equals(that.m_key) && m_type == that.m_type
            && hasIdenticalValue(that);
    }

    @Override
    public int hashCode() {
        return m_key.hashCode();
    }

    @Override
    public String toString() {
        return m_key + "=" + toStringValue();
    }

    @Override
    public TreeNode getChildAt(final int index) {
        return null;
    }

    @Override
    public int getChildCount() {
        return 0;
    }

    @Override
    public final TreeNode getParent() {
        return m_parent;
    }

    @Override
    public int getIndex(final TreeNode node) {
        return -1;
    }

    @Override
    public final boolean getAllowsChildren() {
        return m_type == ConfigEntries.config;
    }

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public Enumeration<TreeNode> children() {
        return Collections.emptyEnumeration();
    }
}
