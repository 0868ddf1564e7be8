// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks.flows;

import java.util.List;
import java.util.Map;

/** All workflows and components of the repository, each in a method of its own. */
final class ShippedWorkflows {

    private static final String DEMO = "knime://knime.workflow/data/demo.blo";
    private static final String LIST = "List Scans";
    private static final String LOAD = "Load 4D-STEM";
    private static final String BACKGROUND = "Subtract Background";
    private static final String REGISTER = "Adaptive Peak Register";
    private static final String RECONSTRUCT = "Reconstruct";
    private static final String MAP = "Spot Count Map";
    private static final String METRICS = "Quality Metrics";
    private static final String MASK = "Mask Results";
    private static final String SAVE = "Save 4D-STEM";

    private final OurNodes m_nodes;

    private ShippedWorkflows(final OurNodes nodes) {
        m_nodes = nodes;
    }

    /**
     * @param nodes our nodes
     * @return the workflows
     */
    static List<Flow> all(final OurNodes nodes) {
        final ShippedWorkflows flows = new ShippedWorkflows(nodes);
        return List.of(flows.ePattern(), flows.rapid(), flows.toAstar(), flows.trySettings(),
            flows.manyScans(), flows.doesItHelp(), flows.wholeRun());
    }

    /**
     * @param nodes our nodes
     * @return the shared components, each by its folder
     */
    static Map<String, Component> components(final OurNodes nodes) {
        return Map.of("test-workflows/components/ePattern", new ShippedWorkflows(nodes).component(0));
    }

    private Component component(final int id) {
        final Component component = new Component(id, "ePattern",
            "From the patterns of a 4D-STEM scan to reflections, maps and clean patterns: takes the slowly varying "
                + "background away, finds the diffraction spots of every pattern to a fraction of a pixel, draws maps "
                + "of them and rebuilds every pattern from its spots alone. To change settings, open the component "
                + "(Ctrl + double click) and then the node.")
                    .input("Scan", "The patterns as Load 4D-STEM gives them: a row per scan point.")
                    .output("Reflections", "A row per spot: scan x, scan y, x, y, radius, mean, prominence, noise, "
                        + "rank, flags. Plain columns for any other node.")
                    .output("Maps", "A row per scan point: spot count, virtual bright field, sum of all spots, noise, "
                        + "threshold.")
                    .output("Map pictures", "The maps as pictures.")
                    .output("Patterns", "The rebuilt pattern of every scan point.");
        component.inside(40, 820, 240)
            .annotate(40, 20, 900, 90, """
                ePattern as a component: the patterns of a scan go in, reflections, maps, pictures of the maps and \
                clean patterns come out.

                The background radius must fit the largest spot (Subtract Background), the factor the noise \
                (Adaptive Peak Register). The other settings seldom need a change.""")
            .add(background(3).at(220, 240), node(4, REGISTER).at(400, 240).says("spots of every pattern"),
                map(5).at(600, 160), reconstruct(6, 0).at(600, 320).says("clean patterns"))
            .connect(Component.INPUT, 1, 3, 1).connect(3, 1, 4, 1).connect(4, 1, 5, 1).connect(4, 2, 5, 2)
            .connect(4, 1, 6, 1).connect(4, 1, Component.OUTPUT, 1).connect(5, 1, Component.OUTPUT, 2)
            .connect(5, 2, Component.OUTPUT, 3).connect(6, 1, Component.OUTPUT, 4);
        return component;
    }

    private Flow ePattern() {
        return new Flow("test-workflows/ePattern",
            "Finds the diffraction spots of every pattern of a 4D-STEM scan, keeps them as a table, rebuilds clean "
                + "patterns, draws maps and says how well the patterns were kept.")
                    .annotate(40, 20, 1040, 80, """
                        ePattern: from a 4D-STEM scan to reflections, clean patterns, maps and quality figures

                        The scan is the file or folder in the workflow variable "input"; its default is the small \
                        simulated scan in the data folder of this workflow. Right-click the workflow, "Configure \
                        workflow variables", to change it, or type the path into "Load 4D-STEM" and remove the \
                        variable there.""")
                    .annotate(40, 160, 340, 150, "1. Load the scan and take the slowly varying background away")
                    .annotate(400, 160, 160, 150, "2. Find the spots of every pattern")
                    .add(load(1).at(60, 200), background(2).at(240, 200),
                        node(3, REGISTER).at(420, 200).says("spots of every pattern"),
                        reconstruct(4, 1).at(600, 120).says("clean patterns"), map(5).at(600, 300),
                        metrics(6).at(780, 120),
                        node(7, MASK).at(960, 240).says("at least 5 spots"))
                    .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(3, 1, 4, 1).connect(3, 2, 4, 2)
                    .connect(3, 1, 5, 1).connect(3, 2, 5, 2).connect(3, 2, 6, 1).connect(4, 1, 6, 2)
                    .connect(3, 1, 6, 3).connect(6, 1, 7, 1).connect(5, 1, 7, 2).variable("input", DEMO);
    }

