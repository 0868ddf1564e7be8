// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** What a node tells the user: a summary in one sentence, details, and what to do about it. */
public final class Message {

    private final String m_summary;

    private final List<Issue> m_issues;

    private final List<String> m_resolutions;

    Message(final String summary, final List<Issue> issues, final List<String> resolutions) {
        m_summary = summary;
        m_issues = List.copyOf(issues);
        m_resolutions = List.copyOf(resolutions);
    }

    /**
     * @return the summary, one sentence
     */
    public String getSummary() {
        return m_summary;
    }

    /**
     * @return what the user can do, possibly empty
     */
    public List<String> getResolutions() {
        return m_resolutions;
    }

    /**
     * @return summary and first detail, a line each, as KNIME prints them
     */
    public String toLogPrintable() {
        final StringBuilder lines = new StringBuilder(m_summary);
        m_issues.forEach(issue -> lines.append('\n').append(issue.text()));
        return lines.toString();
    }

    /**
     * @return an exception with this message
     */
    public InvalidSettingsException toInvalidSettingsException() {
        return toInvalidSettingsException(null);
    }

    /**
     * @param cause why, or null
     * @return an exception with this message
     */
    public InvalidSettingsException toInvalidSettingsException(final Throwable cause) {
        return new InvalidSettingsException(m_summary, cause);
    }

    /**
     * @return an exception with this message
     */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    /**
     * @param cause why, or null
     * @return an exception with this message
     */
    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    @Override
    public String toString() {
        return m_summary;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Message that && m_summary.equals(that.m_summary) && m_issues.equals(that.m_issues)
            && m_resolutions.equals(that.m_resolutions);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * m_summary.hashCode() + m_issues.hashCode()) + m_resolutions.hashCode();
    }

    /**
     * @return an empty builder
     */
    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    /**
     * @return a builder that holds the content of this message
     */
    public MessageBuilder modify() {
        return new MessageBuilder(m_summary, m_issues, m_resolutions);
    }

    List<Issue> issues() {
        return m_issues;
    }

    /**
     * @param summary the summary, not null
     * @return a message without details
     */
    public static Message fromSummary(final String summary) {
        return builder().withSummary(summary).build().orElseThrow();
    }

    /**
     * @param summary the summary, not null
     * @param resolutions what the user can do
     * @return a message without details
     */
    public static Message fromSummaryWithResolution(final String summary, final String... resolutions) {
        return builder().withSummary(summary).addResolutions(resolutions).build().orElseThrow();
    }

    /**
     * @param summary the summary, not null
     * @param portIndex input port of the table, from 0
     * @param rowIndex index of the row, from 0
     * @param columnIndex index of the column, from 0
     * @param issue what is wrong with that cell
     * @return a message with this one detail
     */
    public static Message fromRowIssue(final String summary, final int portIndex, final long rowIndex,
        final int columnIndex, final String issue) {
        return builder().withSummary(summary).addRowIssue(portIndex, columnIndex, rowIndex, issue).build()
            .orElseThrow();
    }
}
