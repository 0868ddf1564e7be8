// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;

/** A picture of some format. */
public interface ImageContent {

    /**
     * @param g where to paint
     * @param width width in px the picture is scaled to
     * @param height height in px the picture is scaled to
     */
    void paint(Graphics2D g, int width, int height);

    /**
     * @return size in px
     */
    Dimension getPreferredSize();

    /**
     * @return a cell with this picture
     */
    DataCell toImageCell();

    /**
     * @param output gets the bytes of the picture file
     * @throws IOException if writing fails
     */
    void save(OutputStream output) throws IOException;

    /**
     * @return format and size in words
     */
    String getSummary();
}
