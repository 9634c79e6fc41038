package com.quanticity.ibkr.execution.algo.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.parent.EndRule;
import com.quanticity.ibkr.model.risk.TradingState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Each schedule is played against a random market: fills, cancels, pauses, volume. */
class SlicerPropertyTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final Window WINDOW = new Window(START, START.plus(Duration.ofHours(1)));
    private static final Lot LOT = new Lot(BigDecimal.ONE, BigDecimal.valueOf(5), BigDecimal.valueOf(50));
    private static final BigDecimal TARGET = BigDecimal.valueOf(503);

    @Property(tries = 300)
    void neverCommitsMoreThanTheTargetOrThanIsDue(@ForAll("schedules") Schedule schedule, @ForAll long seed) {
        Play play = new Play(new Slicer(schedule, LOT, EndRule.LEAVE_REST), new Random(seed));

        play.run(70);

        assertThat(play.sent).allSatisfy(sent -> {
            assertThat(sent.progress.committed().add(sent.quantity)).isLessThanOrEqualTo(TARGET);
            assertThat(sent.progress.committed().add(sent.quantity))
                    .isLessThanOrEqualTo(schedule.due(sent.progress, sent.at));
        });
    }

    @Property(tries = 300)
    void everyChildKeepsToTheLot(@ForAll("schedules") Schedule schedule, @ForAll long seed) {
        Play play = new Play(new Slicer(schedule, LOT, EndRule.COMPLETE), new Random(seed));

        play.run(90);

        assertThat(play.sent).allSatisfy(sent -> {
            assertThat(sent.quantity.remainder(LOT.step())).isZero();
            assertThat(sent.quantity).isLessThanOrEqualTo(LOT.largest());
            assertThat(sent.quantity.compareTo(LOT.smallest()) >= 0
                            || sent.quantity.compareTo(sent.progress.remaining()) == 0)
                    .isTrue();
        });
    }

    @Property(tries = 300)
    void sendsOnlyInTheWindowWhileMarketAndTradingAreWell(@ForAll("schedules") Schedule schedule, @ForAll long seed) {
        Play play = new Play(new Slicer(schedule, LOT, EndRule.LEAVE_REST), new Random(seed));

        play.run(90);

        assertThat(play.sent).allSatisfy(sent -> {
            assertThat(sent.at).isBetween(WINDOW.start(), WINDOW.end().minusNanos(1));
            assertThat(sent.conditions).isEqualTo(new Conditions(TradingState.ACTIVE, MarketStatus.State.LIVE));
        });
    }

    @Property(tries = 200)
    void twapBeginsTheSameSlicesAtTheSameRisingInstantsForASeed(@ForAll long seed) {
        Twap one = new Twap(WINDOW, 20, 90, seed);
        Twap again = new Twap(WINDOW, 20, 90, seed);

        for (int slice = 0; slice < 20; slice++) {
            assertThat(one.beginOf(slice)).isEqualTo(again.beginOf(slice)).isBefore(WINDOW.end());
            assertThat(slice == 0 || one.beginOf(slice - 1).isBefore(one.beginOf(slice)))
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void whatIsDueGrowsWithTime(@ForAll("timed") Schedule schedule, @ForAll long seed) {
        Random random = new Random(seed);
        Progress none = new Progress(TARGET, BigDecimal.ZERO, BigDecimal.ZERO, null);
        Instant early = START.plusSeconds(random.nextInt(3600));
        Instant late = early.plusMillis(random.nextInt(1000));

        assertThat(schedule.due(none, late)).isGreaterThanOrEqualTo(schedule.due(none, early));
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        return Arbitraries.of(
                new Twap(WINDOW, 12, 50, 7),
                new Vwap(WINDOW, profile()),
                new Participation(WINDOW, BigDecimal.TEN),
                new Iceberg(WINDOW, BigDecimal.valueOf(30)));
    }

    @Provide
    Arbitrary<Schedule> timed() {
        return Arbitraries.of(new Twap(WINDOW, 12, 50, 7), new Vwap(WINDOW, profile()));
    }

    private static VolumeProfile profile() {
        List<VolumeProfile.BarVolume> bars = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            for (int bar = 0; bar < 12; bar++) {
                bars.add(new VolumeProfile.BarVolume(
                        START.minus(Duration.ofDays(day)).plusSeconds(300L * bar), BigDecimal.valueOf(100 + 37 * bar)));
            }
        }
        return VolumeProfile.of(bars, ZoneId.of("America/New_York"), Duration.ofMinutes(5));
    }

    /** One child that went out, and what was known then. */
    private record Sent(BigDecimal quantity, Progress progress, Conditions conditions, Instant at) {}

    /** Minute after minute; a child is filled or cancelled in part, the market comes and goes. */
    private static final class Play {

        private final Slicer slicer;
        private final Random random;
        private final List<Sent> sent = new ArrayList<>();
        private BigDecimal filled = BigDecimal.ZERO;
        private BigDecimal open = BigDecimal.ZERO;
        private BigDecimal volume = BigDecimal.ZERO;

        Play(Slicer slicer, Random random) {
            this.slicer = slicer;
            this.random = random;
        }

        void run(int minutes) {
            for (int minute = -5; minute < minutes; minute++) {
                Instant at = START.plusSeconds(60L * minute + random.nextInt(60));
                volume = volume.add(BigDecimal.valueOf(random.nextInt(400)));
                fillOrCancel();
                decide(at, conditions());
            }
        }

        private void decide(Instant at, Conditions conditions) {
            Progress progress = new Progress(TARGET, filled, open, random.nextInt(10) == 0 ? null : volume);
            if (slicer.decide(progress, conditions, at) instanceof SliceDecision.Send(BigDecimal quantity)) {
                sent.add(new Sent(quantity, progress, conditions, at));
                open = open.add(quantity);
            }
        }

        private void fillOrCancel() {
            BigDecimal part = BigDecimal.valueOf(random.nextInt(open.intValue() + 1));
            filled = filled.add(part);
            open = random.nextInt(3) == 0 ? BigDecimal.ZERO : open.subtract(part);
        }

        private Conditions conditions() {
            return switch (random.nextInt(8)) {
                case 0 -> new Conditions(TradingState.ACTIVE, MarketStatus.State.GAP);
                case 1 -> new Conditions(TradingState.REDUCING, MarketStatus.State.LIVE);
                case 2 -> new Conditions(TradingState.HALTED, MarketStatus.State.LIVE);
                case 3 -> new Conditions(null, null);
                default -> new Conditions(TradingState.ACTIVE, MarketStatus.State.LIVE);
            };
        }
    }
}
