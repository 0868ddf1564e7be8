// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

import com.sun.management.OperatingSystemMXBean;

/**
 * Processor time of the whole Java process per operation, garbage collection included: on a machine that others use as
 * well it says what the time alone does not.
 */
public final class ProcessorTime implements InternalProfiler {

    /** Name of the result (ms per operation). */
    static final String NAME = "processor.time";

    private static final double NANOSECONDS = 1e6;

    private long m_before;

    @Override
    public String getDescription() {
        return "processor time per operation";
    }

    private static long now() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    @Override
    public void beforeIteration(final BenchmarkParams benchmark, final IterationParams iteration) {
        m_before = now();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(final BenchmarkParams benchmark,
        final IterationParams iteration, final IterationResult result) {
        final double perOperation = (now() - m_before) / NANOSECONDS / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(NAME, perOperation, "ms/op", AggregationPolicy.AVG));
    }
}
