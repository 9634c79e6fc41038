package com.quanticity.ibkr.console;

import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays the REST side of the other services: healthy, with a ledger, and a risk-manager that can be halted. */
final class ServicePeer implements AutoCloseable {

    final List<String> halts = new CopyOnWriteArrayList<>();

    /** Orders, groups and previews that were asked for: path, key and body. */
    final List<String> tickets = new CopyOnWriteArrayList<>();

    volatile String preview = "{}";

    /** What the adapter's order gate says. */
    volatile String gate = "{\"gaps\":[]}";

    private final HttpServer server;

    ServicePeer(List<OrderSnapshot> orders, List<LedgerPosition> positions) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/actuator/health/readiness", exchange -> answer(exchange, "{\"status\":\"UP\"}"));
        server.createContext("/api/v1/orders", exchange -> {
            if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, ModelJson.write(Map.of("orders", orders)));
            } else {
                String path = exchange.getRequestURI().getPath();
                tickets.add(path + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                answer(exchange, path.endsWith("/preview") ? preview : "{}");
            }
        });
        server.createContext(
                "/api/v1/positions", exchange -> answer(exchange, ModelJson.write(Map.of("positions", positions))));
        server.createContext("/api/v1/gate", exchange -> answer(exchange, gate));
        server.createContext("/api/v1/trading-state/halt", exchange -> {
            halts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, "{}");
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        boolean api = exchange.getRequestURI().getPath().startsWith("/api/");
        boolean known =
                "Bearer token-of-the-test".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(api && !known ? 401 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
