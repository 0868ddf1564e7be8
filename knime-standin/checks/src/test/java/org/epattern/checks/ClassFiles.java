// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.epattern.checks.ClassFile.Member;

/** The class files of jars and folders by name, those of jars inside jars included, with member look-up. */
final class ClassFiles {

    private final Map<String, ClassFile> m_classes = new HashMap<>();

    /** Adds a jar, or all class files below a folder and those in its jars that have "knime" in their names. */
    ClassFiles add(final Path place) throws IOException {
        if (Files.isDirectory(place)) {
            for (final Path file : House.files(place, ".class")) {
                add(Files.readAllBytes(file));
            }
            for (final Path file : House.files(place, ".jar")) {
                if (file.getFileName().toString().contains("knime")) {
                    add(file);
                }
            }
        } else {
            try (InputStream in = Files.newInputStream(place)) {
                addJar(in);
            }
        }
        return this;
    }

    private void addJar(final InputStream in) throws IOException {
        // not closed: closing it would close the jar around it
        final ZipInputStream jar = new ZipInputStream(in);
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                addJar(jar);
            } else if (entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class")
                && !entry.getName().startsWith("META-INF/")) {
                add(jar.readAllBytes());
            }
        }
    }

    private void add(final byte[] bytes) throws IOException {
        final ClassFile file = ClassFile.read(bytes);
        m_classes.putIfAbsent(file.name(), file);
    }

    Map<String, ClassFile> all() {
        return m_classes;
    }

    /** @return whether the class, or one of those above it, declares the member; Java's own classes count */
    boolean has(final String owner, final Member member) {
        final ClassFile file = m_classes.get(owner);
        if (file == null) {
            return (owner.startsWith("java.") || owner.startsWith("javax.")) && javaHas(owner, member);
        }
        if (file.declared().contains(member) || member.descriptor().isEmpty()
            && file.declared().stream().anyMatch(m -> m.name().equals(member.name()))) {
            return true;
        }
        // the constructor of the class above is not that of this class
        return !member.name().equals("<init>") && (file.superName() != null && has(file.superName(), member)
            || file.interfaces().stream().anyMatch(i -> has(i, member)));
    }

    private static boolean javaHas(final String owner, final Member member) {
        try {
            for (Class<?> c = Class.forName(owner, false, null); c != null; c = c.getSuperclass()) {
                for (final Method method : c.getDeclaredMethods()) {
                    if (method.getName().equals(member.name()) && member.descriptor().equals(MethodType
                        .methodType(method.getReturnType(), method.getParameterTypes()).descriptorString())) {
                        return true;
                    }
                }
            }
            return false;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
