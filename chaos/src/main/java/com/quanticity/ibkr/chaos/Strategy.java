package com.quanticity.ibkr.chaos;

import com.quanticity.ibkr.chaos.machine.Machine;
import com.quanticity.ibkr.chaos.machine.Program;
import com.quanticity.ibkr.chaos.proof.Placed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trades by REST as a strategy should: a request without an answer is repeated under the same key until there is one. Thread-safe.
 */
public final class Strategy implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Map<String, Object> WHY = Map.of("by", "chaos", "reason", "the run is over");

    private final Machine machine;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<Placed> placed = new ConcurrentLinkedQueue<>();

    public Strategy(Machine machine) {
        this.machine = machine;
    }

    /** Everything that was answered. */
    public List<Placed> placed() {
        return List.copyOf(placed);
    }

    /** Returns when the order was answered; gives its client order id. */
    public String place(String key, Map<String, Object> terms) throws InterruptedException {
        String id = create("/api/v1/orders", key, terms).path("clientOrderId").asString("");
        placed.add(new Placed(key, Placed.Kind.ORDER, id, List.of(id)));
        return id;
    }

    /** Returns when the group was answered; gives the client order ids of its members. */
    List<String> placeGroup(String key, List<Map<String, Object>> members) throws InterruptedException {
        JsonNode answer = create(
                "/api/v1/orders/groups", key, Map.of("kind", "OCA", "ocaType", "CANCEL_OTHERS", "orders", members));
        List<String> ids = new ArrayList<>();
        answer.path("orders")
                .forEach(order -> ids.add(order.path("clientOrderId").asString("")));
        placed.add(new Placed(key, Placed.Kind.GROUP, answer.path("groupId").asString(""), ids));
        return ids;
    }

    /** Returns when the bracket was answered; gives the id of its parent. */
    String placeBracket(String key, Map<String, Object> terms) throws InterruptedException {
        JsonNode answer = create("/api/v1/brackets", key, terms);
        String id = answer.path("bracket").path("parentOrderId").asString("");
        placed.add(new Placed(key, Placed.Kind.BRACKET, id, List.of()));
        return id;
    }

    /** Returns when the parent was answered; one whose window has passed by then is none. */
    void placeParent(String key, Map<String, Object> terms) throws InterruptedException {
        String body = JSON.writeValueAsString(terms);
        HttpResponse<String> answer =
                untilAnswered(() -> json("/api/v1/parents", key).POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() < 300) {
            String id = JSON.readTree(answer.body()).path("parentOrderId").asString("");
            placed.add(new Placed(key, Placed.Kind.PARENT, id, List.of()));
        }
    }

    /** Asks for a change; an order that cannot be changed any more is left alone. */
    void change(String key, String clientOrderId, Map<String, Object> change) throws InterruptedException {
        String body = JSON.writeValueAsString(change);
        untilAnswered(
                () -> json("/api/v1/orders/" + clientOrderId, key).method("PATCH", BodyPublishers.ofString(body)));
    }

    /** Asks for the cancellation; an order that has ended is left alone. */
    public void cancel(String clientOrderId) throws InterruptedException {
        untilAnswered(() -> request("/api/v1/orders/" + clientOrderId).DELETE());
    }

    /** Asks for a parent's cancellation; one that has ended is left alone. */
    void cancelParent(String parentOrderId) throws InterruptedException {
        String body = JSON.writeValueAsString(WHY);
        untilAnswered(() -> json("/api/v1/parents/" + parentOrderId + "/cancel", "cancel-" + parentOrderId)
                .POST(BodyPublishers.ofString(body)));
    }

    /**
     * Ends the orders of which nobody at the broker knows, as a person would who has looked: until somebody does, their instrument stays
     * locked and later runs would trade nothing.
     *
     * @return how many there were
     */
    int adoptLostOrders() throws InterruptedException {
        HttpResponse<String> answer =
                untilAnswered(() -> request("/api/v1/discrepancies?open=true&kind=ORDER_NOT_AT_BROKER&limit=500")
                        .GET());
        int adopted = 0;
        for (JsonNode each : JSON.readTree(answer.body()).path("discrepancies")) {
            String id = each.path("id").asString("");
            String body = JSON.writeValueAsString(Map.of(
                    "by",
                    "chaos",
                    "reason",
                    "the broker never had it",
                    "version",
                    each.path("version").asLong()));
            untilAnswered(() -> json("/api/v1/discrepancies/" + id + "/adopt", "adopt-" + id)
                    .POST(BodyPublishers.ofString(body)));
            adopted++;
        }
        return adopted;
    }

    private JsonNode create(String path, String key, Map<String, Object> terms) throws InterruptedException {
        String body = JSON.writeValueAsString(terms);
        HttpResponse<String> answer = untilAnswered(() -> json(path, key).POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 201 && answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was refused: " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> untilAnswered(Attempt attempt) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer = send(attempt.request());
            if (answer != null && answer.statusCode() < 500) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new NoAnswerException("the engine gave no answer within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(PAUSE);
        }
    }

    private @Nullable HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        }
    }

    private HttpRequest.Builder json(String path, String key) {
        return request(path).header("Content-Type", "application/json").header("Idempotency-Key", key);
    }

    private HttpRequest.Builder request(String path) {
        URI address = machine.url(Program.ENGINE).resolve(path);
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + machine.token());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private interface Attempt {
        HttpRequest.Builder request();
    }
}
