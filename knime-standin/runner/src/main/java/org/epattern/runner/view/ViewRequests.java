// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.runner.execute.StackTraces;
import org.epattern.standin.WorkflowEnvironment;
import org.epattern.standin.ui.view.JsonReader;

/**
 * Answers the requests of a browser: / is the list of views; /views/1/ the page of the first view, below it "initial"
 * what the page begins with and "call" what it asks for.
 */
final class ViewRequests {

    private static final Pattern PATH = Pattern.compile("/views/([1-9][0-9]{0,3})/(initial|call)?");

    private final String m_workflow;

    private final List<ServedView> m_views;

    private final WorkflowEnvironment m_environment;

    private final Consumer<String> m_faults;

    /**
     * @param workflow name of the workflow
     * @param views its views
     * @param environment where the tables of the views are
     * @param faults told of faults in the program
     */
    ViewRequests(final String workflow, final List<ServedView> views, final WorkflowEnvironment environment,
        final Consumer<String> faults) {
        m_workflow = workflow;
        m_views = views;
        m_environment = environment;
        m_faults = faults;
    }

    /**
     * @param method of HTTP
     * @param path path of the address
     * @param body what was sent
     * @return the answer
     */
    Answer answer(final String method, final String path, final String body) {
        if (path.equals("/")) {
            return method.equals("GET") ? Answer.html(StartPage.of(m_workflow, m_views)
                .getBytes(StandardCharsets.UTF_8)) : notAllowed("GET");
        }
        final Matcher matcher = PATH.matcher(path);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > m_views.size()) {
            return Answer.error(404, "There is nothing at " + path + ", expected /views/1/ to /views/" + m_views.size()
                + "/.");
        }
        final ServedView view = m_views.get(Integer.parseInt(matcher.group(1)) - 1);
        final boolean call = "call".equals(matcher.group(2));
        if (!method.equals(call ? "POST" : "GET")) {
            return notAllowed(call ? "POST" : "GET");
        }
        final WorkflowEnvironment before = WorkflowEnvironment.restore(m_environment);
        try {
            return call ? call(view, body) : matcher.group(2) == null ? page(view)
                : Answer.json(view.view().initialData());
        } catch (final IOException ex) {
            return Answer.error(500, "The page of " + view.name() + " cannot be read: " + ex.getMessage() + ".");
        } catch (final RuntimeException ex) { // NOSONAR whatever a view does wrong must not end the others
            m_faults.accept("ERROR The view of " + view.name() + " failed because of a fault in its program:\n"
                + StackTraces.of(ex).stripTrailing());
            return Answer.error(500, String.valueOf(ex.getMessage()));
        } finally {
            WorkflowEnvironment.restore(before);
        }
    }

    private static Answer notAllowed(final String expected) {
        return Answer.error(405, "Only " + expected + " is understood here.");
    }

    private static Answer page(final ServedView view) throws IOException {
        try (InputStream page = view.view().page().getInputStream()) {
            return Answer.html(page.readAllBytes());
        }
    }

    private static Answer call(final ServedView view, final String body) {
        final Object request;
        try {
            request = JsonReader.read(body);
        } catch (final IllegalArgumentException ex) {
            return Answer.error(400, ex.getMessage() + ".");
        }
        if (!(request instanceof Map<?, ?> call && call.get("method") instanceof String method
            && call.get("params") instanceof List<?> params)) {
            return Answer.error(400, "A request has a \"method\" and an array of \"params\".");
        }
        try {
            final Map<String, Object> answer = new HashMap<>();
            answer.put("result", view.view().call(method, params));
            return Answer.json(answer);
        } catch (final NoSuchMethodException ex) {
            return Answer.error(404, ex.getMessage());
        } catch (final IllegalArgumentException ex) {
            return Answer.error(400, ex.getMessage());
        }
    }
}
