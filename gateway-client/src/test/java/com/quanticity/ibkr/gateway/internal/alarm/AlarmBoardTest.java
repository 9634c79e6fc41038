package com.quanticity.ibkr.gateway.internal.alarm;

import static com.quanticity.ibkr.model.ops.AlarmKind.BROKER_LINK_LOST;
import static com.quanticity.ibkr.model.ops.AlarmKind.FARM_BROKEN;
import static com.quanticity.ibkr.model.ops.AlarmKind.PACING_VIOLATION;
import static com.quanticity.ibkr.model.ops.AlarmKind.ROGUE_CLIENT_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.internal.thread.FakeScheduler;
import com.quanticity.ibkr.gateway.internal.thread.MovedClock;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmBoardTest {

    private static final Instant START = Instant.parse("2026-01-05T09:45:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeScheduler scheduler = new FakeScheduler();
    private final List<String> told = new ArrayList<>();
    private Instant outageEnds = START;
    private final AlarmBoard board = new AlarmBoard(
            "ibkr-adapter",
            ClientId.of(1),
            () -> "127.0.0.1:4002",
            scheduler,
            new MovedClock(scheduler, START),
            at -> Optional.of(outageEnds).filter(at::isBefore),
            alarm -> told.add(words(alarm)));

    @Test
    void tellsAConditionOnceAndItsEndOnce() {
        board.raise(FARM_BROKEN, "usfarm", "broken");
        board.raise(FARM_BROKEN, "usfarm", "broken again");
        board.raise(FARM_BROKEN, "eufarm", "broken");
        board.clear(FARM_BROKEN, "usfarm", "back");
        board.clear(FARM_BROKEN, "usfarm", "back");

        assertThat(told).containsExactly("RAISED usfarm: broken", "RAISED eufarm: broken", "CLEARED usfarm: back");
        assertThat(board.active()).extracting(Alarm::subject).containsExactly("eufarm");
        assertThat(board.active(FARM_BROKEN)).isEqualTo(1);
    }

    @Test
    void waitsForTheOnDelayAndSaysSinceWhen() {
        board.raise(BROKER_LINK_LOST, "", "1100", MINUTE);
        scheduler.advance(MINUTE.minusSeconds(1));
        assertThat(told).isEmpty();

        scheduler.advance(Duration.ofSeconds(1));

        assertThat(told).containsExactly("RAISED : 1100");
        assertThat(board.active()).extracting(Alarm::since).containsExactly(START);
    }

    @Test
    void saysNothingWhenItEndsWithinTheOnDelay() {
        board.raise(BROKER_LINK_LOST, "", "1100", MINUTE);
        board.clear(BROKER_LINK_LOST, "", "1102");
        scheduler.advance(MINUTE.multipliedBy(2));

        assertThat(told).isEmpty();
    }

    @Test
    void judgesWhatAnOutageBringsWithItAfterTheOutage() {
        outageEnds = START.plus(MINUTE.multipliedBy(15));
        board.raise(BROKER_LINK_LOST, "", "1100");
        board.raise(FARM_BROKEN, "usfarm", "broken");
        scheduler.advance(MINUTE.multipliedBy(10));
        board.clear(FARM_BROKEN, "usfarm", "back");
        assertThat(told).isEmpty();

        scheduler.advance(MINUTE.multipliedBy(5));

        assertThat(told).containsExactly("RAISED : 1100");
    }

    @Test
    void tellsAtOnceWhatNoOutageExcuses() {
        outageEnds = START.plus(MINUTE.multipliedBy(15));
        board.raise(ROGUE_CLIENT_ID, "7", "an execution of client id 7");

        assertThat(told).hasSize(1);
    }

    @Test
    void waitsForTheOffDelayAndStaysRaisedWhenItComesBack() {
        board.raise(PACING_VIOLATION, "", "100");
        board.clear(PACING_VIOLATION, "", "calm", MINUTE);
        scheduler.advance(Duration.ofSeconds(30));
        board.raise(PACING_VIOLATION, "", "100");
        scheduler.advance(MINUTE);
        assertThat(told).containsExactly("RAISED : 100");

        board.clear(PACING_VIOLATION, "", "calm", MINUTE);
        scheduler.advance(MINUTE);

        assertThat(told).containsExactly("RAISED : 100", "CLEARED : calm");
    }

    @Test
    void clearsAKindWhateverItsSubject() {
        board.raise(FARM_BROKEN, "usfarm", "broken");
        board.raise(FARM_BROKEN, "eufarm", "broken", MINUTE);

        board.clearAll(FARM_BROKEN, "disconnected");

        assertThat(told).containsExactly("RAISED usfarm: broken", "CLEARED usfarm: disconnected");
        assertThat(board.active()).isEmpty();
    }

    private static String words(Alarm alarm) {
        return alarm.phase() + " " + alarm.subject() + ": " + alarm.text();
    }
}
