// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.image;

import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageValue;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.core.node.util.CheckUtils;

/** Describes a picture at a port by the type of the cell it can become. */
public final class ImagePortObjectSpec extends AbstractSimplePortObjectSpec {

    private final DataType m_type;

    /**
     * @param type type of a cell with the picture, compatible with {@link ImageValue}
     */
    public ImagePortObjectSpec(final DataType type) {
        CheckUtils.checkArgument(type.isCompatible(ImageValue.class), "%s is no type of pictures", type);
        m_type = type;
    }

    /**
     * @return type of a cell with the picture
     */
    public DataType getDataType() {
        return m_type;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof ImagePortObjectSpec that && m_type.equals(that.m_type);
    }

    @Override
    public int hashCode() {
        return m_type.hashCode();
    }
}
