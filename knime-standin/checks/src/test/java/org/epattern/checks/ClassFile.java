// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a compiled Java class declares and what it refers to, read from its class file.
 *
 * Only the parts that name other classes are kept: super types, declared members, the constant pool's references to
 * classes, methods and fields, the types in descriptors and signatures, and the annotations with their elements. The
 * format is that of chapter 4 of the Java Virtual Machine Specification.
 *
 * @param name of the class, with dots, e.g. {@code java.util.Map$Entry}
 * @param superName with dots; null for {@code java.lang.Object}
 * @param interfaces with dots
 * @param declared members that the class declares itself
 * @param types all classes that are named anywhere in the file
 * @param uses members of any class that the code or the annotations refer to
 */
record ClassFile(String name, String superName, List<String> interfaces, Set<Member> declared, Set<String> types,
    Set<Use> uses) {

    private static final int MAGIC = 0xCAFEBABE;
    private static final Pattern TYPE = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");
    private static final Set<String> ANNOTATIONS = Set.of("RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations");

    /**
     * A method or field.
     *
     * @param name of it
     * @param descriptor in the notation of class files; empty for an element of an annotation
     */
    record Member(String name, String descriptor) {
    }

    /**
     * A reference to a method or field.
     *
     * @param owner class on which it is looked up, with dots
     * @param member that is meant
     */
    record Use(String owner, Member member) {
    }

    /**
     * Reads a class file.
     *
     * @param bytes of the whole file
     * @return what it declares and refers to
     * @throws IOException if these bytes are no class file
     */
    static ClassFile read(final byte[] bytes) throws IOException {
        return new Reader(new DataInputStream(new ByteArrayInputStream(bytes))).read();
    }

    private static final class Reader {

        private final DataInputStream m_in;
        private final Set<Member> m_declared = new HashSet<>();
        private final Set<String> m_types = new HashSet<>();
        private final Set<Use> m_uses = new HashSet<>();
        /** Texts as String, everything else as int[] {tag, first index, second index}. */
        private Object[] m_pool;

        Reader(final DataInputStream in) {
            m_in = in;
        }

        ClassFile read() throws IOException {
            if (m_in.readInt() != MAGIC) {
                throw new IOException("a class file begins with CAFEBABE");
            }
            m_in.readInt();
            readPool();
            m_in.readUnsignedShort();
            final String name = className(m_in.readUnsignedShort());
            final int superIndex = m_in.readUnsignedShort();
            final String superName = superIndex == 0 ? null : className(superIndex);
            final List<String> interfaces = new ArrayList<>();
            for (int n = m_in.readUnsignedShort(); n > 0; n--) {
                interfaces.add(className(m_in.readUnsignedShort()));
            }
            readMembers();
            readMembers();
            readAttributes();
            resolvePool();
            return new ClassFile(name, superName, interfaces, m_declared, m_types, m_uses);
        }

        private void readPool() throws IOException {
            final int size = m_in.readUnsignedShort();
            m_pool = new Object[size];
            for (int i = 1; i < size; i++) {
                final int tag = m_in.readUnsignedByte();
                switch (tag) {
                    case 1 -> m_pool[i] = m_in.readUTF();
                    case 7, 8, 16, 19, 20 -> m_pool[i] = new int[]{tag, m_in.readUnsignedShort()};
                    case 9, 10, 11, 12, 17, 18 -> m_pool[i] =
                        new int[]{tag, m_in.readUnsignedShort(), m_in.readUnsignedShort()};
                    case 15 -> m_in.skipNBytes(3);
                    case 3, 4 -> m_in.skipNBytes(4);
                    case 5, 6 -> {
                        m_in.skipNBytes(8);
                        // a long or double takes two places
                        i++;
                    }
                    default -> throw new IOException("unknown constant of kind " + tag);
                }
            }
        }

        private void resolvePool() {
            for (final Object constant : m_pool) {
                if (constant instanceof String text) {
                    final Matcher types = TYPE.matcher(text);
                    while (types.find()) {
                        m_types.add(types.group(1).replace('/', '.'));
                    }
                } else if (constant instanceof int[] c && c[0] == 7) {
                    addType((String)m_pool[c[1]]);
                } else if (constant instanceof int[] c && c[0] >= 9 && c[0] <= 11) {
                    final int[] nameAndType = (int[])m_pool[c[2]];
                    final String owner = className(c[1]);
                    if (!owner.startsWith("[")) {
                        m_uses.add(new Use(owner,
                            new Member((String)m_pool[nameAndType[1]], (String)m_pool[nameAndType[2]])));
                    }
                }
            }
        }

        private void addType(final String internalName) {
            if (!internalName.startsWith("[")) {
                m_types.add(internalName.replace('/', '.'));
            }
        }

        private void readMembers() throws IOException {
            for (int n = m_in.readUnsignedShort(); n > 0; n--) {
                m_in.readUnsignedShort();
                m_declared.add(new Member(text(), text()));
                readAttributes();
            }
        }

        private void readAttributes() throws IOException {
            for (int n = m_in.readUnsignedShort(); n > 0; n--) {
                final String name = text();
                final int length = m_in.readInt();
                if (ANNOTATIONS.contains(name)) {
                    for (int a = m_in.readUnsignedShort(); a > 0; a--) {
                        readAnnotation();
                    }
                } else {
                    m_in.skipNBytes(length);
                }
            }
        }

        private void readAnnotation() throws IOException {
            final String descriptor = text();
            final String type = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
            for (int n = m_in.readUnsignedShort(); n > 0; n--) {
                m_uses.add(new Use(type, new Member(text(), "")));
                readValue();
            }
        }

        private void readValue() throws IOException {
            final int tag = m_in.readUnsignedByte();
            switch (tag) {
                case 'e' -> {
                    final String descriptor = text();
                    m_uses.add(new Use(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'),
                        new Member(text(), descriptor)));
                }
                case '@' -> readAnnotation();
                case '[' -> {
                    for (int n = m_in.readUnsignedShort(); n > 0; n--) {
                        readValue();
                    }
                }
                default -> m_in.readUnsignedShort();
            }
        }

        private String text() throws IOException {
            return (String)m_pool[m_in.readUnsignedShort()];
        }

        private String className(final int index) {
            return ((String)m_pool[((int[])m_pool[index])[1]]).replace('/', '.');
        }
    }
}
