// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;

import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreFactory;

/** Makes cells whose pixels stay in the original file; all of them share one small file store that tells where. */
public final class PatternLinker {

    private final FileStore m_store;
    private final ScanGeometry m_geometry;

    /**
     * @param factory makes the file store
     * @param name name of the file store
     * @param recipe how the scan is opened
     * @param address path or address of the scan as the user gave it
     * @param scan the scan, opened with the recipe
     * @throws IOException one sentence if the link cannot be written
     */
    public PatternLinker(final FileStoreFactory factory, final String name, final ScanRecipe recipe,
        final String address, final Scan scan) throws IOException {
        m_store = factory.createFileStore(name);
        m_geometry = scan.geometry();
        ScanLink.to(recipe, address).write(m_store.getFile().toPath());
    }

    /**
     * @param index pattern index in the scan, from 0
     * @return the cell
     */
    public DiffractionPatternCell cell(final long index) {
        return new DiffractionPatternCell(m_store, new PatternPlace(PatternPlace.Kind.LINK,
            m_geometry.patternWidth(), m_geometry.patternHeight(), m_geometry.sampleType(), index));
    }
}
