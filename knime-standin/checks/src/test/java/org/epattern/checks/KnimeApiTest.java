// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.epattern.checks.ClassFile.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundle refers to nothing of KNIME's that is not on the list of docs/KNIME-API.md, and everything on the list was
 * found in a real KNIME.
 *
 * <ul>
 * <li>{@code -Depattern.api.rewrite=true} writes the list anew from the bundle; new entries are "not checked".</li>
 * <li>{@code -Depattern.api.knime=FOLDER -Depattern.api.version=5.8.2} looks every entry up in the class files below
 * that folder, e.g. the folder plugins of an installed KNIME, and notes the version.</li>
 * </ul>
 */
class KnimeApiTest {

    private static final String REWRITE = "epattern.api.rewrite";
    private static final String KNIME = "epattern.api.knime";
    private static final String VERSION = "epattern.api.version";
    /** Annotations that only add a button to a dialog; Java ignores them in a KNIME that does not have them. */
    private static final String FILE_BUTTONS = "org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFile";

    @Test
    void everyReferenceToKnimeIsOnTheListAndWasFoundInARealKnime() throws IOException {
        final Set<KnimeReference> references = references();
        final KnimeApiList list = new KnimeApiList(House.root().resolve("docs/KNIME-API.md"));
        if (Boolean.getBoolean(REWRITE)) {
            list.replace(references);
            list.write();
        }
        if (System.getProperty(KNIME) != null) {
            lookUp(references, list);
            list.write();
        }
        final Set<String> found = new TreeSet<>();
        references.forEach(r -> found.add(KnimeApiList.key(r)));
        final List<String> missing = new ArrayList<>(found);
        missing.removeAll(list.keys());
        assertEquals(List.of(), missing, "not in docs/KNIME-API.md, see there how to add them");
        final List<String> idle = new ArrayList<>(list.keys());
        idle.removeAll(found);
        assertEquals(List.of(), idle, "in docs/KNIME-API.md, but no longer used");
        assertEquals(List.of(), list.unchecked(), "not looked up in a real KNIME yet");
    }

    private static void lookUp(final Set<KnimeReference> references, final KnimeApiList list) throws IOException {
        final ClassFiles knime = new ClassFiles().add(Path.of(System.getProperty(KNIME)));
        final List<String> absent = new ArrayList<>();
        for (final KnimeReference reference : references) {
            final boolean there = knime.all().containsKey(reference.owner())
                && (reference.member() == null || knime.has(reference.owner(), reference.member()));
            if (there) {
                list.found(reference, System.getProperty(VERSION));
            } else if (!reference.owner().replace('/', '.').startsWith(FILE_BUTTONS)) {
                absent.add(KnimeApiList.key(reference));
            }
        }
        assertEquals(List.of(), absent, "not in KNIME " + System.getProperty(VERSION));
    }

    @Test
    void readerSeesClassesMethodsFieldsAnnotationsAndWhatIsInherited() throws IOException {
        final Set<KnimeReference> references = references();
        assertTrue(references.size() > 250, references.size() + " references");
        for (final KnimeReference known : List.of( //
            new KnimeReference("org.knime.node.DefaultNodeFactory", null),
            new KnimeReference("org.knime.node.DefaultNode",
                new Member("create", "()Lorg/knime/node/DefaultNode$RequireName;")),
            new KnimeReference("org.knime.core.node.BufferedDataTable",
                new Member("TYPE", "Lorg/knime/core/node/port/PortType;")),
            new KnimeReference("org.knime.node.parameters.Widget", new Member("title", "")),
            // called on our own cell, declared by KNIME's
            new KnimeReference("org.knime.core.data.filestore.FileStoreCell",
                new Member("getFileStores", "()[Lorg/knime/core/data/filestore/FileStore;")))) {
            assertTrue(references.contains(known), known.owner() + " " + known);
        }
    }

    @Test
    void standInDeclaresEveryReference() throws IOException {
        final ClassFiles standIn = new ClassFiles();
        for (final String bundle : List.of("org.knime.core", "org.knime.core.ui")) {
            standIn.add(House.root().resolve("knime-standin/" + bundle + "/target/classes"));
        }
        final List<String> absent = references().stream()
            .filter(r -> !standIn.all().containsKey(r.owner())
                || r.member() != null && !standIn.has(r.owner(), r.member()))
            .map(KnimeApiList::key).toList();
        assertEquals(List.of(), absent);
    }

    @Test
    void referenceThatIsNotInTheClassFilesIsNoticed(@TempDir final Path empty) throws IOException {
        assumeTrue(Files.isDirectory(empty));
        final ClassFiles bundle = new ClassFiles().add(House.bundle());
        assertTrue(!bundle.has("org.epattern.knime.data.Schema", new Member("noSuchMethod", "()V")));
        assertTrue(!new ClassFiles().add(empty).all().containsKey("org.knime.core.data.DataCell"));
    }

    private static Set<KnimeReference> references() throws IOException {
        return KnimeReference.of(new ClassFiles().add(House.bundle()));
    }
}
