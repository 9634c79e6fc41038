package com.quanticity.ibkr.chaos.story;

import com.quanticity.ibkr.chaos.Strategy;
import com.quanticity.ibkr.chaos.machine.Machine;
import com.quanticity.ibkr.chaos.machine.Program;
import com.quanticity.ibkr.chaos.proof.Books;
import com.quanticity.ibkr.chaos.proof.Violation;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.state.SimulatorState.SymbolState;
import com.quanticity.ibkr.simulator.witness.WitnessReport.ClientReport;
import com.quanticity.ibkr.simulator.witness.WitnessReport.OrderReport;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a story can do, and see of both sides. Used by one thread. */
final class Scene {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SETTLES = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Adapter's client id. */
    static final int ADAPTER = 1;

    private final String title;
    private final GatewaySimulator simulator;
    private final Machine machine;
    private final Strategy strategy;
    private final Books books;
    private final PrintStream out;
    private final Clock clock;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger keys = new AtomicInteger();

    Scene(String title, GatewaySimulator simulator, Machine machine, Strategy strategy, PrintStream out, Clock clock) {
        this.title = title;
        this.simulator = simulator;
        this.machine = machine;
        this.strategy = strategy;
        this.books = new Books(machine, simulator);
        this.out = out;
        this.clock = clock;
    }

    /** A line of the story, with the time at the broker. */
    void say(String text) {
        out.println("  " + TIME.format(now()) + " " + text);
    }

    SimulatorFaults faults() {
        return simulator.faults();
    }

    /** In New York. */
    private ZonedDateTime now() {
        return simulator.now().atZone(Stories.NEW_YORK);
    }

