package com.quanticity.ibkr.simulator.matching.algo;

import com.quanticity.ibkr.simulator.matching.terms.AlgoStrategy;
import com.quanticity.ibkr.simulator.matching.terms.AlgoTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The plan of each algorithm.
 *
 * <p>The broker's algorithms are not public: these are schedules that show what each one is about. Without an end time a
 * schedule takes {@link #USUAL_LENGTH}; it has {@value #SLICES} slices. With an end time and without leave to go past it,
 * what is left then is cancelled.
 */
public final class AlgoPlans {

    /** Length of a schedule whose end the client left open. */
    public static final Duration USUAL_LENGTH = Duration.ofMinutes(10);

    private static final int SLICES = 20;

    private AlgoPlans() {}

    /**
     * @param accepted when the order came
     */
    public static AlgoPlan of(AlgoTerms algo, BigDecimal quantity, Instant accepted) {
        Instant start = algo.start() == null || algo.start().isBefore(accepted) ? accepted : algo.start();
        Instant finish = algo.end() == null ? start.plus(USUAL_LENGTH) : algo.end();
        return switch (algo.strategy()) {
            case ADAPTIVE -> adaptive(algo, quantity, start);
            case TWAP -> sliced(algo, quantity, start, finish, even(SLICES), !isMarketable(algo));
            case VWAP -> sliced(algo, quantity, start, finish, hollow(SLICES), algo.flag("noTakeLiq"));
            case ARRIVAL_PRICE, BALANCE_IMPACT_RISK ->
                sliced(algo, quantity, start, finish, falling(SLICES, urgency(algo)), false);
            case CLOSE_PRICE -> sliced(algo, quantity, start, finish, rising(SLICES, urgency(algo)), false);
            case MINIMISE_IMPACT -> sliced(algo, quantity, start, finish, even(2 * SLICES), true);
            case DARK_ICE -> pieces(algo, quantity, start, finish, algo.number("displaySize", "100"));
            case ACCUMULATE_DISTRIBUTE -> accumulate(algo, quantity, start);
            case PERCENT_OF_VOLUME, PERCENT_OF_VOLUME_BY_PRICE ->
                volume(algo, quantity, start, finish, rate(algo, "pctVol"), rate(algo, "pctVol"), false);
            case PERCENT_OF_VOLUME_BY_SIZE ->
                volume(algo, quantity, start, finish, rate(algo, "startPctVol"), rate(algo, "endPctVol"), true);
            case PERCENT_OF_VOLUME_BY_TIME ->
                volume(algo, quantity, start, finish, rate(algo, "startPctVol"), rate(algo, "endPctVol"), false);
        };
    }

    /** Goes through the order in a few steps, the sooner the more urgent. */
    private static AlgoPlan adaptive(AlgoTerms algo, BigDecimal quantity, Instant start) {
        Duration step = switch (algo.text("adaptivePriority", "Normal")) {
            case "Urgent" -> Duration.ofSeconds(1);
            case "Patient" -> Duration.ofSeconds(15);
            default -> Duration.ofSeconds(4);
        };
        return new ScheduledPlan(quantity, start, step, even(4), null, null, false);
    }

    private static AlgoPlan sliced(
            AlgoTerms algo,
            BigDecimal quantity,
            Instant start,
            Instant finish,
            List<Double> weights,
            boolean isPassive) {
        Duration length = Duration.between(start, finish);
        Duration interval = length.dividedBy(weights.size());
        return new ScheduledPlan(
                quantity,
                start,
                interval.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : interval,
                weights,
                mostOfVolume(algo),
                last(algo),
                isPassive);
    }

    private static AlgoPlan pieces(
            AlgoTerms algo, BigDecimal quantity, Instant start, Instant finish, BigDecimal piece) {
        int count =
                quantity.divide(piece, 0, RoundingMode.UP).max(BigDecimal.ONE).intValue();
        return sliced(algo, quantity, start, finish, even(count), false);
    }

    private static AlgoPlan accumulate(AlgoTerms algo, BigDecimal quantity, Instant start) {
        BigDecimal component = algo.number("componentSize", "100");
        int count = quantity.divide(component, 0, RoundingMode.UP)
                .max(BigDecimal.ONE)
                .intValue();
        Duration between =
                Duration.ofSeconds(algo.number("timeBetweenOrders", "60").longValue());
        return new ScheduledPlan(quantity, start, between, even(count), null, last(algo), false);
    }

    private static AlgoPlan volume(
            AlgoTerms algo,
            BigDecimal quantity,
            Instant start,
            Instant finish,
            BigDecimal firstRate,
            BigDecimal lastRate,
            boolean rateFollowsSize) {
        return new VolumePlan(
                quantity, firstRate, lastRate, rateFollowsSize, start, finish, last(algo), algo.flag("noTakeLiq"));
    }

    private static @Nullable Instant last(AlgoTerms algo) {
        return algo.flag("allowPastEndTime") || algo.flag("forceCompletion") ? null : algo.end();
    }

    private static @Nullable BigDecimal mostOfVolume(AlgoTerms algo) {
        boolean isForced = algo.flag("forceCompletion") || algo.strategy() == AlgoStrategy.TWAP;
        String most = algo.text("maxPctVol", "");
        return isForced || most.isEmpty() ? null : new BigDecimal(most);
    }

    private static BigDecimal rate(AlgoTerms algo, String tag) {
        return algo.number(tag, "0.1");
    }

    private static boolean isMarketable(AlgoTerms algo) {
        return algo.text("strategyType", "Marketable").equals("Marketable");
    }

    /** From 1 for a passive trader to 4 for one who wants to get done. */
    private static int urgency(AlgoTerms algo) {
        return switch (algo.text("riskAversion", "Neutral")) {
            case "Get Done" -> 4;
            case "Aggressive" -> 3;
            case "Passive" -> 1;
            default -> 2;
        };
    }

    private static List<Double> even(int count) {
        return IntStream.range(0, count).mapToObj(at -> 1.0).toList();
    }

    /** More at both ends than in the middle, as a day's volume. */
    private static List<Double> hollow(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> {
                    double fromMiddle = 2.0 * at / (count - 1) - 1;
                    return 0.5 + fromMiddle * fromMiddle;
                })
                .toList();
    }

    private static List<Double> falling(int count, int urgency) {
        return IntStream.range(0, count)
                .mapToObj(at -> StrictMath.exp(-(double) urgency * at / count))
                .toList();
    }

    private static List<Double> rising(int count, int urgency) {
        return falling(count, urgency).reversed();
    }
}
