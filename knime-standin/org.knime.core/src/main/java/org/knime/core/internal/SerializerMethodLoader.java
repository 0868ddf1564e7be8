// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.internal;

/** Holds the marker interface of all cell serializers. */
public final class SerializerMethodLoader {

    private SerializerMethodLoader() {
    }

    /**
     * Marks a serializer.
     *
     * @param <T> what is serialized
     */
    public interface Serializer<T> {
    }
}
