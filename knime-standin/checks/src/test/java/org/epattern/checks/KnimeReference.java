// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

import org.epattern.checks.ClassFile.Member;
import org.epattern.checks.ClassFile.Use;

/**
 * One class, method or field of KNIME that the bundle refers to.
 *
 * @param owner class, with dots
 * @param member of it; null if the class itself is meant
 */
record KnimeReference(String owner, Member member) implements Comparable<KnimeReference> {

    static final String KNIME = "org.knime.";

    /** @return everything of KNIME's that these class files refer to */
    static Set<KnimeReference> of(final ClassFiles bundle) {
        final Set<KnimeReference> found = new TreeSet<>();
        for (final ClassFile file : bundle.all().values()) {
            for (final String type : file.types()) {
                if (type.startsWith(KNIME)) {
                    found.add(new KnimeReference(type, null));
                }
            }
            for (final Use use : file.uses()) {
                for (final String owner : knimeOwners(use, bundle)) {
                    found.add(new KnimeReference(owner, use.member()));
                }
            }
        }
        return found;
    }

    /** A member that our own class inherits is looked up on our class, but it belongs to KNIME's class above. */
    private static List<String> knimeOwners(final Use use, final ClassFiles bundle) {
        final List<String> owners = new ArrayList<>();
        if (use.owner().startsWith(KNIME)) {
            owners.add(use.owner());
        } else if (bundle.all().containsKey(use.owner()) && !bundle.has(use.owner(), use.member())) {
            final ClassFile file = bundle.all().get(use.owner());
            if (!file.superName().equals("java.lang.Object")) {
                owners.addAll(knimeOwners(new Use(file.superName(), use.member()), bundle));
            }
            if (owners.isEmpty()) {
                for (final String above : file.interfaces()) {
                    owners.addAll(knimeOwners(new Use(above, use.member()), bundle));
                }
            }
        }
        return owners;
    }

    /** @return the reference as Java's readers write it: {@code method(parameters): result} without KNIME's packages */
    @Override
    public String toString() {
        if (member == null) {
            return "(class)";
        }
        final String descriptor = member.descriptor();
        if (descriptor.isEmpty()) {
            return member.name() + "=";
        }
        if (!descriptor.startsWith("(")) {
            return member.name() + ": " + type(descriptor);
        }
        final StringJoiner parameters = new StringJoiner(", ", member.name() + "(", ")");
        int at = 1;
        while (descriptor.charAt(at) != ')') {
            int end = at;
            while (descriptor.charAt(end) == '[') {
                end++;
            }
            end = descriptor.charAt(end) == 'L' ? descriptor.indexOf(';', end) + 1 : end + 1;
            parameters.add(type(descriptor.substring(at, end)));
            at = end;
        }
        return parameters + ": " + type(descriptor.substring(at + 1));
    }

    private static String type(final String descriptor) {
        return switch (descriptor.charAt(0)) {
            case '[' -> type(descriptor.substring(1)) + "[]";
            case 'L' -> descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'D' -> "double";
            case 'F' -> "float";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'S' -> "short";
            case 'Z' -> "boolean";
            default -> "void";
        };
    }

    @Override
    public int compareTo(final KnimeReference other) {
        final int classes = owner.compareTo(other.owner);
        return classes != 0 ? classes : toString().compareTo(other.toString());
    }
}
