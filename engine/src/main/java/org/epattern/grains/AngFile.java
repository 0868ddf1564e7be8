// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.epattern.crystal.Lattice;
import org.epattern.orient.EulerAngles;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;

/**
 * Orientation maps as EDAX's programs and ASTAR write them (.ang): a header with the phases, then a line per scan
 * point: Euler angles of Bunge in radians, x, y, index ("image quality"), reliability / 100 ("confidence index") and
 * phase. ASTAR gives positions in nm, EDAX in um, older files of transmission patterns ("TEM data") in nm. Points of
 * ASTAR with the index 0 have no solution.
 */
public final class AngFile {

    private static final String ASTAR = "ACOM RES";
    private static final String NANOMETRES = "TEM data";
    /** EDAX writes two full turns for a point without solution. */
    private static final double NO_ANGLE = 12.56637;
    private static final Map<LaueGroup, String> CODES = new EnumMap<>(Map.ofEntries(
        Map.entry(LaueGroup.TRICLINIC, "1"), Map.entry(LaueGroup.MONOCLINIC, "20"),
        Map.entry(LaueGroup.ORTHORHOMBIC, "22"), Map.entry(LaueGroup.TRIGONAL_LOW, "3"),
        Map.entry(LaueGroup.TRIGONAL_HIGH, "32"), Map.entry(LaueGroup.TETRAGONAL_LOW, "4"),
        Map.entry(LaueGroup.TETRAGONAL_HIGH, "42"), Map.entry(LaueGroup.HEXAGONAL_LOW, "6"),
        Map.entry(LaueGroup.HEXAGONAL_HIGH, "62"), Map.entry(LaueGroup.CUBIC_LOW, "23"),
        Map.entry(LaueGroup.CUBIC_HIGH, "43")));

    private AngFile() {
    }

    /**
     * @param target file to write; replaced if it exists, and there only when complete
     * @param scan the orientations
     * @throws IOException if it cannot be written
     */
    public static void write(final Path target, final OrientationScan scan) throws IOException {
        final OrientationField field = scan.field();
        final StringBuilder text = new StringBuilder("""
            # TEM_PIXperUM          1.000000
            # x-star                0.000000
            # y-star                0.000000
            # z-star                0.000000
            # WorkingDistance       0.000000
            #
            """);
        final List<Rotation> frames = new ArrayList<>();
        for (int i = 0; i < field.phases().size(); i++) {
            final OrientationField.Phase phase = field.phases().get(i);
            final LaueGroup group = phase.symmetry().group();
            final Lattice l = scan.lattices().get(i);
            frames.add(CrystalFrame.ofAng(group, l));
            text.append(String.format(Locale.ROOT, """
                # Phase %d
                # MaterialName      %s
                # Formula           %s
                # Info
                # Symmetry              %s
                # LatticeConstants      %.4f %.4f %.4f  %.3f  %.3f %.3f
                # NumberFamilies        0
                #
                """, i + 1, phase.name(), phase.name(), CODES.get(group), l.a(), l.b(), l.c(), l.alpha(), l.beta(),
                l.gamma()));
        }
        final double step = scan.stepNm() / 1000;
        text.append(String.format(Locale.ROOT, """
            # GRID: SqrGrid
            # XSTEP: %.6f
            # YSTEP: %.6f
            # NCOLS_ODD: %d
            # NCOLS_EVEN: %d
            # NROWS: %d
            #
            """, step, step, field.width(), field.width(), field.height()));
        for (int p = 0; p < field.width() * field.height(); p++) {
            final int x = p % field.width();
            final int y = p / field.width();
            final boolean found = field.phase(p) != OrientationField.NONE;
            final EulerAngles e = found
                ? field.orientation(p).after(frames.get(field.phase(p)).inverse()).euler() : null;
            text.append(String.format(Locale.ROOT, "%9.5f %9.5f %9.5f %12.5f %12.5f %8.4f %6.4f %2d %6d %6.3f\n",
                found ? Math.toRadians(e.phi1()) : NO_ANGLE, found ? Math.toRadians(e.capitalPhi()) : NO_ANGLE,
                found ? Math.toRadians(e.phi2()) : NO_ANGLE, x * step, y * step, finite(scan.index().value(x, y)),
                found ? finite(scan.reliability().value(x, y)) / 100 : -1, found ? field.phase(p) + 1 : 0, 1, 0.0));
        }
        OrientationText.write(target, text);
    }

