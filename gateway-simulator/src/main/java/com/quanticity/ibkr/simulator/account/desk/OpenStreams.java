package com.quanticity.ibkr.simulator.account.desk;

import com.quanticity.ibkr.simulator.desk.Client;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The open streams of one kind, by client and request id.
 *
 * @param <S> what is remembered of a stream
 */
final class OpenStreams<S> {

    private final Map<Client, Map<Integer, S>> byClient = new LinkedHashMap<>();

    /** Opens a stream, or refuses an id that is in use with 322. */
    boolean tryOpen(Client client, int requestId, S stream) {
        Map<Integer, S> open = byClient.computeIfAbsent(client, any -> new LinkedHashMap<>());
        if (open.containsKey(requestId)) {
            client.sendMessage(requestId, 322, "Error processing request.-'bU' : cause - Duplicate request id");
            return false;
        }
        open.put(requestId, stream);
        return true;
    }

    void close(Client client, int requestId) {
        byClient.getOrDefault(client, new HashMap<>()).remove(requestId);
    }

    void closeAll(Client client) {
        byClient.remove(client);
    }

    int count(Client client) {
        return byClient.getOrDefault(client, Map.of()).size();
    }

    boolean isEmpty() {
        return byClient.values().stream().allMatch(Map::isEmpty);
    }

    void forEach(BiConsumer<Client, S> action) {
        byClient.forEach((client, open) -> open.values().forEach(stream -> action.accept(client, stream)));
    }
}
