package com.quanticity.ibkr.quickstart.recording;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which recorded rows a client of the simulator has been told of, by symbol.
 *
 * @param rows first and last row of each symbol, counted from 1
 */
record Window(SortedMap<String, Range> rows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TIMEOUT_MILLIS = 5_000;

    record Range(long first, long last) {}

    /** Asks a simulator for what it told the client with this id. */
    static Window of(URI simulator, int clientId) throws IOException {
        return of(ask(simulator.resolve("/api/v1/state")), clientId);
    }

    static Window of(JsonNode state, int clientId) throws IOException {
        if (!state.path("market").path("source").asString("").equals("recording")) {
            throw new IOException("the simulator plays no recording: start quickstart with --recordings DIR");
        }
        Map<String, Long> last = new TreeMap<>();
        for (JsonNode symbol : state.path("market").path("symbols")) {
            put(last, symbol, "lastRow");
        }
        Map<String, Long> first = new TreeMap<>();
        for (JsonNode client : state.path("clients")) {
            if (client.path("id").asInt() == clientId) {
                client.path("subscriptions").forEach(line -> put(first, line, "firstRow"));
            }
        }
        if (first.isEmpty()) {
            throw new IOException(
                    "client id " + clientId + " has no market data from the simulator: is ibkr-adapter up?");
        }
        SortedMap<String, Range> rows = new TreeMap<>();
        first.forEach((symbol, row) -> rows.put(symbol, new Range(row, last.getOrDefault(symbol, row))));
        return new Window(rows);
    }

    private static void put(Map<String, Long> rows, JsonNode node, String field) {
        JsonNode row = node.path(field);
        if (row.isNumber()) {
            rows.put(node.path("symbol").asString(), row.asLong());
        }
    }

    private static JsonNode ask(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            return JSON.readTree(connection.getInputStream());
        } catch (JacksonException e) {
            throw new IOException("the answer of " + address + " is no JSON", e);
        } finally {
            connection.disconnect();
        }
    }
}
