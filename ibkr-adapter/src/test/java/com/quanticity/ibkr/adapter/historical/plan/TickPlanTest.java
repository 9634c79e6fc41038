package com.quanticity.ibkr.adapter.historical.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickPlanTest {

    private static final Instant START = Instant.parse("2026-02-27T14:30:00Z");
    private static final TimeRange PIECE = new TimeRange(START, START.plusSeconds(600));

    /** @param number makes ticks of one second differ */
    private record Tick(Instant at, int number) {}

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesLoseAndDoubleNothingWhetherTheLastSecondIsCompleteOrCut(boolean completes) {
        for (int seed = 0; seed < 50; seed++) {
            List<Tick> all = ticks(new Random(seed), 20);

            assertThat(download(all, 10, completes)).as("seed " + seed).isEqualTo(within(all));
        }
    }

    @Test
    void takesABusySecondWhole() {
        List<Tick> all = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> all.add(new Tick(START, i)));
        IntStream.range(0, 37).forEach(i -> all.add(new Tick(START.plusSeconds(1), i)));
        IntStream.range(0, 3).forEach(i -> all.add(new Tick(START.plusSeconds(2), i)));

        assertThat(download(all, 10, true)).isEqualTo(all);
    }

    @Test
    void endsWithAnAnswerThatIsNotFull() {
        List<Tick> answer = List.of(new Tick(START, 0), new Tick(START.plusSeconds(5), 0));

        assertThat(TickPlan.page(answer, Tick::at, 10, PIECE)).isEqualTo(new TickPlan.Page<>(answer, null));
    }

    @Test
    void leavesOutSecondsThatMayStillGrow() {
        Instant now = START.plus(Duration.ofMillis(10_700));

        assertThat(TickPlan.whole(PIECE, now)).containsExactly(new TimeRange(START, START.plusSeconds(8)));
        assertThat(TickPlan.whole(PIECE, START.plusSeconds(1))).isEmpty();
    }

    @Test
    void cutsDaysAtMidnight() {
        Instant from = Instant.parse("2026-02-26T20:00:00Z");
        Instant to = Instant.parse("2026-02-28T01:00:00Z");

        assertThat(TickPlan.pieces(new TimeRange(from, to)))
                .containsExactly(
                        new TimeRange(from, Instant.parse("2026-02-27T00:00:00Z")),
                        new TimeRange(Instant.parse("2026-02-27T00:00:00Z"), Instant.parse("2026-02-28T00:00:00Z")),
                        new TimeRange(Instant.parse("2026-02-28T00:00:00Z"), to));
    }

    private static List<Tick> download(List<Tick> all, int atOnce, boolean completes) {
        List<Tick> stored = new ArrayList<>();
        Instant next = PIECE.from();
        while (next != null) {
            List<Tick> answer = answer(all, next, atOnce, completes);
            TickPlan.Page<Tick> page = TickPlan.page(answer, Tick::at, atOnce, new TimeRange(next, PIECE.to()));
            stored.addAll(page.ticks());
            next = page.next();
        }
        return stored;
    }

    /** A gateway that completes the last second, or one that does so only where it is the only one. */
    private static List<Tick> answer(List<Tick> all, Instant from, int atOnce, boolean completes) {
        List<Tick> left = all.stream().filter(tick -> !tick.at().isBefore(from)).toList();
        if (left.size() <= atOnce) {
            return left;
        }
        Instant last = left.get(atOnce - 1).at();
        boolean isOnlyOne = left.getFirst().at().equals(last);
        int end = atOnce;
        while ((completes || isOnlyOne)
                && end < left.size()
                && left.get(end).at().equals(last)) {
            end++;
        }
        return left.subList(0, end);
    }

    private static List<Tick> ticks(Random random, int mostASecond) {
        List<Tick> ticks = new ArrayList<>();
        Instant at = START;
        while (at.isBefore(PIECE.to().plusSeconds(60))) {
            for (int i = random.nextInt(mostASecond); i > 0; i--) {
                ticks.add(new Tick(at, i));
            }
            at = at.plusSeconds(1 + random.nextInt(8));
        }
        return ticks;
    }

    private static List<Tick> within(List<Tick> all) {
        return all.stream().filter(tick -> PIECE.contains(tick.at())).toList();
    }
}