    private Flow rapid() {
        return new Flow("test-workflows/ePattern rapid",
            "Masks every pattern of a 4D-STEM scan: the measured grey levels are kept inside the diffraction spots, "
                + "zero elsewhere.")
                    .annotate(40, 20, 720, 80, """
                        ePattern rapid: everything outside the spots becomes black

                        The masking method of the paper: spots are found but not refined, and the measured patterns \
                        are kept inside them. Faster than registration and reconstruction, at the price of position \
                        accuracy. The scan is the file or folder in the workflow variable "input".""")
                    .add(load(1).at(60, 200), background(2).at(240, 200),
                        node(3, REGISTER).at(420, 200).set("refinement", "NONE").says("spots, not refined"),
                        reconstruct(4, 1).at(600, 120).set("mode", "MASK").set("radiusRule", "FIXED")
                            .says("patterns kept inside the spots"),
                        map(5).at(600, 300))
                    .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(3, 1, 4, 1).connect(3, 2, 4, 2)
                    .connect(3, 1, 5, 1).connect(3, 2, 5, 2).variable("input", DEMO);
    }

    private Flow toAstar() {
        final String rebuilt = "knime://knime.workflow/data/rebuilt.blo";
        return new Flow("test-workflows/ePattern to ASTAR",
            "Rebuilds the patterns of a 4D-STEM scan from their registered spots and writes them as a NanoMEGAS block "
                + "file for ASTAR.")
                    .annotate(40, 20, 880, 90, """
                        ePattern to ASTAR: a block file with clean patterns for template matching

                        The scan in the workflow variable "input" becomes the block file in the workflow variable \
                        "output": every spot is registered and drawn on black, with its sub-pixel position, radius \
                        and intensity. ASTAR opens the file as it is; the calibration goes with it. The reflections \
                        are written beside it as CSV. What is there is replaced.""")
                    .add(load(1).at(60, 200), background(2).at(240, 200),
                        node(3, REGISTER).at(420, 200).says("spots of every pattern"),
                        reconstruct(4, 0).at(600, 120).says("clean patterns, 8 bit"),
                        save(5, 1, rebuilt).at(780, 200)
                            .says("block file in workflow variable \"output\", and the reflections beside it"))
                    .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(3, 1, 4, 1).connect(4, 1, 5, 1)
                    .connect(3, 1, 5, 2).variable("input", DEMO).variable("output", rebuilt);
    }

