// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

import org.epattern.formats.PendingFile;
import org.epattern.register.Reflection;

/**
 * Reflections as comma-separated values: a line per reflection, point as decimal sign, a value that is not known is
 * empty.
 */
final class ReflectionCsv implements ReflectionOutput {

    private static final int BUFFERED = 1 << 16;

    private final Path m_target;
    private final PendingFile m_file;
    private final Names m_names;
    private final StringBuilder m_text = new StringBuilder();
    private long m_written;

    /** Names and order of the columns. */
    enum Names {
        /** Those of the reflection table; numbers with all their digits, scan positions from 0. */
        TABLE("scan x,scan y,x,y,radius,mean,prominence,noise,rank,flags") {
            @Override
            void append(final StringBuilder line, final int scanX, final int scanY, final Reflection r) {
                line.append(scanX).append(',').append(scanY);
                for (final double value : new double[]{r.x(), r.y(), r.radius(), r.mean(), r.prominence(),
                    r.noise()}) {
                    line.append(',');
                    if (!Double.isNaN(value)) {
                        line.append(value);
                    }
                }
                line.append(',').append(r.rank()).append(',').append(r.flags().stream().sorted()
                    .map(f -> f.name().toLowerCase(Locale.ROOT).replace('_', ' ')).collect(Collectors.joining("; ")));
            }
        },
        /**
         * Those of Results_All.csv (EPATTERN-REFERENCE section 11): four decimals, scan positions from 1. The table
         * does not keep the threshold of each pattern, so Prominence_min stays empty.
         */
        MACROS("X_scan,Y_scan,X_acc,Y_acc,Radius,Mean,StdDev,Prominence_min,Prominence_pseudo") {
            @Override
            void append(final StringBuilder line, final int scanX, final int scanY, final Reflection r) {
                line.append(scanX + 1).append(',').append(scanY + 1);
                for (final double value : new double[]{r.x(), r.y(), r.radius(), r.mean(), r.noise(), Double.NaN,
                    r.prominence()}) {
                    line.append(Double.isNaN(value) ? "," : String.format(Locale.ROOT, ",%.4f", value));
                }
            }
        };

        private final String m_header;

        Names(final String header) {
            m_header = header;
        }

        abstract void append(StringBuilder line, int scanX, int scanY, Reflection reflection);
    }

    ReflectionCsv(final Path target, final Names names, final boolean replace) throws IOException {
        m_target = target;
        m_names = names;
        m_file = new PendingFile(target, replace);
        m_text.append(names.m_header).append('\n');
    }

    @Override
    public void write(final int scanX, final int scanY, final Reflection reflection) throws IOException {
        m_names.append(m_text, scanX, scanY, reflection);
        m_text.append('\n');
        if (m_text.length() > BUFFERED) {
            flush();
        }
    }

    private void flush() throws IOException {
        final byte[] bytes = m_text.toString().getBytes(StandardCharsets.UTF_8);
        m_file.write(m_written, ByteBuffer.wrap(bytes));
        m_written += bytes.length;
        m_text.setLength(0);
    }

    @Override
    public long publish() throws IOException {
        flush();
        m_file.publish();
        return Files.size(m_target);
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }
}