    /** Lets the broker's clock jump to the next time it shows this. */
    void turnClockTo(String time) {
        ZonedDateTime now = now();
        ZonedDateTime then = now.with(LocalTime.parse(time));
        simulator.advance(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }

    /** Places a market order. */
    String market(String symbol, int quantity) throws InterruptedException {
        return place(symbol, quantity, Map.of("type", "MARKET"));
    }

    /** Places market orders until one is taken, as after a restart while prices are still to come, and waits for its fill. */
    String bought(String symbol, int quantity) throws InterruptedException {
        return taken(symbol, quantity, "FILLED", Map.of("type", "MARKET"));
    }

    /** The same with an order that rests two percent below the market; returns when it works at the broker. */
    String resting(String symbol, int quantity, String timeInForce) throws InterruptedException {
        return taken(symbol, quantity, "WORKING", resting(symbol, timeInForce));
    }

    /** The same while the broker's answers are withheld; returns when nobody knows what became of it. */
    String unanswered(String symbol, int quantity) throws InterruptedException {
        return taken(symbol, quantity, "UNKNOWN", resting(symbol, "GOOD_TILL_CANCELLED"));
    }

    private Map<String, Object> resting(String symbol, String timeInForce) {
        return Map.of("type", "LIMIT", "limitPrice", below(symbol), "timeInForce", timeInForce);
    }

    /** Two percent below the market. */
    String below(String symbol) {
        return price(symbol)
                .multiply(new BigDecimal("0.98"))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private String taken(String symbol, int quantity, String wanted, Map<String, Object> terms)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String id = place(symbol, quantity, terms);
        for (String status = status(id); !status.equals(wanted); status = status(id)) {
            if (System.nanoTime() > end) {
                throw new StoryFailedException("no order is " + wanted + ", the last one is " + order(id));
            }
            if (status.equals("DENIED")) {
                Thread.sleep(SETTLES);
                id = place(symbol, quantity, terms);
            }
            Thread.sleep(LOOK);
        }
        return id;
    }

    /** Places any order to buy. */
    String place(String symbol, int quantity, Map<String, Object> terms) throws InterruptedException {
        Map<String, Object> all = new LinkedHashMap<>(terms);
        all.put("symbol", symbol);
        all.put("side", "BUY");
        all.put("quantity", quantity);
        all.put("strategy", "story");
        return strategy.place(key(), all);
    }

    void cancel(String id) throws InterruptedException {
        strategy.cancel(id);
        await("cancel of " + id, () -> status(id).equals("CANCELLED"));
    }

    /** Fills a working order at the broker; null for the rest of it. */
    void fillAtBroker(String id, int quantity) {
        OrderReport order = atBroker(id);
        simulator.faults().orders().fill(order.clientId(), order.orderId(), BigDecimal.valueOf(quantity), null);
    }

    OrderReport atBroker(String id) {
        return simulator.witness().report().orders().stream()
                .filter(order -> order.orderRef().equals(id))
                .findFirst()
                .orElseThrow(() -> new StoryFailedException("the broker has no order " + id));
    }

    /** The newest execution of an order at the broker. */
    String executionOf(String id) {
        OrderReport order = atBroker(id);
        return simulator.witness().report().fills().stream()
                .filter(fill -> fill.clientId() == order.clientId() && fill.orderId() == order.orderId())
                .reduce((_, last) -> last)
                .orElseThrow(() -> new StoryFailedException("the broker has no execution of order " + id))
                .execId();
    }

    /** As the engine shows it. */
    JsonNode order(String id) {
        return get(Program.ENGINE, "/api/v1/orders/" + id);
    }

    String status(String id) {
        return order(id).path("status").asString("");
    }

    /** Cancels whatever is open, after a story that broke off. */
    void clear() throws InterruptedException {
        simulator.clearFaults();
        awaitTrading();
        try {
            for (String id : books.open()) {
                strategy.cancel(id);
            }
        } catch (SQLException e) {
            throw new StoryFailedException("the books cannot be read: " + e);
        }
    }

    void awaitStatus(String id, String status) throws InterruptedException {
        AtomicReference<String> last = new AtomicReference<>("");
        await(() -> "order " + id + " is " + status + " (it is " + order(id) + ")", () -> {
            last.set(status(id));
            return last.get().equals(status);
        });
    }

    void kill(Program program) {
        say("kill -9 " + program);
        machine.kill(program);
    }

    /** Without waiting that everything can trade. */
    void startQuietly(Program program) {
        say("start " + program);
        machine.start(program);
    }

    /** Cuts the adapter's connection and waits until it has noticed. */
    void dropAdapter() throws InterruptedException {
        long sessions = adapterSessions();
        simulator.dropClient(ADAPTER);
        await("the adapter comes again", () -> adapterSessions() > sessions);
    }

    private long adapterSessions() {
        return simulator.witness().report().clients().stream()
                .filter(client -> client.clientId() == ADAPTER)
                .mapToLong(ClientReport::sessions)
                .sum();
    }

    void start(Program program) throws InterruptedException {
        say("start " + program);
        machine.start(program);
        awaitTrading();
    }

    void awaitTrading() throws InterruptedException {
        Set<Program> missing = machine.awaitTrading(PATIENCE);
        expect(missing + " can trade again", missing.isEmpty());
    }

    /** Until no client is connected to the gateway. */
    void awaitAlone() throws InterruptedException {
        await(
                "every client has lost the gateway",
                () -> simulator.state().clients().isEmpty());
    }

    /** Until the adapter knows that it is gone. */
    void awaitAdapterAway() throws InterruptedException {
        await("the adapter knows", () -> !answers(Program.ADAPTER, "/actuator/health/trading"));
    }

    void await(String what, Check check) throws InterruptedException {
        await(() -> what, check);
    }

    private void await(Supplier<String> what, Check check) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!check.holds()) {
            if (System.nanoTime() > end) {
                throw new StoryFailedException("not within " + PATIENCE.toSeconds() + " s: " + what.get());
            }
            Thread.sleep(LOOK);
        }
    }

    void expect(String what, boolean holds) {
        if (!holds) {
            throw new StoryFailedException("does not hold: " + what);
        }
    }

    /** Both sides' books agree within the patience, and the platform itself finds no difference any more. */
    void booksAgree() throws InterruptedException {
        AtomicReference<List<Violation>> last = new AtomicReference<>(List.of());
        await(() -> "the books agree: " + last, () -> {
            last.set(compare());
            return last.get().isEmpty();
        });
        await("no discrepancy is left", () -> discrepancies("").isEmpty());
        await("no instrument is locked", () -> locks().isEmpty());
        say("books of engine, risk-manager, audit and broker agree, nothing is locked");
    }

    private List<Violation> compare() {
        try {
            return books.compare(strategy.placed(), clock.instant());
        } catch (SQLException | IOException e) {
            throw new StoryFailedException("the books cannot be read: " + e);
        }
    }

    /** Discrepancies that have not ended. */
    JsonNode discrepancies(String symbol) {
        String only = symbol.isEmpty() ? "" : "&symbol=" + symbol;
        return get(Program.ENGINE, "/api/v1/discrepancies?open=true" + only).path("discrepancies");
    }

    JsonNode locks() {
        return get(Program.ENGINE, "/api/v1/locks").path("locks");
    }

    /** Newest first. */
    JsonNode fillsOf(String id) {
        return get(Program.ENGINE, "/api/v1/fills?clientOrderId=" + id).path("fills");
    }

    JsonNode get(Program program, String path) {
        return JSON.readTree(send(request(program, path).GET(), 200));
    }

    /** Under a new idempotency key. */
    JsonNode post(Program program, String path, Map<String, Object> body) {
        return JSON.readTree(send(
                request(program, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key())
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
                200));
    }

    private HttpRequest.Builder request(Program program, String path) {
        return HttpRequest.newBuilder(machine.url(program).resolve(path))
                .header("Authorization", "Bearer " + machine.token())
                .timeout(Duration.ofSeconds(10));
    }

    private boolean answers(Program program, String path) {
        try {
            return http.send(request(program, path).GET().build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String send(HttpRequest.Builder request, int wanted) {
        HttpRequest built = request.build();
        try {
            var answer = http.send(built, BodyHandlers.ofString());
            expect(
                    built.uri().getPath() + " answers " + answer.statusCode() + " " + answer.body(),
                    answer.statusCode() == wanted);
            return answer.body();
        } catch (IOException e) {
            throw new StoryFailedException(built.uri() + " gives no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailedException("interrupted");
        }
    }

    BigDecimal price(String symbol) {
        for (SymbolState state : simulator.state().market().symbols()) {
            BigDecimal price = state.last() != null ? state.last() : state.bid();
            if (state.symbol().equals(symbol) && price != null) {
                return price;
            }
        }
        throw new StoryFailedException("the broker has no price of " + symbol);
    }

    private String key() {
        return "story-" + title + "-" + keys.incrementAndGet();
    }

    /** Looks once. */
    interface Check {
        boolean holds();
    }
}
