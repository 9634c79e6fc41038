package com.quanticity.ibkr.adapter.historical.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BarPlanTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:03Z");

    @ParameterizedTest
    @EnumSource(BarLength.class)
    void piecesCoverTheRangeSideBySide(BarLength length) {
        Random random = new Random(length.ordinal());
        for (int i = 0; i < 200; i++) {
            Instant to = NOW.minusSeconds(random.nextInt(86_400 * 3));
            Instant from = to.minusSeconds(1 + random.nextInt(86_400 * 20) * (length.isIntraday() ? 1L : 40L));

            List<TimeRange> whole = BarPlan.whole(new TimeRange(from, to), length, NOW);

            whole.forEach(range -> assertSideBySide(range, BarPlan.pieces(range, length)));
        }
    }

    @ParameterizedTest
    @EnumSource(BarLength.class)
    void everyQueryReachesOverItsPiece(BarLength length) {
        TimeRange range = BarPlan.whole(
                        new TimeRange(NOW.minus(Duration.ofDays(length.isIntraday() ? 40 : 900)), NOW), length, NOW)
                .getFirst();

        for (TimeRange piece : BarPlan.pieces(range, length)) {
            BarPlan.Reach reach = BarPlan.reach(piece, length);

            assertThat(reach.end()).isAfterOrEqualTo(piece.to());
            assertThat(reach.end().minus(surelyCovered(reach.span()))).isBeforeOrEqualTo(piece.from());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS_5, 2026-02-27T14:30:00Z, 2026-02-27T15:00:00Z, 2026-02-27T15:00:00Z, 1800 S",
        "SECONDS_5, 2026-02-27T14:30:00Z, 2026-02-27T14:30:05Z, 2026-02-27T14:30:05Z, 60 S",
        "MINUTES_1, 2026-02-27T00:00:00Z, 2026-02-28T00:00:00Z, 2026-02-28T00:00:00Z, 86400 S",
        "HOURS_1, 2026-02-27T14:00:00Z, 2026-02-27T20:00:00Z, 2026-02-27T21:00:00Z, 28800 S",
        "MINUTES_5, 2026-02-18T00:00:00Z, 2026-02-23T00:00:00Z, 2026-02-23T00:00:00Z, 1 W",
        "DAYS_1, 2026-02-23T00:00:00Z, 2026-02-28T00:00:00Z, 2026-02-28T12:00:00Z, 6 D",
        "WEEKS_1, 2025-12-01T00:00:00Z, 2026-02-02T00:00:00Z, 2026-02-02T12:00:00Z, 1 Y"
    })
    void asksForAPiece(BarLength length, Instant from, Instant to, Instant end, String span) {
        assertThat(BarPlan.reach(new TimeRange(from, to), length)).isEqualTo(new BarPlan.Reach(end, span));
    }

    @Test
    void leavesOutTheBarThatIsForming() {
        TimeRange wanted = new TimeRange(NOW.minusSeconds(60), NOW.plusSeconds(3600));

        assertThat(BarPlan.whole(wanted, BarLength.SECONDS_5, NOW))
                .containsExactly(
                        new TimeRange(Instant.parse("2026-03-02T14:59:00Z"), Instant.parse("2026-03-02T15:00:00Z")));
        assertThat(BarPlan.whole(wanted, BarLength.DAYS_1, NOW)).isEmpty();
    }

    /** In New York hours begin at 9:30, 10:00, 11:00: at 10:20 the hour of 10:00 is under way, the half hour before it is over. */
    @ParameterizedTest
    @CsvSource({
        "HOURS_1, 2026-03-02T15:20:00Z, 2026-03-02T14:30:00Z",
        "HOURS_1, 2026-03-02T16:00:00Z, 2026-03-02T15:15:00Z",
        "HOURS_4, 2026-03-02T21:00:00Z, 2026-03-02T17:15:00Z",
        "MINUTES_20, 2026-03-02T15:20:00Z, 2026-03-02T15:15:00Z",
        "MINUTES_15, 2026-03-02T15:20:00Z, 2026-03-02T15:15:00Z",
        "SECONDS_5, 2026-03-02T15:20:03Z, 2026-03-02T15:20:00Z"
    })
    void noBarThatMayBeUnderWayIsTakenForWhole(BarLength length, Instant now, Instant end) {
        TimeRange wanted = new TimeRange(now.minus(Duration.ofDays(2)), now);

        assertThat(BarPlan.whole(wanted, length, now).getFirst().to()).isEqualTo(end);
    }

    @Test
    void borderOfADayIsOverOnEveryExchange() {
        TimeRange wanted = new TimeRange(NOW.minus(Duration.ofDays(10)), NOW);

        assertThat(BarPlan.whole(wanted, BarLength.DAYS_1, NOW).getFirst().to())
                .isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(BarPlan.whole(wanted, BarLength.DAYS_1, Instant.parse("2026-03-02T03:00:00Z"))
                        .getFirst()
                        .to())
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    private static void assertSideBySide(TimeRange range, List<TimeRange> pieces) {
        assertThat(pieces.getFirst().from()).isEqualTo(range.from());
        assertThat(pieces.getLast().to()).isEqualTo(range.to());
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).from()).isEqualTo(pieces.get(i - 1).to());
        }
    }

    /** Days are sessions of which the first may be the one under way; weeks and longer lose up to a day at their start. */
    private static Duration surelyCovered(String span) {
        int amount = Integer.parseInt(span.split(" ")[0]);
        return switch (span.split(" ")[1]) {
            case "S" -> Duration.ofSeconds(amount);
            case "D" -> Duration.ofDays(amount).minus(Duration.ofHours(12));
            case "W" -> Duration.ofDays(7L * amount - 1);
            case "M" -> Duration.ofDays(28L * amount - 1);
            case "Y" -> Duration.ofDays(365L * amount - 1);
            default -> throw new IllegalArgumentException(span);
        };
    }
}
