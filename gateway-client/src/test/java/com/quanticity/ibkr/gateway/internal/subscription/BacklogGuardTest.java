package com.quanticity.ibkr.gateway.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.session.Backlog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BacklogGuardTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

    private final BacklogGuard guard = new BacklogGuard(40, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void isBehindAboveHalfOfTheQueueAndSaysSoOnce() {
        assertThat(guard.onHandedOver(20)).isEmpty();
        assertThat(guard.isBehind()).isFalse();

        assertThat(guard.onHandedOver(21)).contains(new Backlog(true, 21, 40, NOW));
        assertThat(guard.onHandedOver(40)).isEmpty();
        assertThat(guard.isBehind()).isTrue();
    }

    @Test
    void hasCaughtUpAtAQuarter() {
        guard.onHandedOver(21);
        guard.onTold();

        assertThat(guard.onConsumed(11)).isEmpty();
        assertThat(guard.isBehind()).isTrue();
        assertThat(guard.onConsumed(10)).contains(new Backlog(false, 10, 40, NOW));
        assertThat(guard.onConsumed(0)).isEmpty();
        assertThat(guard.isBehind()).isFalse();
    }

    @Test
    void canFallBehindAgain() {
        guard.onHandedOver(21);
        guard.onTold();
        guard.onConsumed(0);

        assertThat(guard.onHandedOver(30)).contains(new Backlog(true, 30, 40, NOW));
    }

    @Test
    void nobodyHearsOfCatchingUpBeforeFallingBehind() {
        guard.onHandedOver(21);

        assertThat(guard.onHandedOver(5)).as("the reader never says so").isEmpty();
        assertThat(guard.onConsumed(0)).as("not told yet").isEmpty();
        guard.onTold();
        assertThat(guard.onConsumed(0)).contains(new Backlog(false, 0, 40, NOW));
    }
}
