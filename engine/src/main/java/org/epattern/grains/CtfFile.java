// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.epattern.crystal.Lattice;
import org.epattern.orient.EulerAngles;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;

/**
 * Orientation maps as Oxford Instruments' programs write them (.ctf, channel text file): a header with the phases, then
 * a line per scan point: phase, x, y (um), bands, error, Euler angles of Bunge in degrees, mean angular deviation, band
 * contrast, band slope. The reliability (%) stands as band contrast, the index x 255 as band slope.
 */
public final class CtfFile {

    private static final String FIRST = "Channel Text File";
    /** In the order of their numbers in the file, from 1. */
    private static final List<LaueGroup> GROUPS = List.of(LaueGroup.TRICLINIC, LaueGroup.MONOCLINIC,
        LaueGroup.ORTHORHOMBIC, LaueGroup.TETRAGONAL_LOW, LaueGroup.TETRAGONAL_HIGH, LaueGroup.TRIGONAL_LOW,
        LaueGroup.TRIGONAL_HIGH, LaueGroup.HEXAGONAL_LOW, LaueGroup.HEXAGONAL_HIGH, LaueGroup.CUBIC_LOW,
        LaueGroup.CUBIC_HIGH);

    private CtfFile() {
    }

    /**
     * @param target file to write; replaced if it exists, and there only when complete
     * @param scan the orientations
     * @throws IOException if it cannot be written
     */
    public static void write(final Path target, final OrientationScan scan) throws IOException {
        final OrientationField field = scan.field();
        final double step = scan.stepNm() / 1000;
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
            FIRST + "\nPrj\tePattern\nAuthor\t[Unknown]\nJobMode\tGrid\nXCells\t%d\nYCells\t%d\nXStep\t%.6f\nYStep\t"
                + "%.6f\nAcqE1\t0\nAcqE2\t0\nAcqE3\t0\nEuler angles refer to Sample Coordinate system (CS0)!\tMag\t0\t"
                + "Coverage\t100\tDevice\t0\tKV\t200\tTiltAngle\t0\tTiltAxis\t0\nPhases\t%d\n",
            field.width(), field.height(), step, step, field.phases().size()));
        final List<Rotation> frames = new ArrayList<>();
        for (int i = 0; i < field.phases().size(); i++) {
            final Lattice l = scan.lattices().get(i);
            frames.add(CrystalFrame.ofCtf(l));
            text.append(String.format(Locale.ROOT, "%.4f;%.4f;%.4f\t%.3f;%.3f;%.3f\t%s\t%d\t0\t\t\t\n", l.a(), l.b(),
                l.c(), l.alpha(), l.beta(), l.gamma(), field.phases().get(i).name(),
                GROUPS.indexOf(field.phases().get(i).symmetry().group()) + 1));
        }
        text.append("Phase\tX\tY\tBands\tError\tEuler1\tEuler2\tEuler3\tMAD\tBC\tBS\n");
        for (int p = 0; p < field.width() * field.height(); p++) {
            final int x = p % field.width();
            final int y = p / field.width();
            final boolean found = field.phase(p) != OrientationField.NONE;
            final EulerAngles e = found
                ? field.orientation(p).after(frames.get(field.phase(p)).inverse()).euler() : new EulerAngles(0, 0, 0);
            text.append(String.format(Locale.ROOT, "%d\t%.5f\t%.5f\t0\t%d\t%.4f\t%.4f\t%.4f\t0\t%d\t%d\n",
                found ? field.phase(p) + 1 : 0, x * step, y * step, found ? 0 : 3, e.phi1(), e.capitalPhi(), e.phi2(),
                whole(scan.reliability().value(x, y), 1), whole(scan.index().value(x, y), 255)));
        }
        OrientationText.write(target, text);
    }

    private static int whole(final float value, final double factor) {
        return Float.isFinite(value) ? (int)Math.max(0, Math.min(255, Math.round(factor * value))) : 0;
    }

    /**
     * @param file a channel text file
     * @return the orientations; band contrast as reliability, band slope / 255 as index
     * @throws IOException in a sentence, if it is no such file or its points make no square raster
     */
    public static OrientationScan read(final Path file) throws IOException {
        final String name = file.getFileName().toString();
        final List<String> lines = OrientationText.lines(file);
        if (lines.isEmpty() || !lines.get(0).startsWith(FIRST)) {
            throw new IOException("The file " + name + " does not start with '" + FIRST
                + "'; a channel text file (.ctf) is expected");
        }
        int line = 1;
        while (line < lines.size() && !lines.get(line).startsWith("Phases")) {
            line++;
        }
        if (line == lines.size()) {
            throw new IOException("The file " + name + " has no line that starts with 'Phases'; one is expected");
        }
        final int count = (int)OrientationText.numbers(name, line, lines.get(line).substring(6), 1)[0];
        final List<String> names = new ArrayList<>();
        final List<LaueGroup> groups = new ArrayList<>();
        final List<Lattice> lattices = new ArrayList<>();
        final List<Rotation> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            line++;
            final String[] fields = line < lines.size() ? lines.get(line).split("\t") : new String[0];
            if (fields.length < 4 || !fields[3].strip().matches("[1-9]|1[01]")) {
                throw new IOException("The file " + name + " has no phase in line " + (line + 1)
                    + "; cell edges, angles, name and Laue group from 1 to 11 are expected");
            }
            final double[] edges = OrientationText.numbers(name, line, fields[0], 3);
            final double[] angles = OrientationText.numbers(name, line, fields[1], 3);
            try {
                lattices.add(new Lattice(edges[0], edges[1], edges[2], angles[0], angles[1], angles[2]));
            } catch (IllegalArgumentException e) {
                throw new IOException("The file " + name + ": " + e.getMessage(), e);
            }
            names.add(fields[2].strip());
            groups.add(GROUPS.get(Integer.parseInt(fields[3].strip()) - 1));
            frames.add(CrystalFrame.ofCtf(lattices.get(i)));
        }
        final List<OrientationText.Point> points = new ArrayList<>();
        // the names of the columns come in between
        for (line += 2; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                final double[] n = OrientationText.numbers(name, line, lines.get(line), 8);
                final int phase = (int)n[0] - 1;
                final Rotation orientation = phase < 0 ? null
                    : Rotation.ofEuler(n[5], n[6], n[7]).after(frames.get(Math.min(phase, count - 1)));
                points.add(new OrientationText.Point(n[1], n[2], phase, orientation, n.length > 10 ? n[10] / 255 : 0,
                    n.length > 9 ? n[9] : 0));
            }
        }
        return OrientationText.scan(name, points, OrientationText.phases(names, groups), lattices, 1000);
    }
}
