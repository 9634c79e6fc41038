package com.quanticity.ibkr.gateway.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.thread.FakeScheduler;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.CancelMktData;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.ReqGlobalCancel;
import com.quanticity.ibkr.model.session.ClientId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thousands of requests at once. */
class MessageStormTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int BUDGET = 45;

    private final FakeScheduler scheduler = new FakeScheduler();
    private final TimedConnection connection = new TimedConnection(scheduler::nanoTime);
    private final SendLanes lanes =
            new SendLanes(scheduler, new SessionMeters(new SimpleMeterRegistry(), ClientId.of(1)), _ -> {});

    MessageStormTest() {
        lanes.attach(connection, Paces.of(scheduler, BUDGET));
    }

    @Test
    void holdsTheBudgetInEverySecondAndSendsEverything() {
        for (int i = 0; i < 3_000; i++) {
            lanes.submit(new CancelMktData(i));
        }
        for (int i = 0; i < 300; i++) {
            lanes.submit(order(i));
            lanes.submit(new CancelOrder(10_000 + i, OrderCancel.NONE));
        }

        scheduler.advance(Duration.ofSeconds(100));

        assertThat(connection.sent).hasSize(3_600);
        assertThat(connection.mostInAny(SECOND)).isLessThanOrEqualTo(BUDGET);
        assertThat(connection.sentAt.getLast())
                .isLessThan(Duration.ofSeconds(92).toNanos());
    }

    @Test
    void sendsAKillAndSomeCancelsAtOnceInTheMiddleOfAFlood() {
        for (int i = 0; i < 3_000; i++) {
            lanes.submit(new CancelMktData(i));
        }
        scheduler.advance(Duration.ofMillis(500));
        connection.sent.clear();

        for (int i = 0; i < 4; i++) {
            assertThat(submit(new CancelOrder(i, OrderCancel.NONE))).isZero();
        }
        assertThat(submit(new ReqGlobalCancel(OrderCancel.NONE))).isZero();

        assertThat(connection.sent).hasSize(5);
    }

    @Test
    void sendsEveryCancelBeforeAnythingElseAndTheKillBeforeTheCancels() {
        for (int i = 0; i < 100; i++) {
            lanes.submit(new CancelMktData(i));
            lanes.submit(order(i));
        }
        connection.sent.clear();
        for (int i = 0; i < 100; i++) {
            lanes.submit(new CancelOrder(10_000 + i, OrderCancel.NONE));
        }
        GatewayRequest kill = new ReqGlobalCancel(OrderCancel.NONE);
        lanes.submit(kill);

        scheduler.advance(Duration.ofSeconds(4));

        List<GatewayRequest> first = connection.sent.subList(0, 101);
        assertThat(first)
                .contains(kill)
                .filteredOn(CancelOrder.class::isInstance)
                .hasSize(100);
        assertThat(first.indexOf(kill)).isLessThan(5);
    }

    @Test
    void tellsHowLongARequestWillWait() {
        List<Duration> told = new ArrayList<>();
        List<Long> submittedAt = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            submittedAt.add(scheduler.nanoTime());
            told.add(submit(new CancelMktData(i)));
        }
        scheduler.advance(Duration.ofSeconds(10));

        for (int i = 0; i < 200; i++) {
            assertThat(connection.sentAt.get(i) - submittedAt.get(i))
                    .isEqualTo(told.get(i).toNanos());
        }
    }

    @Test
    void lowersTheRateForAMinuteAfterAViolation() {
        lanes.onViolation();
        for (int i = 0; i < 5_000; i++) {
            lanes.submit(new CancelMktData(i));
        }

        scheduler.advance(Duration.ofSeconds(10));
        assertThat(connection.mostInAny(SECOND)).isEqualTo(27);
        scheduler.advance(Duration.ofSeconds(60));
        assertThat(connection.mostInAny(SECOND)).isEqualTo(40);
    }

    private Duration submit(GatewayRequest request) {
        return ((SendOutcome.Accepted) lanes.submit(request)).expectedWait();
    }

    private static GatewayRequest order(int orderId) {
        return new PlaceOrder(
                orderId,
                GatewayContract.ofId(265598, "SMART"),
                GatewayOrder.market("BUY", BigDecimal.ONE).build());
    }
}
