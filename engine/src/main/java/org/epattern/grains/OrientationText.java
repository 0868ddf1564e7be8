// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.epattern.crystal.Lattice;
import org.epattern.maps.ScanMap;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;

/** What reading .ang and .ctf files have in common: lines of numbers on a square raster. */
final class OrientationText {

    /** A point of a file before its place in the raster is known. */
    record Point(double x, double y, int phase, Rotation orientation, double index, double reliability) {
    }

    private OrientationText() {
    }

    /** All lines of a text file, whatever its code page. */
    static List<String> lines(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("The file " + file + " does not exist; an existing file is expected");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
    }

    static double[] numbers(final String file, final int line, final String text, final int fewest) throws IOException {
        final String[] fields = text.strip().split("[\\s;]+");
        final double[] numbers = new double[fields.length];
        int known = 0;
        while (known < fields.length && fields[known].matches("[+-]?[0-9.,]+([eE][+-]?[0-9]+)?")) {
            // some computers write a comma
            numbers[known] = Double.parseDouble(fields[known].replace(',', '.'));
            known++;
        }
        if (known < fewest) {
            throw new IOException("The file " + file + " has " + known + " numbers in line " + (line + 1) + "; "
                + fewest + " or more are expected");
        }
        return Arrays.copyOf(numbers, known);
    }

    /**
     * Puts points into the raster that their positions make.
     *
     * @param file name of the file, for messages
     * @param points the points
     * @param phases their phases
     * @param lattices the cells of the phases
     * @param nmPerUnit nm per unit of the positions
     */
    static OrientationScan scan(final String file, final List<Point> points, final List<OrientationField.Phase> phases,
        final List<Lattice> lattices, final double nmPerUnit) throws IOException {
        if (points.isEmpty()) {
            throw new IOException("The file " + file + " holds no scan point; one or more are expected");
        }
        final double[] xs = distinct(points.stream().mapToDouble(Point::x).toArray());
        final double[] ys = distinct(points.stream().mapToDouble(Point::y).toArray());
        final double step = step(xs, ys);
        final int width = (int)Math.round((xs[xs.length - 1] - xs[0]) / step) + 1;
        final int height = (int)Math.round((ys[ys.length - 1] - ys[0]) / step) + 1;
        if ((long)width * height != points.size()) {
            throw new IOException("The file " + file + " holds " + points.size() + " scan points, which make no square "
                + "raster of " + width + " x " + height + " points; a square raster without gaps is expected");
        }
        final OrientationField field = new OrientationField(width, height, phases);
        final ScanMap index = empty("index", "", width, height);
        final ScanMap reliability = empty("reliability", "%", width, height);
        for (final Point p : points) {
            final int x = (int)Math.round((p.x() - xs[0]) / step);
            final int y = (int)Math.round((p.y() - ys[0]) / step);
            if (p.phase() >= phases.size()) {
                throw new IOException("The file " + file + " gives a scan point the phase " + (p.phase() + 1)
                    + "; its header describes " + phases.size());
            }
            if (p.phase() >= 0) {
                field.set(x, y, p.phase(), p.orientation());
            }
            index.set(x, y, (float)p.index());
            reliability.set(x, y, (float)p.reliability());
        }
        return new OrientationScan(field, lattices, index, reliability, step * nmPerUnit);
    }

    private static double[] distinct(final double[] values) {
        return Arrays.stream(values).distinct().sorted().toArray();
    }

    /** The smallest distance of two lines or columns; 1 for a single point. */
    private static double step(final double[] xs, final double[] ys) {
        double step = Double.POSITIVE_INFINITY;
        for (final double[] values : new double[][] {xs, ys}) {
            for (int i = 1; i < values.length; i++) {
                step = Math.min(step, values[i] - values[i - 1]);
            }
        }
        return Double.isInfinite(step) ? 1 : step;
    }

    private static ScanMap empty(final String name, final String unit, final int width, final int height) {
        final float[] values = new float[width * height];
        Arrays.fill(values, Float.NaN);
        return new ScanMap(name, unit, width, height, values);
    }

    /** Writes a file under its name only when it is complete. */
    static void write(final Path target, final CharSequence text) throws IOException {
        final Path folder = target.toAbsolutePath().getParent();
        final Path pending = Files.createTempFile(folder, target.getFileName().toString(), ".part");
        boolean done = false;
        try {
            Files.writeString(pending, text, StandardCharsets.UTF_8);
            Files.move(pending, target, StandardCopyOption.REPLACE_EXISTING);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(pending);
            }
        }
    }

    static List<OrientationField.Phase> phases(final List<String> names, final List<LaueGroup> groups) {
        final List<OrientationField.Phase> phases = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            phases.add(new OrientationField.Phase(names.get(i), OrientationScan.symmetry(groups.get(i))));
        }
        return phases;
    }
}
