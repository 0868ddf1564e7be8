// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.image;

import javax.swing.JComponent;

import org.knime.core.data.DataCell;
import org.knime.core.data.image.ImageContent;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.util.CheckUtils;

/** A picture that goes through a port. */
public class ImagePortObject extends AbstractPortObject {

    /** The type of such ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ImagePortObject.class);

    /** The type of such ports that may be left unconnected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(ImagePortObject.class, true);

    private final ImageContent m_content;

    private final ImagePortObjectSpec m_spec;

    /**
     * @param content the picture, not null
     * @param spec its spec, not null
     */
    public ImagePortObject(final ImageContent content, final ImagePortObjectSpec spec) {
        m_content = CheckUtils.checkArgumentNotNull(content, "The picture must not be null");
        m_spec = CheckUtils.checkArgumentNotNull(spec, "The spec of the picture must not be null");
    }

    /**
     * @return a cell with the picture
     */
    public DataCell toDataCell() {
        return m_content.toImageCell();
    }

    @Override
    public String getSummary() {
        return m_content.getSummary();
    }

    @Override
    public ImagePortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
