// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import org.knime.core.data.ExtensibleUtilityFactory;
import org.knime.core.data.image.ImageValue;

/** A cell that can be read as PNG picture. */
public interface PNGImageValue extends ImageValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = new PNGUtilityFactory();

    @Override
    PNGImageContent getImageContent();

    /**
     * @param first a picture
     * @param second a picture
     * @return whether the bytes of both are the same
     */
    static boolean equalContent(final PNGImageValue first, final PNGImageValue second) {
        return first.getImageContent().equals(second.getImageContent());
    }

    /** Names PNG pictures. */
    final class PNGUtilityFactory extends ExtensibleUtilityFactory {

        private PNGUtilityFactory() {
            super(PNGImageValue.class);
        }

        @Override
        public String getName() {
            return "PNG Image";
        }

        @Override
        public String getGroupName() {
            return "Image";
        }
    }
}
