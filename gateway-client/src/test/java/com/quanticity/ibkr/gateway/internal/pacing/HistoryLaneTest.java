package com.quanticity.ibkr.gateway.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.thread.FakeScheduler;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest.ReqHeadTimestamp;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.CancelMktData;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import com.quanticity.ibkr.model.session.ClientId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries for the past wait for their own rules and hold nobody else up. */
class HistoryLaneTest {

    private static final HistoryLimits MANY =
            new HistoryLimits(1000, 60, Duration.ofSeconds(15), 5, Duration.ofSeconds(2), 50);

    private final FakeScheduler scheduler = new FakeScheduler();
    private final TimedConnection connection = new TimedConnection(scheduler::nanoTime);
    private final SendLanes lanes =
            new SendLanes(scheduler, new SessionMeters(new SimpleMeterRegistry(), ClientId.of(1)), _ -> {});

    @Test
    void sendsSixAMinuteAndLetsDataBy() {
        start(HistoryLimits.defaults());
        for (int contract = 1; contract <= 8; contract++) {
            lanes.submit(query(contract, contract, WhatToShow.TRADES));
        }
        lanes.submit(new CancelMktData(1));

        assertThat(connection.sent).hasSize(7).last().isEqualTo(new CancelMktData(1));
        assertThat(lanes.waiting(Lane.HISTORY)).isEqualTo(2);
        assertThat(((SendOutcome.Accepted) lanes.submit(query(9, 9, WhatToShow.TRADES))).expectedWait())
                .isGreaterThan(Duration.ofMinutes(1));
        scheduler.advance(Duration.ofSeconds(61));
        assertThat(connection.sent).hasSize(10);
    }

    @Test
    void keepsIdenticalQueriesApartWhileOthersPass() {
        start(MANY);
        lanes.submit(query(1, 7, WhatToShow.TRADES));
        lanes.submit(query(2, 7, WhatToShow.TRADES));
        lanes.submit(query(3, 8, WhatToShow.TRADES));

        assertThat(reqIds()).containsExactly(1, 3);
        scheduler.advance(Duration.ofSeconds(15));
        assertThat(reqIds()).containsExactly(1, 3);
        scheduler.advance(Duration.ofMillis(200));
        assertThat(reqIds()).containsExactly(1, 3, 2);
    }

    @Test
    void countsBidAskTwice() {
        start(HistoryLimits.defaults());
        for (int contract = 1; contract <= 5; contract++) {
            lanes.submit(query(contract, contract, WhatToShow.BID_ASK));
        }

        assertThat(reqIds()).containsExactly(1, 2, 3);
    }

    @Test
    void keepsAtMostFiftyUnderWay() {
        start(new HistoryLimits(1000, 1000, Duration.ofSeconds(15), 5, Duration.ofSeconds(2), 2));
        for (int contract = 1; contract <= 4; contract++) {
            lanes.submit(query(contract, contract, WhatToShow.TRADES));
        }
        assertThat(reqIds()).containsExactly(1, 2);

        lanes.onAnswered(1, false);
        scheduler.advance(Duration.ofSeconds(2));

        assertThat(reqIds()).containsExactly(1, 2, 3);
    }

    @Test
    void pausesAfterTheGatewayComplained() {
        start(MANY);
        lanes.onHistoryViolation();
        lanes.submit(query(1, 1, WhatToShow.TRADES));

        scheduler.advance(Duration.ofSeconds(14));
        assertThat(connection.sent).isEmpty();
        scheduler.advance(Duration.ofSeconds(2));
        assertThat(reqIds()).containsExactly(1);
    }

    @Test
    void givesBackWhatWaitsWhenTheConnectionEnds() {
        start(HistoryLimits.defaults());
        for (int contract = 1; contract <= 8; contract++) {
            lanes.submit(query(contract, contract, WhatToShow.TRADES));
        }

        assertThat(lanes.detach()).hasSize(2);
        assertThat(lanes.waiting(Lane.HISTORY)).isZero();
    }

    @Test
    void takesAQueryBackThatWaits() {
        start(HistoryLimits.defaults());
        for (int contract = 1; contract <= 8; contract++) {
            lanes.submit(query(contract, contract, WhatToShow.TRADES));
        }

        assertThat(lanes.historyLine().waiting()).isEqualTo(2);
        assertThat(lanes.historyLine().next()).isPositive();
        assertThat(lanes.historyLine().spacing()).isEqualTo(Duration.ofSeconds(10));
        assertThat(lanes.withdrawHistory(7)).isTrue();
        assertThat(lanes.withdrawHistory(1)).as("has left").isFalse();
        scheduler.advance(Duration.ofSeconds(61));
        assertThat(reqIds()).containsExactly(1, 2, 3, 4, 5, 6, 8);
    }

    private void start(HistoryLimits limits) {
        lanes.attach(connection, Paces.of(scheduler, 45, limits));
    }

    private List<Integer> reqIds() {
        return connection.sent.stream()
                .map(request -> ((ReqHeadTimestamp) request).reqId())
                .toList();
    }

    private static GatewayRequest query(int reqId, int conId, WhatToShow whatToShow) {
        return new ReqHeadTimestamp(reqId, GatewayContract.ofId(conId, "SMART"), whatToShow, true, 1);
    }
}
