// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a plugin says about itself in MANIFEST.MF and plugin.xml, and the class loader that knows its classes.
 *
 * @param location jar or folder
 * @param symbolicName Bundle-SymbolicName without its directives
 * @param name Bundle-Name
 * @param vendor Bundle-Vendor
 * @param version Bundle-Version
 * @param extensions what its plugin.xml registers
 * @param loader knows its classes
 */
public record Plugin(Path location, String symbolicName, String name, String vendor, String version,
    Extensions extensions, ClassLoader loader) {

    /**
     * What a plugin.xml registers.
     *
     * @param nodeFactories class names of node factories
     * @param serializers class name of the cell to class name of its serializer
     * @param renderers renderers of values
     */
    public record Extensions(List<String> nodeFactories, Map<String, String> serializers, List<Renderer> renderers) {

        /** Registers nothing. */
        static final Extensions NONE = new Extensions(List.of(), Map.of(), List.of());
    }

    /**
     * A renderer of a kind of value.
     *
     * @param valueClass class name of the DataValue
     * @param factoryClass class name of the DataValueRendererFactory
     * @param suggestAsDefault whether it should be the one that is used
     */
    public record Renderer(String valueClass, String factoryClass, boolean suggestAsDefault) {
    }
}
