// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.Closeable;
import java.io.IOException;

import org.epattern.register.Reflection;

/**
 * A file of reflections that is being written, in scan order. It appears under its name only when it is published;
 * closing it before leaves nothing behind. Belongs to one thread.
 */
public interface ReflectionOutput extends Closeable {

    /**
     * Appends a reflection.
     *
     * @param scanX scan position along the fast axis, from 0
     * @param scanY scan line, from 0; not smaller than that of the reflection before
     * @param reflection the reflection; values that are not known are not a number
     * @throws IOException one sentence if it cannot be written
     */
    void write(int scanX, int scanY, Reflection reflection) throws IOException;

    /**
     * Completes the file and gives it its name.
     *
     * @return size of the file (bytes)
     * @throws IOException one sentence if it cannot be completed
     */
    long publish() throws IOException;

    /** Drops what was written, unless it has been published. */
    @Override
    void close() throws IOException;
}
