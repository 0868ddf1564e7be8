// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void acceptsTheMarkupOfNodeDescriptions() {
        assertEquals(Optional.empty(), Markup.INTRO.fault("<p>a <b>b <i>c</i></b><br/></p><h3>t</h3>"
            + "<ul><li>x</li></ul><table><tr><td><p>1</p></td></tr></table> &lt; &amp; <a href=\"http://x\">y</a>"));
        assertEquals(Optional.empty(), Markup.BLOCKS.fault("d<sub>0</sub> <p>x</p>"));
        assertEquals(Optional.empty(), Markup.PLAIN.fault("Counts spots."));
    }

    private static void refused(final Markup markup, final String text, final String start) {
        final Optional<String> fault = markup.fault(text);
        assertTrue(fault.isPresent() && fault.get().startsWith(start), text + " -> " + fault);
    }

    @Test
    void refusesWhatTheSchemaDoesNotAllow() {
        refused(Markup.PLAIN, "a <b>b</b>", "has <b> where the text takes no markup");
        refused(Markup.BLOCKS, "<h3>t</h3>", "has <h3>");
        refused(Markup.INTRO, "<div>t</div>", "has <div>");
        refused(Markup.INTRO, "<p><p>t</p></p>", "has <p> where <p> takes");
        refused(Markup.INTRO, "<ul>t</ul>", "has text directly in <ul>");
        refused(Markup.INTRO, "<a>t</a>", "has <a> without href");
        refused(Markup.INTRO, "1 < 2", "is no XML fragment");
        refused(Markup.INTRO, "a & b", "is no XML fragment");
        refused(Markup.INTRO, " ", "is empty");
    }
}