    private Flow trySettings() {
        return new Flow("test-workflows/Try settings on a few lines",
            "Finds the spots of a few lines of a 4D-STEM scan with two settings side by side, with maps and quality "
                + "figures of both, so that good settings are found in seconds before the whole scan is processed.")
                    .annotate(40, 20, 1160, 130, """
                        Try settings on a few lines, before you process the whole scan

                        Each box is a step, the lines carry its result to the next. Press "Execute all" (the double \
                        arrow above) and wait for the green lights. Then click on a box and look at its tables in the \
                        lower part of the window.
                        It starts with a small simulated scan. For your own: right-click the canvas, "Configure \
                        workflow variables"; "input" is the file or folder of the scan, "first_line" (from 0) and \
                        "lines" are the part of it that is loaded. Or double-click a box, change it, execute again.""")
                    .annotate(40, 170, 340, 250, """
                        1. A few lines of the scan

                        Only these lines are read, so that a change takes seconds. Choose lines with crystals and \
                        with none. The background is what changes slowly across a pattern; spots wider than 20 px \
                        need a larger ball.""")
                    .annotate(400, 170, 800, 190, """
                        2. Settings A: factor 4.5 (the workflow variable "factor_a")

                        A spot must rise 4.5 times as far as the noise does. Look first at "Map pictures" of the \
                        map: where there is no crystal, the spot count should be 0 or 1.""")
                    .annotate(400, 380, 800, 220, """





                        2. Settings B: factor 7 ("factor_b"), or whatever you want to compare: open the box and \
                        change it.

                        Too many spots where nothing is: a larger factor. Weak spots missing: a smaller one.""")
                    .annotate(40, 620, 1160, 90, """
                        3. Which is better? Compare the tables "Summary" of the two boxes "Quality Metrics": more \
                        reflections at the same share of intensity kept (near 1) and the same position offset (well \
                        below 1 px) is better; and the map must stay empty where there is no crystal. Then open the \
                        workflow "ePattern", give "Adaptive Peak Register" the settings that won, and let it run on \
                        the whole scan.""")
                    .add(load(1).set("region", "RECTANGLE").set("regionY", 3).set("regionHeight", 4)
                        .variable("regionY", "first_line").variable("regionHeight", "lines").at(60, 320)
                        .says("4 lines of the scan"),
                        background(2).at(240, 320),
                        node(3, REGISTER).variable("factor", "factor_a").at(440, 260).says("settings A"),
                        node(4, REGISTER).set("factor", 7.0).variable("factor", "factor_b").at(440, 400)
                            .says("settings B"),
                        map(5).at(660, 260).says("map of A"), map(6).at(660, 400).says("map of B"),
                        reconstruct(7, 0).at(840, 260).says("clean patterns of A"),
                        reconstruct(8, 0).at(840, 400).says("clean patterns of B"),
                        metrics(9).at(1020, 260).says("figures of A"), metrics(10).at(1020, 400).says("figures of B"))
                    .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(2, 1, 4, 1)
                    .connect(3, 1, 5, 1).connect(3, 2, 5, 2).connect(3, 1, 7, 1).connect(3, 2, 9, 1)
                    .connect(7, 1, 9, 2).connect(3, 1, 9, 3)
                    .connect(4, 1, 6, 1).connect(4, 2, 6, 2).connect(4, 1, 8, 1).connect(4, 2, 10, 1)
                    .connect(8, 1, 10, 2).connect(4, 1, 10, 3)
                    .variable("input", DEMO).variable("first_line", 3).variable("lines", 4)
                    .variable("factor_a", 4.5).variable("factor_b", 7.0);
    }

    private Flow manyScans() {
        final String folder = "knime://knime.workflow/data/scans";
        return new Flow("test-workflows/Many scans in a loop",
            "Finds the spots of all 4D-STEM scans in a folder with the same settings: one table with the reflections "
                + "of all scans, one with their maps. The loop is made of nodes that come with every KNIME Analytics "
                + "Platform (KNIME Base Nodes, org.knime.base).")
                    .annotate(40, 20, 1300, 110, """
                        Many scans in a loop: all scans of a folder, the same settings, one table of reflections

                        The folder is the workflow variable "folder"; its default holds three small simulated scans. \
                        Right-click the canvas, "Configure workflow variables", to change it, or type the path into \
                        "List Scans" and remove the variable there. "names" chooses scans by wildcards, such as \
                        *.blo. Find the settings first, with "Try settings on a few lines".""")
                    .annotate(40, 150, 160, 260, "1. A row for each scan")
                    .annotate(220, 150, 940, 260, """
                        2. The loop: for each row, its columns "file" and "scan" become flow variables (red lines). \
                        "file" sets the file of Load 4D-STEM, "scan" becomes a column. The settings are inside the \
                        component ePattern (Ctrl + double click).""")
                    .annotate(1180, 150, 160, 260, "3. The rows of all scans")
                    .annotate(40, 430, 1300, 90, """
                        Behind "Loop End": every row says its scan, so GroupBy counts and averages per scan, Row \
                        Filter takes one scan, CSV Writer or Excel Writer keeps them. If a scan cannot be read, the \
                        loop stops and says which; take it out of the folder, or put Try (Variable Ports) and Catch \
                        Errors around the body to go on without it.""")
                    .add(node(1, LIST).set("folder", folder).variable("folder", "folder").variable("names", "names")
                        .at(60, 270).says("the scans in workflow variable \"folder\""),
                        BaseNodes.loopStart(2).at(240, 270).says("next scan"),
                        node(3, LOAD).set("file", folder + "/grains 1.blo").variable("file", "file").at(420, 270)
                            .says("the scan of this iteration"),
                        component(4).at(620, 270),
                        BaseNodes.variableToColumn(5, "scan").at(880, 210).says("reflections and their scan"),
                        BaseNodes.variableToColumn(6, "scan").at(880, 310).says("maps and their scan"),
                        BaseNodes.loopEnd(7, 2).at(1200, 270).says("reflections and maps of all scans"))
                    .connect(1, 1, 2, 1).connect(2, 1, 3, 0).connect(3, 1, 4, 1).connect(4, 1, 5, 2)
                    .connect(4, 2, 6, 2).connect(2, 1, 5, 1).connect(2, 1, 6, 1).connect(5, 1, 7, 1)
                    .connect(6, 1, 7, 2).variable("folder", folder).variable("names", "*");
    }

