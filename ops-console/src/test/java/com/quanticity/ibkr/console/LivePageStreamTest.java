package com.quanticity.ibkr.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What the services say is on the page and on its stream. */
@NullUnmarked
class LivePageStreamTest extends RunsConsole {

    @Test
    void beatsEverySecond() {
        try (Browser trader = Browser.of(port, "trader").live()) {
            heartbeat(trader); // the one that comes with the page
            long first = heartbeat(trader);
            long second = heartbeat(trader);

            assertThat(second - first).isBetween(500L, 3000L);
        }
    }

    @Test
    void showsWhatTheServicesPublishInThePageAndOnTheStream() {
        Instant now = Instant.now();
        Order order = Facts.order(Side.BUY, "SPY", "10", null);
        try (Browser trader = Browser.of(port, "trader").live()) {
            session(ClientIdOwner.IBKR_ADAPTER, SessionState.READY);
            bus.publish(Topics.CONTRACT_REFERENCE, "SPY", Facts.contract("SPY", 1, now));
            bus.publish(Topics.MARKET_QUOTE, "", Facts.batch(Facts.quote("SPY", 1, "169.1", "169.12", 1, now)));
            trader.awaitChange("data-symbol=\\\"SPY\\\"", "169.10", "169.12");
            bus.publish(Topics.EXECUTION_EVENT, "", Facts.changed(Facts.snapshot(order, OrderStatus.WORKING, 2, now)));
            trader.awaitChange("order-" + order.clientOrderId(), "working");
            bus.publish(Topics.EXECUTION_EVENT, "", Facts.changed(Facts.snapshot(order, OrderStatus.FILLED, 3, now)));
            trader.awaitChange("order-" + order.clientOrderId(), "filled", "170.41");
            bus.publish(
                    Topics.EXECUTION_EVENT, "", new ExecutionEvent.PositionChanged(Facts.ours("SPY", 1, "10", now)));
            bus.publish(Topics.ACCOUNT_POSITION, "", Facts.brokers("SPY", 1, "7", now));
            trader.awaitChange("position-DU1234567-1", "+3");
            bus.publish(Topics.ACCOUNT_VALUE, "", Facts.account("NetLiquidation", "1000000.25", now));
            trader.awaitChange("NetLiquidation", "1\u2009000\u2009000.25");

            assertThat(trader.page())
                    .contains("data-client-order-id=\"" + order.clientOrderId() + "\"")
                    .contains("DU…567", "data-testid=\"session-99\"", "SEALED")
                    .doesNotContain("DU1234567<");
        }
    }

    @Test
    void loadsTheLedgerAndConfirmsTheBrokersSide() {
        redis.opsForHash()
                .put(RedisKeys.POSITIONS, Facts.ACCOUNT + "|3", ModelJson.write(Facts.brokers("IWM", 3, "12", START)));
        try (Browser trader = Browser.of(port, "trader")) {
            await().untilAsserted(() -> assertThat(trader.page())
                    .contains(STORED_ORDER.clientOrderId().toString(), "position-DU1234567-3", "data-count=\"5/5\"")
                    .containsPattern("data-symbol=\"IWM\"[^>]*data-level=\"normal\""));
        } finally {
            redis.delete(RedisKeys.POSITIONS);
        }
    }

    @Test
    void marksQuotesOfALostSessionWithoutBlankingThem() {
        Instant now = Instant.now();
        try (Browser trader = Browser.of(port, "trader").live()) {
            session(ClientIdOwner.IBKR_ADAPTER, SessionState.READY);
            bus.publish(Topics.MARKET_QUOTE, "", Facts.batch(Facts.quote("MSFT", 5, "209.1", "209.12", 50, now)));
            trader.awaitChange("data-symbol=\\\"MSFT\\\"", "209.10");

            session(ClientIdOwner.IBKR_ADAPTER, SessionState.DISCONNECTED);

            String change = trader.awaitChange("data-symbol=\\\"MSFT\\\"", "GW1 disconnected");
            assertThat(change).contains("209.10", "data-feed=\\\"broken\\\"");
        }
    }

    @Test
    void saysWhatTheOrderGateDoesNotKnow() {
        try (Browser trader = Browser.of(port, "trader").live()) {
            await().untilAsserted(() -> assertThat(trader.page()).contains("data-state=\"KNOWS\""));
            PEER.gate = """
                    {"gaps":[{"reason":"POSITION_UNKNOWN","about":"","denies":"what adds","advice":"Wait."}]}""";

            trader.awaitChange(
                    "gate-line", "data-state=\\\"GAPS\\\"", "POSITION_UNKNOWN", ": denies what adds. ", "Wait.");
        } finally {
            PEER.gate = "{\"gaps\":[]}";
        }
    }

    private static long heartbeat(Browser browser) {
        return Long.parseLong(
                browser.await(event -> event.name().equals("heartbeat")).data());
    }
}
