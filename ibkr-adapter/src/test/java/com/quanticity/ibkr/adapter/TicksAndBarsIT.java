package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import com.quanticity.ibkr.simulator.witness.SubscriptionKind;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Single ticks and five-second bars against a simulated gateway whose clock, and the adapter's with it, goes ten times as fast. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TicksAndBarsIT {

    private static final String TOKEN = "a-token-for-this-test-only";
    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");
    private static final int SPEED = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<TickByTick> TICKS = new CopyOnWriteArrayList<>();
    private static final List<Bar> BARS = new CopyOnWriteArrayList<>();
    private static final List<MarketStatus> STATUSES = new CopyOnWriteArrayList<>();
    private static final List<StreamSubscription> TAILS = new ArrayList<>();
    private static @Nullable GatewaySimulator simulator;
    private static @Nullable ConfigurableApplicationContext adapter;

    @BeforeAll
    static void start() {
        RealRedis.flush();
        List.of(TICKS, BARS, STATUSES, TAILS).forEach(List::clear);
        RealRedis.declareFirstStart("");
        GatewaySimulator started =
                GatewaySimulator.start(SimulatorConfig.defaults().withTime(SimulatorTime.accelerated(MONDAY, SPEED)));
        simulator = started;
        Clock clock = ((InstantSource) started::now).withZone(ZoneOffset.UTC);
        adapter = startAdapter(started.port(), clock);
        StreamBus bus = adapter.getBean(StreamBus.class);
        TAILS.add(bus.tail(
                Topics.MARKET_TRADE,
                TailFrom.OLDEST,
                message -> TICKS.addAll(message.data().ticks())));
        TAILS.add(bus.tail(Topics.MARKET_BAR, TailFrom.OLDEST, message -> BARS.add(message.data())));
        TAILS.add(bus.tail(Topics.MARKET_STATUS, TailFrom.OLDEST, message -> STATUSES.add(message.data())));
    }

    @AfterAll
    static void stop() {
        TAILS.forEach(StreamSubscription::close);
        Objects.requireNonNull(adapter).close();
        gateway().close();
    }

    @Test
    @org.junit.jupiter.api.Order(1)
    void streamsTheTwoFundsAndTheChosenThird() {
        awaitState(0, "LIVE");
        awaitState(1, "LIVE");

        put("/api/v1/tick-by-tick/third", "{\"symbol\":\"AAPL\"}");
        awaitState(2, "LIVE");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TICKS)
                        .filteredOn(tick -> !tick.history())
                        .extracting(TickByTick::symbol)
                        .contains("SPY", "QQQ", "AAPL"));
        JsonNode view = get("/api/v1/tick-by-tick");
        assertThat(view.get("quota").asInt()).isEqualTo(3);
        assertThat(view.get("used").asInt()).isEqualTo(3);
        assertThat(put("/api/v1/tick-by-tick/third", "{\"symbol\":\"NOSUCH\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    @org.junit.jupiter.api.Order(2)
    void switchingBackQuicklyWaitsForTheInstrumentsPause() {
        put("/api/v1/tick-by-tick/third", "{\"symbol\":\"MSFT\"}");
        put("/api/v1/tick-by-tick/third", "{\"symbol\":\"TSLA\"}");
        put("/api/v1/tick-by-tick/third", "{\"symbol\":\"MSFT\"}");

        JsonNode third = get("/api/v1/tick-by-tick").get("streams").get(2);
        assertThat(third.get("state").asString()).isEqualTo("WAITING");
        assertThat(third.get("reason").asString()).startsWith("one request for an instrument in 30 s");
        assertThat(third.get("askedAt").asString()).isNotEmpty();
        awaitState(2, "LIVE");
    }

    @Test
    @org.junit.jupiter.api.Order(3)
    void theThirdFollowsTheActiveTradeOnceItIsGivenBack() {
        trade("NVDA");
        delete("/api/v1/tick-by-tick/third");

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode third = get("/api/v1/tick-by-tick").get("streams").get(2);
            assertThat(third.get("symbol").asString()).isEqualTo("NVDA");
            assertThat(third.get("state").asString()).isEqualTo("LIVE");
        });
    }

    @Test
    @org.junit.jupiter.api.Order(4)
    void aReconnectInMidStreamIsToldAndThePastGivesWhatWasMissed() {
        int before = STATUSES.size();
        long connection = TICKS.getLast().connection();
        gateway().faults().drop(1);

        await().atMost(PATIENCE)
                .until(() -> TICKS.stream().anyMatch(tick -> tick.connection() > connection && !tick.history()));
        awaitState(0, "LIVE");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(STATUSES.subList(before, STATUSES.size()))
                        .filteredOn(status ->
                                status.symbol().equals("SPY") && status.kind().equals("TICK_BY_TICK:LAST"))
                        .extracting(MarketStatus::state)
                        .containsSubsequence(
                                MarketStatus.State.GAP, MarketStatus.State.RESUMED, MarketStatus.State.LIVE));
        assertThat(TICKS).anyMatch(tick -> tick.connection() > connection && tick.history());
        TICKS.stream().map(TickByTick::connection).distinct().toList().forEach(TicksAndBarsIT::assertNoHole);
        assertThat(get("/api/v1/tick-by-tick")
                        .get("streams")
                        .get(0)
                        .get("repeatedTicks")
                        .asLong())
                .isPositive();
    }

    @Test
    @org.junit.jupiter.api.Order(5)
    void barsThatDoNotComeAreFilledFromHistory() {
        awaitComplete("SPY");
        long filled = line("SPY").get("backFilled").asLong();
        gateway().faults().messages().withhold("REAL_TIME_BARS", 1, 24);

        await().atMost(PATIENCE).until(() -> line("SPY").get("backFilled").asLong() >= filled + 10);
        awaitComplete("SPY");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(STATUSES)
                        .filteredOn(status ->
                                status.symbol().equals("SPY") && status.kind().equals("REAL_TIME_BARS"))
                        .extracting(MarketStatus::state)
                        .contains(MarketStatus.State.GAP, MarketStatus.State.RESUMED));
        assertEachBarOnce("SPY");
    }

    @Test
    @org.junit.jupiter.api.Order(6)
    void barsGoOnAfterABust() {
        gateway().faults().data().bustBars("SPY");
        Instant now = gateway().now();

        await().atMost(PATIENCE)
                .until(() -> BARS.stream()
                        .anyMatch(bar -> bar.symbol().equals("SPY")
                                && bar.source() == Bar.Source.LIVE
                                && bar.start().isAfter(now)));
        assertThat(line("SPY").get("busted").asLong()).isOne();
        assertEachBarOnce("SPY");
    }

    @Test
    @org.junit.jupiter.api.Order(7)
    void barsEndedAndWantedAgainGoOnWithWhatIsStored() {
        delete("/api/v1/bars/QQQ");
        assertThat(send("DELETE", "/api/v1/bars/QQQ", "").statusCode()).isEqualTo(404);

        assertThat(put("/api/v1/bars/QQQ", "").statusCode()).isEqualTo(200);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(day("QQQ").get("received").asLong()).isGreaterThan(5));
        assertThat(day("QQQ").get("backFilled").asLong()).isPositive();
    }

    @Test
    @org.junit.jupiter.api.Order(8)
    void showsHowLongATickTakes() {
        assertThat(send("GET", "/actuator/prometheus", "").body())
                .containsPattern("adapter_tick_hand_over_seconds\\{.*quantile=\"0.99\"")
                .containsPattern("adapter_stream_publish_seconds\\{.*market.trade.*quantile=\"0.99\"")
                .contains("adapter_tick_stamp_skew_seconds");
    }

    @Test
    @org.junit.jupiter.api.Order(9)
    void neverAskedForMoreThanTheBrokerAllows() {
        var witness = gateway().witness().report();

        assertThat(witness.limitsHit()).doesNotContainKey(10190);
        assertThat(Objects.requireNonNull(witness.subscriptions().get(SubscriptionKind.TICK_BY_TICK))
                        .most())
                .isEqualTo(3);
    }

    /** As an order of a strategy that the adapter has accepted. */
    private static void trade(String symbol) {
        StreamBus bus = Objects.requireNonNull(adapter).getBean(StreamBus.class);
        ClientOrderId id = ClientOrderId.of(new Ulid(Clock.systemUTC()).next());
        bus.publish(
                Topics.ORDER_COMMAND,
                id.value(),
                new OrderCommand.Submit(
                        new Order(
                                id,
                                "",
                                symbol,
                                Side.BUY,
                                OrderType.MARKET,
                                BigDecimal.ONE,
                                null,
                                TimeInForce.DAY,
                                "test"),
                        "test"));
        bus.publish(
                Topics.ORDER_EVENT,
                id.value(),
                new OrderEvent.Accepted(
                        id,
                        ClientIdOwner.IBKR_ADAPTER.clientId(),
                        OrderId.of(1),
                        gateway().now()));
    }

    private static void assertNoHole(long connection) {
        List<Long> sequences = TICKS.stream()
                .filter(tick -> tick.connection() == connection)
                .map(TickByTick::sequence)
                .toList();
        assertThat(sequences)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.size()).boxed().toList());
    }

    private static void assertEachBarOnce(String symbol) {
        Set<Instant> starts = new HashSet<>();
        assertThat(BARS).filteredOn(bar -> bar.symbol().equals(symbol)).allMatch(bar -> starts.add(bar.start()));
    }

    /** Nothing is missing that is older than the time filling takes. */
    private static void awaitComplete(String symbol) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode day = day(symbol);
            Instant settled = Instant.parse(day.get("to").asString()).minusSeconds(180);
            assertThat(day.get("expected").asLong()).isPositive();
            for (JsonNode hole : day.get("holes")) {
                assertThat(Instant.parse(hole.get("from").asString()))
                        .as(day.toString())
                        .isAfter(settled);
            }
        });
    }

    private static JsonNode day(String symbol) {
        return ofSymbol(get("/api/v1/bars/completeness"), symbol);
    }

    private static void awaitState(int stream, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode view = get("/api/v1/tick-by-tick").get("streams").get(stream);
            assertThat(view.get("state").asString()).as(view.toString()).isEqualTo(state);
        });
    }

    private static JsonNode line(String symbol) {
        return ofSymbol(get("/api/v1/bars"), symbol);
    }

    private static JsonNode ofSymbol(JsonNode all, String symbol) {
        for (JsonNode one : all) {
            if (one.get("symbol").asString().equals(symbol)) {
                return one;
            }
        }
        throw new AssertionError(symbol + " is not in " + all);
    }

    private static JsonNode get(String path) {
        return JSON.readTree(send("GET", path, "").body());
    }

    private static HttpResponse<String> put(String path, String body) {
        return send("PUT", path, body);
    }

    private static void delete(String path) {
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        int port = Integer.parseInt(Objects.requireNonNull(
                Objects.requireNonNull(adapter).getEnvironment().getProperty("local.server.port")));
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GatewaySimulator gateway() {
        return Objects.requireNonNull(simulator);
    }

    private static ConfigurableApplicationContext startAdapter(int gatewayPort, Clock clock) {
        FreshDatabase fresh = RealPostgres.freshDatabase();
        return new SpringApplicationBuilder(IbkrAdapterApplication.class)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("fastClock", Clock.class, () -> clock))
                .run(
                        "--server.port=0",
                        "--spring.data.redis.host=" + RealRedis.host(),
                        "--spring.data.redis.port=" + RealRedis.port(),
                        "--spring.datasource.url=" + fresh.jdbcUrl(),
                        "--spring.datasource.username=" + fresh.username(),
                        "--spring.datasource.password=" + fresh.password(),
                        "--ibkr.service.token=" + TOKEN,
                        "--ibkr.gateway.host=127.0.0.1",
                        "--ibkr.gateway.port=" + gatewayPort,
                        "--ibkr.gateway.reconnect.initial=200ms",
                        "--ibkr.gateway.reconnect.max=500ms",
                        "--ibkr.gateway.pacing.history.per-minute=60",
                        "--ibkr.adapter.watch-list=SPY,QQQ,AAPL,MSFT,TSLA,NVDA",
                        "--ibkr.adapter.tick-by-tick.request-interval=30s",
                        "--ibkr.adapter.bars.look-back=2m");
    }
}