    private Flow doesItHelp() {
        final Flow flow = new Flow("test-workflows/Does ePattern help",
            "Compares ways to prepare patterns for orientation mapping on a simulated polycrystal: no filter, filters "
                + "of ASTAR, masking, reconstruction, and matching on reflections.")
                    .annotate(40, 20, 1240, 100, """
                        Does ePattern help? The same template bank, the same simulated scan with known orientations, \
                        and seven ways to prepare the patterns

                        The table "Summary" of the last Compare Orientations has the figures of all of them. The \
                        variables: dose in electrons per square Angstrom (the paper's is 52), scan points in a line, \
                        specimen (NMVP_ON_CARBON, PBI2_IN_WATER). To see more of the map, raise the scan points; time \
                        grows with their square.""")
                    .annotate(40, 140, 160, 150, "1. A scan whose orientations are known")
                    .annotate(580, 140, 160, 1130, "2. Ways to prepare the patterns")
                    .annotate(760, 140, 160, 1130, "3. The same matching")
                    .annotate(940, 140, 160, 1130, "4. How many are right")
                    .add(node(1, "Simulate Crystal Scan").set("scanWidth", 16).set("scanHeight", 16).set("grains", 6)
                        .set("perArea", 10.0).variable("specimen", "specimen")
                        .variable("scanWidth", "points").variable("scanHeight", "points")
                        .variable("perArea", "dose").at(60, 180),
                        node(2, "Simulate Template Bank").set("files", "knime://knime.workflow/data")
                            .set("largestRadius", 10).set("relrodLength", 0.05).set("precession", 1.4).at(60, 320)
                            .says("both crystals of the paper"),
                        background(3).at(240, 180), node(4, REGISTER).at(420, 180).says("spots of every pattern"),
                        astar(5, 2, 0, 1).at(600, 340), astar(6, 4, 10, 1).at(600, 480),
                        astar(7, 4, 10, 8).at(600, 620),
                        reconstruct(8, 1).set("mode", "MASK").at(600, 760).says("masking"),
                        reconstruct(9, 0).at(600, 900).says("reconstruction"));
        final String[] names = {"no filter", "ASTAR (1, 2, 0)", "ASTAR (1, 4, 10)", "ASTAR (1, 4, 10), wide circle",
            "masking", "reconstruction", "reflections"};
        final String[] columns = {"pattern", "filtered pattern", "filtered pattern", "filtered pattern",
            "masked pattern", "rebuilt pattern", "rebuilt pattern"};
        final int[] sources = {1, 5, 6, 7, 8, 9, 4};
        for (int i = 0; i < names.length; i++) {
            final int match = 10 + i;
            final int compare = 17 + i;
            final int y = 180 + 160 * i;
            flow.add(match(match, i < 6).set("patternColumn", columns[i]).at(780, y).says(names[i]),
                compare(compare, i == 0 ? 0 : 1).set("name", names[i]).at(960, y).says(names[i]));
            flow.connect(sources[i], 1, match, 1).connect(2, 1, match, 2).connect(2, 2, match, 3)
                .connect(match, 1, compare, 1).connect(1, 2, compare, 2).connect(2, 2, compare, 3)
                .connect(4, 2, compare, 4);
            if (i > 0) {
                flow.connect(compare - 1, 2, compare, 5);
            }
        }
        return flow
            .add(node(24, "Orientation Map").at(1140, 180).says("no filter"),
                node(25, "Orientation Map").at(1140, 980).says("reconstruction"))
            .connect(10, 1, 24, 1).connect(2, 2, 24, 2).connect(15, 1, 25, 1).connect(2, 2, 25, 2)
            .connect(1, 1, 3, 1).connect(3, 1, 4, 1).connect(1, 1, 5, 1).connect(1, 1, 6, 1).connect(1, 1, 7, 1)
            .connect(4, 1, 8, 1).connect(4, 2, 8, 2).connect(4, 1, 9, 1)
            .variable("dose", 10.0).variable("points", 16).variable("specimen", "NMVP_ON_CARBON");
    }

