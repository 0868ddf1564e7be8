// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

import org.epattern.simulate.SimulatedScan;

/**
 * Prints the table of docs/ACCURACY.md, and draws its picture. Arguments: scan positions in a line and lines of each
 * scan (12: some minutes), the file of the picture, and a regular expression for the names of the cases (all).
 */
final class AccuracyTable {

    private AccuracyTable() {
    }

    /**
     * @param arguments see above
     * @throws IOException if the picture cannot be written
     */
    public static void main(final String[] arguments) throws IOException {
        final int scanSize = Integer.parseInt(arguments[0]);
        final String names = arguments.length > 2 ? arguments[2] : ".*";
        final PrintStream out = System.out;
        out.println("| patterns | precision | recall | ideal observer: recall | false spots per empty pattern |"
            + " position error median / 95 % (px) | error / bound | mean: error / bound (relative, systematic) |"
            + " radius error (px) | direct beam right |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (final AccuracyCase one : AccuracyCase.all(scanSize)) {
            if (one.name().matches(names)) {
                final Score score = new Score();
                final IdealScore ideal = new IdealScore(new SimulatedScan(one.simulation()));
                one.run(score, ideal);
                out.println(line(one.name(), score, ideal));
            }
        }
        if (arguments.length > 1 && !arguments[1].isEmpty()) {
            new DosePicture().draw(scanSize / 2 + 1, Path.of(arguments[1]));
        }
    }

    private static String line(final String name, final Score s, final IdealScore ideal) {
        final boolean spots = s.patterns() > s.emptyPatterns();
        final String empty = s.emptyPatterns() == 0 ? "" : number("%.3f (%d)", s.falsePerEmptyPattern(),
            s.emptyPatterns());
        if (!spots) {
            return "| " + name + " | | | | " + empty + " | | | | | " + number("%.3f", s.directBeam()) + " |";
        }
        final boolean noise = s.errorOverBound() < 100;
        return "| " + name + " | " + number("%.3f", s.precision()) + " | " + number("%.3f", s.recall()) + " | "
            + number("%.3f", ideal.recall()) + " | " + empty + " | "
            + number("%.3f / %.2f", s.positionError(), s.largePositionError()) + " | "
            + (noise ? number("%.2f", s.errorOverBound()) : "") + " | "
            + (noise ? number("%.2f ", s.meanErrorOverBound()) : "")
            + number("(%.1f %%, %+.1f %%)", 100 * s.meanError(), 100 * s.meanBias()) + " | "
            + (Double.isNaN(s.radiusError()) ? "" : number("%.2f", s.radiusError())) + " | "
            + number("%.3f", s.directBeam()) + " |";
    }

    private static String number(final String format, final Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
