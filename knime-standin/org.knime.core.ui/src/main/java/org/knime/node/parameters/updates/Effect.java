// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a control depending on other settings. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    /** What happens to the control while the condition holds. */
    enum EffectType {
        /** The control can be used. */
        ENABLE,
        /** The control is visible but cannot be used. */
        DISABLE,
        /** The control is visible. */
        SHOW,
        /** The control is not visible. */
        HIDE
    }

    /** @return what makes the condition */
    Class<? extends EffectPredicateProvider> predicate();

    /** @return what happens while it holds */
    EffectType type();
}
