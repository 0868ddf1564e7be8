// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image;

import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** A cell that can be read as picture. */
public interface ImageValue extends DataValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = new ImageUtilityFactory();

    /**
     * @return the picture
     */
    ImageContent getImageContent();

    /**
     * @return extension of a file with this picture, without dot
     */
    String getImageExtension();

    /** Names pictures. */
    final class ImageUtilityFactory extends ExtensibleUtilityFactory {

        private ImageUtilityFactory() {
            super(ImageValue.class);
        }

        @Override
        public String getName() {
            return "Image";
        }

        @Override
        public String getGroupName() {
            return "Image";
        }
    }
}
