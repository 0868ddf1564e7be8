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

    /** Name of the environment variable with the number of threads, which comes before the property. */
    public static final String ENV_MAX_THREAD_COUNT = "KNIME_CORE_MAX_THREADS";

    /** Number of threads: as set, else two per processor. */
    public static final int DEF_MAX_THREAD_COUNT = maxThreads();

    /** The pool that all nodes share. */
    public static final ThreadPool GLOBAL_THREAD_POOL = new ThreadPool(DEF_MAX_THREAD_COUNT);

    private KNIMEConstants() {
    }

    private static int maxThreads() {
        final int usual = 2 * Runtime.getRuntime().availableProcessors();
        final String environment = System.getenv(ENV_MAX_THREAD_COUNT);
        final boolean useEnvironment = environment != null && !environment.isEmpty();
        final String value = useEnvironment ? environment : System.getProperty(PROPERTY_MAX_THREAD_COUNT);
        if (value == null || value.isEmpty()) {
            return usual;
        }
        try {
            final int threads = Integer.parseInt(value.trim());
            if (threads > 0) {
                return threads;
            }
        } catch (final NumberFormatException e) {
            NodeLogger.getLogger(KNIMEConstants.class).debug(e);
        }
        NodeLogger.getLogger(KNIMEConstants.class)
            .warn((useEnvironment ? "The environment variable " + ENV_MAX_THREAD_COUNT
                : "The system property " + PROPERTY_MAX_THREAD_COUNT) + " is \"" + value
                + "\"; a number from 1 was expected. " + usual + " threads are used.");
        return usual;
    }
}
