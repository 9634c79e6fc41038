package com.quanticity.ibkr.adapter.tickbytick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TickByTickPropertiesTest {

    @Test
    void streamsTradesOfTwoFundsAndWhateverIsTradedByDefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(new TickByTickProperties(
                        List.of(TickStream.of("SPY:LAST"), TickStream.of("QQQ:LAST")),
                        TickKind.LAST,
                        true,
                        Duration.ofSeconds(60),
                        100,
                        null,
                        Duration.ofSeconds(16),
                        1000,
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5),
                        100_000,
                        500));
    }

    @Test
    void takesEveryKey() {
        assertThat(bind(Map.ofEntries(
                        Map.entry("permanent", "AIG:BID_ASK,BAC"),
                        Map.entry("third-kind", "all-last"),
                        Map.entry("follow-orders", "false"),
                        Map.entry("third-at-least", "10s"),
                        Map.entry("market-data-lines", "500"),
                        Map.entry("quota", "4"),
                        Map.entry("request-interval", "20s"),
                        Map.entry("history-ticks", "0"),
                        Map.entry("quota-retry", "1s"),
                        Map.entry("quota-retry-max", "2s"),
                        Map.entry("buffer-ticks", "7"),
                        Map.entry("entry-ticks", "8"))))
                .isEqualTo(new TickByTickProperties(
                        List.of(new TickStream("AIG", TickKind.BID_ASK), new TickStream("BAC", TickKind.LAST)),
                        TickKind.ALL_LAST,
                        false,
                        Duration.ofSeconds(10),
                        500,
                        4,
                        Duration.ofSeconds(20),
                        0,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        7,
                        8));
    }

    @ParameterizedTest
    @CsvSource({"100, 3", "399, 3", "400, 4", "1000, 10", "90000, 60"})
    void aHundredthOfTheLinesIsTheQuota(String lines, int slots) {
        assertThat(bind(Map.of("market-data-lines", lines)).slots()).isEqualTo(slots);
    }

    @Test
    void aWrittenQuotaReplacesTheFormulaAndZeroMeansNone() {
        assertThat(bind(Map.of("quota", "0")).slots()).isZero();
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThatThrownBy(() -> bind(Map.of("permanent", "SPY,SPY:LAST", "history-ticks", "1001")))
                .rootCause()
                .hasMessage("ibkr.adapter.tick-by-tick.permanent names a stream twice; keep one;"
                        + " ibkr.adapter.tick-by-tick.history-ticks must be 0 to 1000, was 1001");
    }

    @Test
    void refusesAStreamItCannotRead() {
        assertThatThrownBy(() -> TickStream.of("SPY:TRADES")).hasMessageContaining("write SYM or SYM:KIND");
    }

    private static TickByTickProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("", TickByTickProperties.class);
    }
}
