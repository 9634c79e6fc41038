package com.quanticity.ibkr.gateway.internal.subscription;

import static com.quanticity.ibkr.model.session.SessionState.BROKER_DOWN;
import static com.quanticity.ibkr.model.session.SessionState.CLOSED;
import static com.quanticity.ibkr.model.session.SessionState.CONNECTING;
import static com.quanticity.ibkr.model.session.SessionState.DEGRADED;
import static com.quanticity.ibkr.model.session.SessionState.DISCONNECTED;
import static com.quanticity.ibkr.model.session.SessionState.READY;
import static com.quanticity.ibkr.model.session.SessionState.SYNCHRONISING;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.model.session.SessionGap.Cause;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapsTest {

    private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");
    private static final Instant LAST = START.plusMillis(4_200);

    private final Gaps gaps = new Gaps();

    @Test
    void startIsNoGap() {
        assertThat(enter(CONNECTING, 7, 0)).isEmpty();
        assertThat(enter(SYNCHRONISING, 7, 1)).isEmpty();
        assertThat(enter(READY, 7, 2)).isEmpty();
    }

    @Test
    void lostConnectionLosesTheStreamsAndEndsOnTheNextOne() {
        enter(READY, 7, 0);

        assertThat(enter(DISCONNECTED, 7, 5))
                .contains(new SessionGap(Cause.CONNECTION_LOST, "to DISCONNECTED", 7, 0, LAST, null, true, 0));
        assertThat(enter(CONNECTING, 8, 6)).isEmpty();
        assertThat(enter(SYNCHRONISING, 8, 7)).isEmpty();
        gaps.onStreamsLost();
        assertThat(enter(READY, 8, 8))
                .contains(new SessionGap(
                        Cause.CONNECTION_LOST, "to DISCONNECTED", 7, 8, LAST, START.plusSeconds(8), true, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void brokersLinkKeepsTheConnectionAndPerhapsTheStreams(boolean lost) {
        enter(READY, 7, 0);

        assertThat(enter(BROKER_DOWN, 7, 5))
                .contains(new SessionGap(Cause.BROKER_LINK_LOST, "to BROKER_DOWN", 7, 0, LAST, null, false, 0));
        enter(SYNCHRONISING, 7, 7);
        if (lost) {
            gaps.onStreamsLost();
        }
        assertThat(enter(READY, 7, 8))
                .contains(new SessionGap(
                        Cause.BROKER_LINK_LOST, "to BROKER_DOWN", 7, 7, LAST, START.plusSeconds(8), lost, 0));
    }

    @Test
    void endOfALossThatWasNotToldIsAGapToo() {
        enter(READY, 7, 0);

        assertThat(enter(SYNCHRONISING, 7, 5).orElseThrow().cause()).isEqualTo(Cause.BROKER_LINK_RESTORED);
        gaps.onStreamsLost();
        assertThat(enter(READY, 7, 6)).hasValueSatisfying(gap -> {
            assertThat(gap.cause()).isEqualTo(Cause.BROKER_LINK_RESTORED);
            assertThat(gap.streamsLost()).isTrue();
        });
    }

    @Test
    void secondLossWithinAGapIsTheSameGap() {
        enter(READY, 7, 0);
        enter(BROKER_DOWN, 7, 5);
        assertThat(enter(DISCONNECTED, 7, 6)).isEmpty();
        enter(SYNCHRONISING, 8, 7);
        gaps.onStreamsLost();
        assertThat(enter(BROKER_DOWN, 8, 8)).isEmpty();

        assertThat(enter(READY, 8, 9))
                .contains(new SessionGap(
                        Cause.BROKER_LINK_LOST, "to BROKER_DOWN", 7, 8, LAST, START.plusSeconds(9), true, 0));
    }

    @Test
    void droppedEventsAreCountedAndNameTheCause() {
        enter(READY, 7, 0);
        gaps.onEventsDropped(3);
        assertThat(enter(DISCONNECTED, 7, 5).orElseThrow().cause()).isEqualTo(Cause.CONSUMER_TOO_SLOW);
        gaps.onEventsDropped(4);

        SessionGap gap = enter(READY, 8, 6).orElseThrow();
        assertThat(gap.cause()).isEqualTo(Cause.CONSUMER_TOO_SLOW);
        assertThat(gap.eventsDropped()).isEqualTo(7);

        enter(DISCONNECTED, 8, 7);
        assertThat(enter(READY, 9, 8).orElseThrow().eventsDropped())
                .as("counted once")
                .isZero();
    }

    @Test
    void degradedIsUsableAndClosingIsNoGap() {
        enter(READY, 7, 0);

        assertThat(enter(DEGRADED, 7, 1)).isEmpty();
        assertThat(enter(READY, 7, 2)).isEmpty();
        assertThat(enter(CLOSED, 0, 3)).isEmpty();
    }

    @Test
    void beginsNowWhenNothingEverCame() {
        enter(READY, 7, 0);

        assertThat(gaps.onState(event(DISCONNECTED, 7, 5), null).orElseThrow().from())
                .isEqualTo(START.plusSeconds(5));
    }

    private Optional<SessionGap> enter(SessionState state, long connection, int second) {
        return gaps.onState(event(state, connection, second), LAST);
    }

    private static SessionEvent event(SessionState state, long connection, int second) {
        return new SessionEvent(
                ClientId.of(1),
                "ibkr-adapter",
                state,
                "127.0.0.1:4002",
                200,
                connection,
                null,
                "to " + state,
                START.plusSeconds(second));
    }
}
