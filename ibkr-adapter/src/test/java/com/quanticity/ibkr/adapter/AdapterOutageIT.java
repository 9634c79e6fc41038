package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.simulator.ConnectivityNotice;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Gateway, Redis and PostgreSQL go away and come back under the running service. */
class AdapterOutageIT extends AdapterHarness {

    @Test
    void recoversByItselfWhenTheGatewayIsKilledAndComesBack() {
        ClientOrderId resting = submit("AAPL", OrderType.LIMIT, "10", "1.00");
        awaitKinds(resting, "Working");
        long before = connection();

        stopGateway();
        await().atMost(PATIENCE).until(() -> state() != SessionState.READY);
        ClientOrderId denied = submit("SPY", OrderType.MARKET, "10", null);
        awaitKinds(denied, "Denied");
        assertThat(last(denied, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.SESSION_NOT_READY);
        await().atMost(PATIENCE).until(() -> !hasQuote("SPY"));

        startGateway();
        await().atMost(PATIENCE).until(() -> state() == SessionState.READY && connection() > before);
        await().atMost(PATIENCE).until(() -> hasQuote("SPY"));
        await().atMost(PATIENCE).until(() -> stored(connection()) > 50);
        assertNoHole(connection());
        // The new gateway knows nothing of the old one's order.
        awaitKinds(resting, "Unknown");
        ClientOrderId filled = submit("SPY", OrderType.MARKET, "10", null);
        awaitKinds(filled, "Executed");
    }

    @Test
    void keepsRestingOrdersOverACutConnection() {
        ClientOrderId id = submit("AAPL", OrderType.LIMIT, "10", "1.00");
        awaitKinds(id, "Working");
        long before = connection();

        gateway().dropClient(1);
        await().atMost(PATIENCE).until(() -> state() == SessionState.READY && connection() > before);

        assertThat(kinds(id)).doesNotContain("Unknown");
        command(new OrderCommand.Cancel(id, "test"));
        awaitKinds(id, "Cancelled");
    }

    @Test
    void subscribesAgainWhenTheBrokerLostTheData() {
        gateway().announce(ConnectivityNotice.LOST);
        awaitState(SessionState.BROKER_DOWN);
        gateway().announce(ConnectivityNotice.RESTORED_DATA_LOST);
        awaitState(SessionState.READY);

        await().atMost(PATIENCE).until(() -> hasQuote("SPY"));
        assertNoHole(connection());
    }

    @Test
    void losesNothingWhilePostgresIsAway() {
        long before = lastSequence("SPY");
        RealPostgres.stop();

        await().atMost(PATIENCE).until(() -> lastSequence("SPY") > before + 20);
        ClientOrderId id = submit("SPY", OrderType.MARKET, "10", null);
        awaitKinds(id, "Denied");
        assertThat(last(id, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.JOURNAL_UNAVAILABLE);

        RealPostgres.start();
        long reached = lastSequence("SPY");
        await().atMost(PATIENCE).until(() -> highestStored() > reached);
        assertNoHole(connection());
        // The journal believes a database that was just away only after a second: the next order may still be denied.
        await().atMost(PATIENCE).until(() -> {
            ClientOrderId next = submit("SPY", OrderType.MARKET, "10", null);
            awaitAny(next, "Accepted", "Denied");
            return kinds(next).contains("Accepted");
        });
    }

    @Test
    void losesNothingWhileRedisIsAway() throws InterruptedException {
        long connection = connection();
        long before = lastSequence("SPY");
        RealRedis.stop();
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        RealRedis.start();

        await().atMost(PATIENCE).until(() -> lastSequence("SPY") > before + 20);
        await().atMost(PATIENCE).until(() -> highestStored() > before + 20);
        assertThat(connection()).isEqualTo(connection);
        assertNoHole(connection);
    }

    @Test
    void saysInHealthAndAtTheGateThatBuyingPowerIsNotKnown() throws Exception {
        Limit half = Limit.of(RiskScope.FIRM, LimitKind.BUYING_POWER_PERCENT, "50");
        AccountValue power = new AccountValue("DU1234567", "BuyingPower", "4000000", "USD", Instant.now());
        risk().limit(half);
        await().untilAsserted(() -> assertThat(get("/actuator/health/trading"))
                .contains("\"status\":\"OUT_OF_SERVICE\"", "\"gate\":[\"BUYING_POWER_UNKNOWN\"]"));
        assertThat(get("/api/v1/gate"))
                .contains(
                        "\"reason\":\"BUYING_POWER_UNKNOWN\",\"about\":\"account DU1234567\"",
                        "\"advice\":\"" + DenialReason.BUYING_POWER_UNKNOWN.advice());
        ClientOrderId denied = submit("AAPL", OrderType.LIMIT, "1", "1.00");
        awaitKinds(denied, "Denied");
        assertThat(last(denied, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.BUYING_POWER_UNKNOWN);

        redis.opsForHash().put(RedisKeys.ACCOUNT_SUMMARY, "DU1234567|BuyingPower", ModelJson.write(power));

        await().untilAsserted(
                        () -> assertThat(get("/actuator/health/trading")).contains("\"gate\":[]", "\"status\":\"UP\""));
        assertThat(get("/api/v1/gate")).contains("\"gaps\":[]");
        redis.delete(RedisKeys.ACCOUNT_SUMMARY);
        await().untilAsserted(() -> assertThat(get("/api/v1/gate")).contains("BUYING_POWER_UNKNOWN"));
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
