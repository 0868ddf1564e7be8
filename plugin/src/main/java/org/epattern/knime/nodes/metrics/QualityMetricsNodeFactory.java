// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.metrics;

import java.nio.charset.StandardCharsets;

import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.Schema;
import org.epattern.knime.views.Trouble;
import org.epattern.knime.views.ViewPages;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Quality Metrics". */
public final class QualityMetricsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Quality Metrics") //
        .icon("metrics.png") //
        .shortDescription("Measures how much of the diffraction patterns is kept by reconstruction.") //
        .fullDescription("""
                <p>Compares two versions of each pattern, usually the background-free one and the rebuilt one, and
                says how
                alike they are:</p>
                <ul>
                <li><b>PSNR</b> (dB), <b>SSIM</b> and <b>RMSE</b> (grey levels) judge the whole pattern. They count
                noise
                that was removed as a difference, so they are a measure of change, not of quality alone.</li>
                <li><b>Intensity kept</b>, <b>intensity difference</b> and <b>position offset</b> judge the spots: the
                share
                of their mean grey level that is kept (1 = all), the size of the change as a share of the data range,
                and
                the distance of their centres of mass (px).</li>
                <li><b>Data reduction factor (estimate)</b>: bytes of the original patterns divided by bytes of the
                reflection table, both as uncompressed numbers (in the table 4 bytes for a whole number, 8 for any
                other); files on disk may be smaller or larger.</li>
                </ul>
                <p>Patterns are paired by their scan position. For the figures of spots, add the third input with the
                three
                dots of the node and connect the reflections.</p>
                <p>Method: Folastre et al., Scientific Reports (2024), section "Reconstruction strategy", Fig. 4d-f
                and S11;
                SSIM: Z. Wang et al., IEEE Trans. Image Process. 13 (2004) 600, with a Gaussian window of 11 x 11 px and
                standard deviation 1.5.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Reference patterns", g -> g.name("Reference patterns").description("""
                    A row per scan point with <tt>scan x</tt>, <tt>scan y</tt> and the patterns that count as right.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Compared patterns", g -> g.name("Compared patterns").description("""
                    A row per scan point with <tt>scan x</tt>, <tt>scan y</tt> and the patterns that are judged.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Reflections", g -> g.name("Reflections").description("""
                    Optional: the reflection table, for the figures of spots and the data reduction.
                    """).optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Metrics per pattern", g -> g.name("Metrics per pattern").description("""
                    The rows of the reference patterns with a column per figure.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Summary", g -> g.name("Summary").description("""
                    A row per figure: <tt>name</tt>, <tt>unit</tt>, number of finite values (<tt>count</tt>),
                    <tt>mean</tt>, <tt>median</tt>, <tt>standard deviation</tt>, and the 5th and 95th percentile; then
                    the
                    estimate of the data reduction factor.
                    """).fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(QualityMetricsParameters.class) //
            .configure(QualityMetricsNodeFactory::configure) //
            .execute(QualityMetricsNodeFactory::execute)) //
        .addView(v -> v //
            .withoutParameters() //
            .description("""
                    <b>Quality View</b>: distribution and map of each figure, both versions of the pattern of a chosen
                    point side by side, and, if the reflections are connected, intensity and position of the spots in
                    one version against the other (as in the paper, Fig. 4d-f).
                    """) //
            .page(p -> p.fromString(() -> ViewPages.open("quality.html"), StandardCharsets.UTF_8)
                .relativePath("quality.html")) //
            .initialData(
                d -> d.data(i -> Trouble.orAnswer(() -> new QualityData(i.getInternalPortObjects()).start()))) //
            .dataService(d -> d.handler(i -> new QualityService(i.getInternalPortObjects())))) //
        .nodeType(NodeType.Other) //
        .keywords("4D-STEM", "diffraction", "PSNR", "SSIM", "RMSE", "quality", "compare", "data reduction",
            "compression", "spot", "ePattern");

    /** Called by KNIME. */
    public QualityMetricsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final QualityMetricsParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpecs(new Judging(in.getInTableSpecs(), parameters).patternSpec(), Schema.metricSummary());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final QualityMetricsParameters parameters = in.getParameters();
        final BufferedDataTable[] tables = in.getInTables();
        EngineErrors.translate(() -> {
            final DataTableSpec[] specs = new DataTableSpec[tables.length];
            for (int i = 0; i < specs.length; i++) {
                specs[i] = tables[i].getDataTableSpec();
            }
            new Judging(specs, parameters).run(tables, in.getExecutionContext(), out);
        });
    }
}
