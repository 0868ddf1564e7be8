// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.detector;

/** Where a virtual detector is sensitive. */
public sealed interface DetectorShape permits Annulus, MaskPicture {

    /**
     * Says which pixels of a pattern count, and how much.
     *
     * @param pixels receives them; empty when called
     * @param centreX what the shape counts from (px), if it moves with the direct beam
     * @param centreY the same, downwards
     * @param edges what becomes of pixels that are partly inside
     */
    void fill(DetectorPixels pixels, double centreX, double centreY, EdgePixels edges);
}