    private Node astar(final int id, final int enhance, final int threshold, final int radius) {
        return node(id, "ASTAR Filter").set("spotEnhanceLoops", enhance).set("noiseThreshold", threshold)
            .set("softeningRadius", radius)
            .says("ASTAR (1, " + enhance + ", " + threshold + ")" + (radius > 1 ? ", wide circle" : ""));
    }

    /** The second best orientation is one that a user would tell apart from the best one. */
    private Node match(final int id, final boolean images) {
        return node(id, "Match Patterns").set("compare", images ? "IMAGES" : "REFLECTIONS").set("beam", "CENTRE")
            .set("beamRadius", 6.0).set("turnStep", 3.0).set("misorientation", 10.0).set("halfTurn", true);
    }

    private Node compare(final int id, final int earlier) {
        return node(id, "Compare Orientations").ports("Orientations", 0).ports("Truth", 0).ports("Phases", 0)
            .ports("Spot counts", 1).ports("Earlier summary", earlier).ports("Points", 0).ports("Summary", 0)
            .ports("Distributions", 0).ports("Limits", 0).ports("Pictures", 0);
    }

    private Flow wholeRun() {
        return new Flow("benchmarks/Whole run",
            "The measurement benchmarks/whole-run: from a scan to its reflections, maps, and a file of clean patterns.")
                .add(load(1).set("file", "scan.blo").at(60, 200), background(2).at(240, 200),
                    node(3, REGISTER).at(420, 200).says("spots of every pattern"), map(4).at(600, 300),
                    reconstruct(5, 0).at(600, 120).says("clean patterns"),
                    save(6, 0, "rebuilt.blo").at(780, 120).says("to the file in workflow variable \"output\""))
                .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(3, 1, 4, 1).connect(3, 2, 4, 2)
                .connect(3, 1, 5, 1).connect(5, 1, 6, 1).variable("input", "scan.blo")
                .variable("output", "rebuilt.blo");
    }

    private Node node(final int id, final String name) {
        return Node.of(m_nodes, id, name);
    }

    private Node load(final int id) {
        return node(id, LOAD).set("file", DEMO).variable("file", "input")
            .says("the scan in workflow variable \"input\"");
    }

    private Node background(final int id) {
        return node(id, BACKGROUND).says("rolling ball, 20 px");
    }

    private Node reconstruct(final int id, final int patterns) {
        return node(id, RECONSTRUCT).ports("Reflections", 0).ports("Patterns to mask", patterns)
            .ports("Reconstructed patterns", 0);
    }

    private Node map(final int id) {
        return node(id, MAP).ports("Reflections", 0).ports("Registered patterns", 1).ports("Maps", 0)
            .ports("Map pictures", 0).ports("Picture", 0).says("where the crystals are");
    }

    private Node metrics(final int id) {
        return node(id, METRICS).ports("Reference patterns", 0).ports("Compared patterns", 0).ports("Reflections", 1)
            .ports("Metrics per pattern", 0).ports("Summary", 0).says("rebuilt against measured");
    }

    private Node save(final int id, final int reflections, final String file) {
        return node(id, SAVE).set("patternColumn", "rebuilt pattern").set("file", file).set("replace", true)
            .variable("file", "output").ports("Patterns", 0).ports("Reflections", reflections).ports("Files", 0);
    }
}
