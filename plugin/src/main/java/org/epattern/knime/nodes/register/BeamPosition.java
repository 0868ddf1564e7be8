// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.KnimeWorkers;
import org.epattern.knime.data.PatternAccess;
import org.epattern.register.Reflection;
import org.epattern.register.RegisterSettings;
import org.epattern.scan.OrderedWork;
import org.epattern.scan.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeLogger;

/**
 * Where the direct beam is in most patterns of a scan: the median position in patterns from all over it. A pattern in
 * which something else outshines the beam then does not mislead.
 */
final class BeamPosition {

    private static final int SAMPLES = 100;

    private BeamPosition() {
    }

    /**
     * @param table the patterns
     * @param parameters settings of the node
     * @param access reads the patterns
     * @param columns where patterns and noise are
     * @param progress hears how far it is
     * @return the settings with the expected position of the direct beam, as far as it could be found
     * @throws IOException as the workers say; a pattern that cannot be read is passed over
     */
    static RegisterSettings expect(final BufferedDataTable table, final RegisterParameters parameters,
        final PatternAccess access, final RegisterWorker.Columns columns, final Progress progress) throws IOException {
        final RegisterSettings settings = parameters.settings();
        if (parameters.m_beam != RegisterParameters.Beam.SCAN) {
            return settings;
        }
        final List<Neighbourhood> chosen = choose(table, columns.pattern(), progress);
        final List<Double> xs = new ArrayList<>();
        final List<Double> ys = new ArrayList<>();
        final RegisterParameters alone = parameters.forSinglePatterns();
        final OrderedWork.Sink<Optional<Reflection>> sink = beam -> beam.ifPresent(b -> {
            xs.add(b.x());
            ys.add(b.y());
        });
        KnimeWorkers.run(chosen.iterator(), () -> finder(new RegisterWorker(alone, settings, access, columns)), sink,
            progress);
        return xs.isEmpty() ? settings : settings.withBeamAt(median(xs), median(ys));
    }

    /** A pattern that cannot be read tells nothing here; the registration itself says which one it is, and stops. */
    private static OrderedWork.Worker<Neighbourhood, Optional<Reflection>> finder(final RegisterWorker worker) {
        return item -> {
            try {
                final RegisterWorker.Result result = worker.apply(item);
                return result.found() == null ? Optional.empty() : result.found().directBeam();
            } catch (IOException e) {
                NodeLogger.getLogger(BeamPosition.class).debug("A pattern could not be read", e);
                return Optional.empty();
            }
        };
    }

    private static List<Neighbourhood> choose(final BufferedDataTable table, final int patternColumn,
        final Progress progress) {
        final long step = Math.max(1, table.size() / SAMPLES);
        final List<Neighbourhood> chosen = new ArrayList<>();
        int width = -1;
        int height = -1;
        try (CloseableRowIterator rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                final DiffractionPatternValue pattern = Neighbourhood.patternOf(row, patternColumn);
                if (i % step == step / 2 && pattern != null) {
                    if (width < 0) {
                        width = pattern.getPatternWidth();
                        height = pattern.getPatternHeight();
                    }
                    if (pattern.getPatternWidth() != width || pattern.getPatternHeight() != height) {
                        return List.of();
                    }
                    chosen.add(Neighbourhood.alone(row, patternColumn));
                }
            }
        }
        return chosen;
    }

    private static double median(final List<Double> values) {
        Collections.sort(values);
        final int n = values.size();
        return (values.get((n - 1) / 2) + values.get(n / 2)) / 2;
    }
}
