package com.quanticity.ibkr.gateway.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.internal.alarm.AlarmBoard;
import com.quanticity.ibkr.gateway.internal.identity.OrderOwners;
import com.quanticity.ibkr.gateway.internal.identity.RogueIds;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.SendLanes;
import com.quanticity.ibkr.gateway.internal.thread.FakeScheduler;
import com.quanticity.ibkr.gateway.internal.thread.MovedClock;
import com.quanticity.ibkr.model.session.ClientId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RogueAlarmTest {

    private static final Duration MINUTES_50 = Duration.ofMinutes(50);

    private final FakeScheduler scheduler = new FakeScheduler();
    private final SessionMeters meters = new SessionMeters(new SimpleMeterRegistry(), ClientId.of(1));
    private final RogueIds rogues = new RogueIds(false);
    private final List<String> told = new ArrayList<>();
    private final TrafficWatch watch = new TrafficWatch(
            scheduler,
            new SendLanes(scheduler, meters, _ -> {}),
            new AlarmBoard(
                    "ibkr-adapter",
                    ClientId.of(1),
                    () -> "127.0.0.1:4002",
                    scheduler,
                    new MovedClock(scheduler, Instant.EPOCH),
                    _ -> Optional.empty(),
                    alarm -> told.add(alarm.phase() + " " + alarm.subject())),
            meters,
            new OrderOwners(ClientId.of(1)),
            rogues);

    @Test
    void staysWhileTheIdIsSeenAndEndsAfterAnHourWithoutIt() {
        seen(7);
        scheduler.advance(MINUTES_50);
        seen(7);
        scheduler.advance(MINUTES_50);
        assertThat(told).containsExactly("RAISED 7");

        scheduler.advance(Duration.ofMinutes(10));

        assertThat(told).containsExactly("RAISED 7", "CLEARED 7");
        assertThat(rogues.count()).isZero();
    }

    @Test
    void isToldAgainWhenTheIdReturns() {
        seen(7);
        scheduler.advance(Duration.ofHours(2));

        seen(7);

        assertThat(told).containsExactly("RAISED 7", "CLEARED 7", "RAISED 7");
    }

    private void seen(int clientId) {
        watch.onTrading(new TradingEvent.OrderBound(900_001, clientId, 42));
    }
}
