// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.view;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Lets a web browser of this computer ask for views, at a free port of the loopback interface. Requests that a foreign
 * page makes the browser send are refused: by their Host (a name that an attacker lets point to this computer) and by
 * their Origin.
 */
final class ViewServer implements AutoCloseable {

    /** Questions of our pages are far shorter. */
    private static final int LONGEST_BODY = 1 << 16;

    private static final int THREADS = 2;

    private static final String POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
        + "img-src data: blob:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'";

    private final HttpServer m_server;

    private final ExecutorService m_threads;

    private final ViewRequests m_requests;

    private final Set<String> m_hosts;

    private ViewServer(final HttpServer server, final ViewRequests requests) {
        m_server = server;
        m_requests = requests;
        final int port = server.getAddress().getPort();
        m_hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        m_threads = Executors.newFixedThreadPool(THREADS, work -> {
            final Thread thread = new Thread(work, "view");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * @param requests answers the requests
     * @return a running server
     * @throws IOException if no port can be had
     */
    static ViewServer start(final ViewRequests requests) throws IOException {
        final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        final ViewServer result = new ViewServer(server, requests);
        server.setExecutor(result.m_threads);
        server.createContext("/", result::handle);
        server.start();
        return result;
    }

    /** @return address of the list of views */
    String address() {
        return "http://127.0.0.1:" + m_server.getAddress().getPort() + "/";
    }

    private void handle(final HttpExchange exchange) throws IOException {
        try (exchange) {
            final Answer answer = answer(exchange);
            final Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
    }

    private Answer answer(final HttpExchange exchange) throws IOException {
        final Headers headers = exchange.getRequestHeaders();
        final String host = headers.getFirst("Host");
        if (host == null || !m_hosts.contains(host)) {
            return Answer.error(403, "The views are at " + address() + " only, not at '" + host + "'.");
        }
        final String origin = headers.getFirst("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            return Answer.error(403, "Pages of '" + origin + "' may not ask for views.");
        }
        String body = "";
        if (exchange.getRequestMethod().equals("POST")) {
            final String type = headers.getFirst("Content-Type");
            if (type == null || !type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
                return Answer.error(415, "A request is sent as application/json.");
            }
            final byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                return Answer.error(413, "A request has at most " + LONGEST_BODY + " bytes.");
            }
            body = new String(bytes, StandardCharsets.UTF_8);
        }
        return m_requests.answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
    }

    @Override
    public void close() {
        m_server.stop(0);
        m_threads.shutdownNow();
    }
}
