// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.List;
import java.util.Optional;

/**
 * What registration found in one pattern.
 *
 * @param reflections the spots by rising rank; may be empty
 * @param noise standard deviation of the noise at wide angle in the raw pattern (grey levels)
 * @param threshold smallest prominence that counted as a spot, at wide angle (grey levels)
 * @param truncated whether more spots were found than the largest number allowed
 */
public record RegisteredPattern(List<Reflection> reflections, double noise, double threshold, boolean truncated) {

    /** @return the direct beam, empty where it was not found */
    public Optional<Reflection> directBeam() {
        return reflections.stream().filter(Reflection::isDirectBeam).findFirst();
    }
}
