// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.epattern.standin.CellTypes;
import org.epattern.standin.WorkflowEnvironment;
import org.epattern.standin.ui.view.NodeView;
import org.epattern.standin.ui.view.ViewDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.webui.page.Page;

/** Holds what the server of views answers, and whom it refuses. */
class ViewServerTest {

    /** A view's service. */
    public static final class Service {
        /** @return a sum */
        public Object sum(final int a, final double b) {
            return Map.of("sum", a + b, "workflow", WorkflowEnvironment.current().isPresent());
        }

        /** @return nothing */
        public Object fail() {
            throw new IllegalStateException("broken");
        }

        /** @return the text */
        public Object echo(final String text) {
            return text;
        }
    }

    @TempDir
    private Path m_temp;
    private final List<String> m_faults = new ArrayList<>();
    private ViewServer m_server;
    private int m_port;

    @BeforeEach
    void start() throws IOException {
        final ViewDefinition good = new ViewDefinition("", Page.create().fromString(() -> "<p>page</p>")
            .relativePath("a.html"), Optional.of(i -> Map.of("view", "probe")), Optional.of(i -> new Service()));
        final ViewDefinition bare = new ViewDefinition("", Page.create().fromString(() -> "<p>bare</p>")
            .relativePath("b.html"), Optional.empty(), Optional.empty());
        m_server = ViewServer.start(new ViewRequests("A & B",
            List.of(new ServedView("First <1>", new NodeView(good, List.of())),
                new ServedView("Second", new NodeView(bare, List.of()))),
            new WorkflowEnvironment(m_temp, m_temp, new CellTypes(getClass().getClassLoader())), m_faults::add));
        m_port = URI.create(m_server.address()).getPort();
    }

    @AfterEach
    void stop() {
        m_server.close();
    }

    /** Status and body of the answer to a request as it stands on the wire. */
    private String[] send(final String line, final String body, final String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), m_port)) {
            final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            final StringBuilder request = new StringBuilder(line + " HTTP/1.1\r\nConnection: close\r\n");
            for (final String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Content-Length: " + bytes.length + "\r\n\r\n");
            final OutputStream out = socket.getOutputStream();
            out.write(request.toString().getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
            final InputStream in = socket.getInputStream();
            final String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            final int end = answer.indexOf("\r\n\r\n");
            return new String[]{answer.split(" ")[1], answer.substring(end + 4), answer.substring(0, end)};
        }
    }

    private String host() {
        return "Host: 127.0.0.1:" + m_port;
    }

    private String[] get(final String path) throws IOException {
        return send("GET " + path, "", host());
    }

    private String[] call(final String body) throws IOException {
        return send("POST /views/1/call", body, host(), "Content-Type: application/json; charset=utf-8");
    }

    private static void assertAnswer(final String status, final String body, final String[] answer) {
        assertEquals(List.of(status, body), List.of(answer[0], answer[1]));
    }

    @Test
    void startPageListsTheViewsAndThePagesAreServed() throws IOException {
        final String start = get("/")[1];
        assertTrue(start.contains("<a href=\"views/1/\">First &lt;1&gt;</a>"), start);
        assertTrue(start.contains("<a href=\"views/2/\">Second</a>") && start.contains("Views of A &amp; B"), start);
        assertAnswer("200", "<p>page</p>", get("/views/1/"));
        assertAnswer("200", "<p>bare</p>", get("/views/2/"));
        assertAnswer("200", "{\"view\":\"probe\"}", get("/views/1/initial"));
    }

    @Test
    void methodsOfTheServiceAreCalledForTheWorkflow() throws IOException {
        final String answer = call("{\"method\":\"sum\",\"params\":[2,0.5]}")[1];
        assertTrue(answer.contains("\"sum\":2.5") && answer.contains("\"workflow\":true"), answer);
        assertAnswer("200", "{\"result\":\"\\u000a\u00e9\"}", call("{\"method\":\"echo\",\"params\":[\"\\n\u00e9\"]}"));
        assertAnswer("200", "{\"result\":null}", call("{\"method\":\"echo\",\"params\":[null]}"));
    }

    @Test
    void whatIsWrongIsSaidInASentence() throws IOException {
        assertAnswer("404", "{\"error\":\"The view has no method 'wait'.\"}",
            call("{\"method\":\"wait\",\"params\":[]}"));
        assertAnswer("400", "{\"error\":\"The method 'sum' does not take 1 arguments.\"}",
            call("{\"method\":\"sum\",\"params\":[1]}"));
        assertAnswer("400", "{\"error\":\"The method 'sum' takes a value of type int where 1.5 is given.\"}",
            call("{\"method\":\"sum\",\"params\":[1.5,1]}"));
        assertAnswer("400", "{\"error\":\"A request has a \\\"method\\\" and an array of \\\"params\\\".\"}",
            call("[]"));
        assertEquals("400", call("{\"method\":")[0]);
        assertEquals("400", call("[".repeat(10_000))[0]);
        assertAnswer("404", "{\"error\":\"There is nothing at /views/3/, expected /views/1/ to /views/2/.\"}",
            get("/views/3/"));
        assertEquals("404", get("/etc/passwd")[0]);
        assertEquals("404", get("/views/../../etc/passwd")[0]);
        assertEquals("405", get("/views/1/call")[0]);
        assertEquals("404", send("POST /views/2/call", "{\"method\":\"sum\",\"params\":[1,2]}", host(),
            "Content-Type: application/json")[0]);
    }

    @Test
    void faultOfAViewIsReportedAndTheOthersGoOn() throws IOException {
        assertEquals("500", call("{\"method\":\"fail\",\"params\":[]}")[0]);
        assertEquals(1, m_faults.size());
        assertTrue(m_faults.get(0).startsWith("ERROR The view of First <1> failed") && m_faults.get(0).contains("broken"));
        assertEquals("500", get("/views/2/initial")[0]);
        assertEquals("200", get("/views/1/initial")[0]);
    }

    @Test
    void foreignPagesAreRefused() throws IOException {
        assertEquals("403", send("GET /", "", "Host: evil.example:" + m_port)[0]);
        assertEquals("403", send("GET /views/1/initial", "", "Host: 127.0.0.1")[0]);
        assertEquals("200", send("GET /", "", "Host: localhost:" + m_port)[0]);
        assertEquals("403", send("GET /views/1/initial", "", host(), "Origin: http://evil.example")[0]);
        assertEquals("403", send("GET /views/1/initial", "", host(), "Origin: null")[0]);
        assertEquals("200", send("GET /views/1/initial", "", host(), "Origin: http://127.0.0.1:" + m_port)[0]);
        assertEquals("415", send("POST /views/1/call", "{}", host(), "Content-Type: text/plain")[0]);
        assertEquals("413", call(" ".repeat(70_000))[0]);
    }

    @Test
    void pagesMayLoadNothingFromElsewhere() throws IOException {
        final String headers = get("/views/1/")[2].toLowerCase(Locale.ROOT);
        assertTrue(headers.contains("content-security-policy: default-src 'none';"), headers);
        assertTrue(headers.contains("frame-ancestors 'none'") && headers.contains("x-content-type-options: nosniff"));
        assertFalse(headers.contains("access-control-allow-origin"));
    }

    @Test
    void otherComputersFindNobody() throws IOException {
        for (final NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (final InetAddress address : card.inetAddresses().filter(a -> !a.isLoopbackAddress()).toList()) {
                assertThrows(ConnectException.class, () -> new Socket(address, m_port).close(), address.toString());
            }
        }
    }
}
