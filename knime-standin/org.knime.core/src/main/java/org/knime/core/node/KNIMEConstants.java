// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.util.ThreadPool;

/** Constants of the installation. */
public final class KNIMEConstants {

    /** Version of the API this stand-in follows. */
    public static final String VERSION = "5.8.0";

    /** Major version. */
    public static final int MAJOR = 5;

    /** Minor version. */
    public static final int MINOR = 8;

    /** Revision. */
    public static final int REV = 0;

    /** Name of the system property with the number of threads. */
    public static final String PROPERTY_MAX_THREAD_COUNT = "org.knime.core.maxThreads";

    /** Number of threads if the property is not set: one and a half per processor. */
    public static final int DEF_MAX_THREAD_COUNT = (3 * Runtime.getRuntime().availableProcessors() + 1) / 2;

    /** The pool that all nodes share. */
    public static final ThreadPool GLOBAL_THREAD_POOL = new ThreadPool(maxThreads());

    private KNIMEConstants() {
    }

    private static int maxThreads() {
        final String value = System.getProperty(PROPERTY_MAX_THREAD_COUNT);
        if (value == null) {
            return DEF_MAX_THREAD_COUNT;
        }
        try {
            final int threads = Integer.parseInt(value.trim());
            if (threads > 0) {
                return threads;
            }
        } catch (final NumberFormatException e) {
            NodeLogger.getLogger(KNIMEConstants.class).debug(e);
        }
        NodeLogger.getLogger(KNIMEConstants.class).warn("The system property " + PROPERTY_MAX_THREAD_COUNT + " is \""
            + value + "\"; a number from 1 was expected. " + DEF_MAX_THREAD_COUNT + " threads are used.");
        return DEF_MAX_THREAD_COUNT;
    }
}
