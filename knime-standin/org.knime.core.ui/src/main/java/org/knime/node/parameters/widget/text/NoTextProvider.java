// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Names the types that stand for "no provider" in {@link TextInputWidget}. */
interface NoTextProvider {

    /** No computed grey text. */
    interface Placeholder extends StateProvider<String> {
    }

    /** No computed pattern. */
    interface Pattern extends StateProvider<PatternValidation> {
    }

    /** No computed greatest length. */
    interface MaxLength extends StateProvider<MaxLengthValidation> {
    }

    /** No computed least length. */
    interface MinLength extends StateProvider<MinLengthValidation> {
    }
}