    private static double finite(final float value) {
        return Float.isFinite(value) ? value : 0;
    }

    /**
     * @param file a file of EDAX's programs, of ASTAR, or of {@link #write}
     * @return the orientations
     * @throws IOException in a sentence, if it is no such file or its points make no square raster
     */
    public static OrientationScan read(final Path file) throws IOException {
        final String name = file.getFileName().toString();
        final List<String> lines = OrientationText.lines(file);
        final List<String> names = new ArrayList<>();
        final List<LaueGroup> groups = new ArrayList<>();
        final List<Lattice> lattices = new ArrayList<>();
        boolean astar = false;
        boolean nanometres = false;
        int line = 0;
        for (; line < lines.size() && (lines.get(line).isBlank() || lines.get(line).startsWith("#")); line++) {
            final String text = lines.get(line).replaceFirst("^#\\s*", "").strip();
            final String[] words = text.split("\\s+", 2);
            astar |= text.contains(ASTAR);
            nanometres |= text.contains(ASTAR) || text.startsWith(NANOMETRES);
            if (words[0].equals("GRID:") && !text.contains("SqrGrid")) {
                throw new IOException("The file " + name + " has the raster '" + words[words.length - 1]
                    + "'; a square raster (SqrGrid) is expected");
            } else if (words[0].equals("MaterialName")) {
                names.add(words.length > 1 ? words[1].strip() : "phase " + (names.size() + 1));
            } else if (words[0].equals("Symmetry")) {
                groups.add(group(name, line, words.length > 1 ? words[1].strip() : ""));
            } else if (words[0].equals("LatticeConstants")) {
                lattices.add(lattice(name, OrientationText.numbers(name, line, words.length > 1 ? words[1] : "", 6)));
            }
        }
        if (names.isEmpty() || names.size() != groups.size() || names.size() != lattices.size()) {
            throw new IOException("The file " + name + " describes " + names.size() + " materials, " + groups.size()
                + " symmetries and " + lattices.size() + " unit cells; a header of an .ang file with one of each per "
                + "phase is expected");
        }
        final List<Rotation> frames = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            frames.add(CrystalFrame.ofAng(groups.get(i), lattices.get(i)));
        }
        final List<OrientationText.Point> points = new ArrayList<>();
        for (; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                points.add(point(name, line, lines.get(line), frames, astar));
            }
        }
        return OrientationText.scan(name, points, OrientationText.phases(names, groups), lattices,
            nanometres ? 1 : 1000);
    }

    private static Lattice lattice(final String file, final double[] n) throws IOException {
        try {
            return new Lattice(n[0], n[1], n[2], n[3], n[4], n[5]);
        } catch (IllegalArgumentException e) {
            throw new IOException("The file " + file + ": " + e.getMessage(), e);
        }
    }

    private static OrientationText.Point point(final String file, final int line, final String text,
        final List<Rotation> frames, final boolean astar) throws IOException {
        final double[] n = OrientationText.numbers(file, line, text, 8);
        // files with one phase may number it 0, and leave points without solution out by their angles
        final boolean none = n[0] > 12.5 || n[6] < 0 || astar && !(n[5] > 0);
        final int phase = none ? OrientationField.NONE : Math.max(0, (int)n[7] - 1);
        final Rotation orientation = none ? null
            : Rotation.ofEuler(Math.toDegrees(n[0]), Math.toDegrees(n[1]), Math.toDegrees(n[2]))
                .after(frames.get(Math.min(phase, frames.size() - 1)));
        return new OrientationText.Point(n[3], n[4], phase, orientation, n[5],
            none ? 0 : astar && n.length > 8 ? n[8] : 100 * n[6]);
    }

    private static LaueGroup group(final String file, final int line, final String code) throws IOException {
        for (final Map.Entry<LaueGroup, String> entry : CODES.entrySet()) {
            if (entry.getValue().equals(code) || entry.getKey().symbol().equals(code)) {
                return entry.getKey();
            }
        }
        if (code.equals("2")) {
            return LaueGroup.MONOCLINIC;
        }
        throw new IOException("The file " + file + " has the symmetry '" + code + "' in line " + (line + 1)
            + "; one of " + String.join(", ", CODES.values()) + " is expected");
    }
}
