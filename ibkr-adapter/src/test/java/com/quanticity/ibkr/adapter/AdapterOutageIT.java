package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.ConnectivityNotice;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Duration;
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
        await().atMost(PATIENCE).ignoreExceptions().until(() -> highestStored() > reached);
        assertNoHole(connection());
    }

    @Test
    void losesNothingWhileRedisIsAway() throws InterruptedException {
        long connection = connection();
        long before = lastSequence("SPY");
        RealRedis.stop();
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        RealRedis.start();

        await().atMost(PATIENCE).ignoreExceptions().until(() -> lastSequence("SPY") > before + 20);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> highestStored() > before + 20);
        assertThat(connection()).isEqualTo(connection);
        assertNoHole(connection);
    }
}
