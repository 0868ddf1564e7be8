// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.util.ArrayList;
import java.util.List;

import org.epattern.runner.workflow.Issue.Level;

/** Collects what is not as it should be while a workflow is read. */
public final class Issues {

    private final List<Issue> m_issues = new ArrayList<>();

    /**
     * @param level how much it matters
     * @param sentence for the user
     */
    public void add(final Level level, final String sentence) {
        m_issues.add(new Issue(level, sentence));
    }

    /** @return all issues in the order in which they were found */
    public List<Issue> all() {
        return List.copyOf(m_issues);
    }

    /**
     * @param level how much it matters
     * @return whether there is an issue of this level
     */
    public boolean has(final Level level) {
        return m_issues.stream().anyMatch(i -> i.level() == level);
    }
}
