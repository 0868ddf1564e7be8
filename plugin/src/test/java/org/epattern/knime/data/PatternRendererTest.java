// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.epattern.knime.testing.TestWorkflow;
import org.epattern.scan.SampleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;

/** Holds what the table view shows of a pattern. */
class PatternRendererTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;

    @TempDir
    private Path m_temp;
    private DiffractionPatternCell m_cell;

    @BeforeEach
    void writePattern() throws IOException {
        final byte[] samples = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte)(i % WIDTH * 4);
        }
        try (PatternWriter writer = new PatternWriter(
            FileStoreFactory.createFileStoreFactory(new TestWorkflow(m_temp).context()), "p")) {
            m_cell = writer.append(WIDTH, HEIGHT, SampleType.UINT8, samples);
        }
    }

    private static BufferedImage paint(final AbstractDataValueRendererFactory factory, final Object value) {
        final Component component = factory.createRenderer(null).getRendererComponent(value);
        component.setSize(128, 64);
        final BufferedImage image = new BufferedImage(128, 64, BufferedImage.TYPE_INT_ARGB);
        component.paint(image.createGraphics());
        return image;
    }

    private static int grey(final BufferedImage image, final int x, final int y) {
        return image.getRGB(x, y) & 0xff;
    }

    @Test
    void pictureFillsTheCellAndFollowsTheGreyLevels() {
        final BufferedImage linear = paint(new LinearPatternRendererFactory(), m_cell);
        assertTrue(grey(linear, 8, 32) < grey(linear, 64, 32));
        assertTrue(grey(linear, 64, 32) < grey(linear, 120, 32));
    }

    @Test
    void logarithmicContrastLiftsWeakGreyLevels() {
        final BufferedImage linear = paint(new LinearPatternRendererFactory(), m_cell);
        final BufferedImage root = paint(new SquareRootPatternRendererFactory(), m_cell);
        final BufferedImage logarithmic = paint(new LogarithmicPatternRendererFactory(), m_cell);
        assertTrue(grey(linear, 32, 32) < grey(root, 32, 32));
        assertTrue(grey(root, 32, 32) < grey(logarithmic, 32, 32));
    }

    @Test
    void preferredSizeKeepsTheShapeOfThePattern() {
        final Dimension size = new LogarithmicPatternRendererFactory().createRenderer(null)
            .getRendererComponent(m_cell).getPreferredSize();
        assertEquals(size.width, 2 * size.height);
    }

    @Test
    void missingAndLostPatternsAreShownAsText() throws IOException {
        final AbstractDataValueRendererFactory factory = new LogarithmicPatternRendererFactory();
        assertTrue(colours(paint(factory, DataType.getMissingCell())) > 1);
        Files.delete(m_cell.file().toPath());
        assertTrue(colours(paint(factory, m_cell)) > 1);
    }

    private static int colours(final BufferedImage image) {
        final Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }

    @Test
    void typeOffersThreeContrastsLogarithmicFirst() throws Exception {
        final TestWorkflow workflow = new TestWorkflow(m_temp);
        final List<String> names = workflow.environment().call(() -> workflow.environment().cellTypes()
            .renderers(DiffractionPatternValue.class).stream().map(f -> f.getDescription()).toList());
        assertEquals(List.of("Diffraction pattern (logarithmic)", "Diffraction pattern (square root)",
            "Diffraction pattern (linear)"), names);
    }
}
