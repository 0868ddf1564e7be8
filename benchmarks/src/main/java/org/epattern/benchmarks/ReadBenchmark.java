// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.benchmarks;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.RawLayout;
import org.epattern.formats.ScanFormats;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to read a pattern of 512 x 512 px, one after the other, from a file of 50 MB that the system holds in memory,
 * beside a copy of the same bytes from one array into another.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadBenchmark {

    private static final int SIZE = 512;
    private static final int BYTES = 50 << 20;

    /** Number type of a pixel, and byte order. */
    @Param({"UINT8", "UINT16", "UINT16 big-endian", "FLOAT32"})
    private String m_kind;

    private Path m_file;
    private byte[] m_all;
    private byte[] m_samples;
    private float[] m_pixels;
    private SampleType m_type;
    private Scan m_scan;
    private PatternReader m_reader;
    private int m_patterns;
    private int m_next;

    @Setup(Level.Trial)
    public void write() throws IOException {
        final String[] kind = m_kind.split(" ");
        m_type = SampleType.valueOf(kind[0]);
        m_all = new byte[BYTES];
        new Random(1).nextBytes(m_all);
        m_file = Files.write(Files.createTempFile("read", ".bin"), m_all);
        m_samples = new byte[SIZE * SIZE * m_type.bytes()];
        m_pixels = new float[SIZE * SIZE];
        m_patterns = BYTES / m_samples.length;
        final ByteOrder order = kind.length > 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        m_scan = ScanFormats.open(m_file, OpenOptions.AUTO.withFormat("raw").withScanSize(m_patterns, 1)
            .withRaw(new RawLayout(SIZE, SIZE, m_type, order, 0, 0)));
        m_reader = m_scan.openReader();
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        m_reader.close();
        m_scan.close();
        Files.delete(m_file);
    }

    private int next() {
        m_next = (m_next + 1) % m_patterns;
        return m_next;
    }

    private void copy() {
        System.arraycopy(m_all, next() * m_samples.length, m_samples, 0, m_samples.length);
    }

    @Benchmark
    public byte[] copySamples() {
        copy();
        return m_samples;
    }

    @Benchmark
    public byte[] readSamples() throws IOException {
        m_reader.readSamples(next(), m_samples);
        return m_samples;
    }

    @Benchmark
    public float[] copyAndDecode() {
        copy();
        Samples.decode(m_samples, m_type, m_pixels);
        return m_pixels;
    }

    @Benchmark
    public float[] readPixels() throws IOException {
        m_reader.read(next(), m_pixels);
        return m_pixels;
    }
}
