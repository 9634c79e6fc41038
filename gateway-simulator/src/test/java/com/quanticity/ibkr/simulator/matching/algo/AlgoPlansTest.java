package com.quanticity.ibkr.simulator.matching.algo;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.matching.terms.AlgoStrategy;
import com.quanticity.ibkr.simulator.matching.terms.AlgoTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlgoPlansTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final BigDecimal QUANTITY = BigDecimal.valueOf(1000);
    private static final BigDecimal MUCH = BigDecimal.valueOf(1_000_000);

    private static AlgoPlan plan(AlgoStrategy strategy, @Nullable Duration length, Map<String, String> parameters) {
        Instant end = length == null ? null : START.plus(length);
        return AlgoPlans.of(new AlgoTerms(strategy, new TreeMap<>(parameters), null, end), QUANTITY, START);
    }

    @ParameterizedTest
    @EnumSource
    void letsEveryOrderOutCompletelyInAQuarterOfAnHour(AlgoStrategy strategy) {
        AlgoPlan plan = plan(strategy, null, Map.of("timeBetweenOrders", "10"));

        assertThat(plan.released(START.plus(Duration.ofMinutes(15)), MUCH)).isEqualByComparingTo(QUANTITY);
    }

    @ParameterizedTest
    @EnumSource
    void neverTakesBackWhatWasLetOut(AlgoStrategy strategy) {
        AlgoPlan plan = plan(strategy, Duration.ofMinutes(5), Map.of());
        BigDecimal before = BigDecimal.ZERO;

        for (int second = 0; second < 400; second += 7) {
            BigDecimal released = plan.released(START.plusSeconds(second), BigDecimal.valueOf(second * 100L));
            assertThat(released).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(QUANTITY);
            before = released;
        }
    }

    @Test
    void slicesATwapEvenlyUpToItsEnd() {
        AlgoPlan twap = plan(AlgoStrategy.TWAP, Duration.ofSeconds(100), Map.of());

        assertThat(twap.released(START, BigDecimal.ZERO)).isEqualByComparingTo("50");
        assertThat(twap.nextStep(START)).contains(START.plusSeconds(5));
        assertThat(twap.released(START.plusSeconds(50), BigDecimal.ZERO)).isEqualByComparingTo("550");
        assertThat(twap.released(START.plusSeconds(95), BigDecimal.ZERO)).isEqualByComparingTo("1000");
        assertThat(twap.end()).contains(START.plusSeconds(100));
    }

    @Test
    void goesPastTheEndWhenAllowed() {
        AlgoPlan twap = plan(AlgoStrategy.TWAP, Duration.ofSeconds(100), Map.of("allowPastEndTime", "1"));

        assertThat(twap.end()).isEmpty();
    }

    @Test
    void staysBelowItsPartOfTheVolume() {
        AlgoPlan volume = plan(AlgoStrategy.PERCENT_OF_VOLUME, null, Map.of("pctVol", "0.2"));

        assertThat(volume.released(START, BigDecimal.ZERO)).isZero();
        assertThat(volume.released(START.plusSeconds(1), BigDecimal.valueOf(505)))
                .isEqualByComparingTo("101");
    }

    @Test
    void movesTheRateFromStartToEnd() {
        AlgoPlan volume = plan(
                AlgoStrategy.PERCENT_OF_VOLUME_BY_TIME,
                Duration.ofSeconds(100),
                Map.of("startPctVol", "0.1", "endPctVol", "0.3"));

        assertThat(volume.released(START.plusSeconds(50), BigDecimal.valueOf(1000)))
                .isEqualByComparingTo("200");
    }

    @Test
    void waitsForItsStart() {
        AlgoTerms algo = new AlgoTerms(AlgoStrategy.VWAP, new TreeMap<>(), START.plusSeconds(60), null);
        AlgoPlan vwap = AlgoPlans.of(algo, QUANTITY, START);

        assertThat(vwap.released(START.plusSeconds(59), MUCH)).isZero();
        assertThat(vwap.nextStep(START)).contains(START.plusSeconds(60));
        assertThat(vwap.released(START.plusSeconds(60), MUCH)).isPositive();
    }
}
