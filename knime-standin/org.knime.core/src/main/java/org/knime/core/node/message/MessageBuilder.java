// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.NodeLogger;
import org.knime.core.node.util.CheckUtils;

/** Collects the parts of a {@link Message}; keeps the first detail and counts the rest. */
public final class MessageBuilder {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(MessageBuilder.class);

    private String m_summary;

    private final List<Issue> m_issues;

    private final List<String> m_resolutions;

    private long m_issueCount;

    MessageBuilder() {
        this(null, List.of(), List.of());
    }

    MessageBuilder(final String summary, final List<Issue> issues, final List<String> resolutions) {
        m_summary = summary;
        m_issues = new ArrayList<>(issues);
        m_resolutions = new ArrayList<>(resolutions);
        m_issueCount = issues.size();
    }

    /**
     * @return the summary set so far
     */
    public Optional<String> getSummary() {
        return Optional.ofNullable(m_summary);
    }

    /**
     * @param summary one sentence; null = {@link #build()} gives nothing
     * @return this
     */
    public MessageBuilder withSummary(final String summary) {
        m_summary = summary;
        return this;
    }

    /**
     * @param issue a detail, not null
     * @return this
     */
    public MessageBuilder addTextIssue(final String issue) {
        return add(Issue.ofText(CheckUtils.checkArgumentNotNull(issue)));
    }

    /**
     * @param portIndex input port of the table, from 0
     * @param columnIndex index of the column, from 0
     * @param rowIndex index of the row, from 0
     * @param issue what is wrong with that cell, not null
     * @return this
     */
    public MessageBuilder addRowIssue(final int portIndex, final int columnIndex, final long rowIndex,
        final String issue) {
        return add(Issue.ofCell(portIndex, columnIndex, rowIndex, CheckUtils.checkArgumentNotNull(issue)));
    }

    /**
     * As {@link #addRowIssue(int, int, long, String)} for a row as a whole.
     *
     * @param portIndex input port of the table, from 0
     * @param rowIndex index of the row, from 0
     * @param issue what is wrong with that row, not null
     * @return this
     */
    public MessageBuilder addRowIssue(final int portIndex, final long rowIndex, final String issue) {
        return add(Issue.ofRow(portIndex, rowIndex, CheckUtils.checkArgumentNotNull(issue)));
    }

    private MessageBuilder add(final Issue issue) {
        m_issueCount++;
        if (m_issues.isEmpty()) {
            m_issues.add(issue);
        }
        return this;
    }

    /**
     * @param resolutions what the user can do
     * @return this
     */
    public MessageBuilder addResolutions(final String... resolutions) {
        m_resolutions.addAll(Arrays.asList(resolutions));
        return this;
    }

    /**
     * @return the first detail added
     */
    public Optional<String> getFirstIssue() {
        return m_issues.stream().findFirst().map(Issue::text);
    }

    /**
     * @return the number of details added, more than are kept
     */
    public long getIssueCount() {
        return m_issueCount;
    }

    /**
     * @return the message, or empty if no summary was set
     */
    public Optional<Message> build() {
        if (m_summary == null && m_issueCount > 0) {
            LOGGER.coding("A message with details has no summary");
        }
        return getSummary().map(summary -> new Message(summary, m_issues, m_resolutions));
    }
}
