package com.quanticity.ibkr.adapter.uw;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.uw.DeviationWatch.Change;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviationWatchTest {

    private static final Instant AT = Instant.parse("2026-02-27T14:30:00Z");
    private final DeviationWatch watch = new DeviationWatch(ComparisonTest.RULES);

    @Test
    void raisesWhenEveryPriceOfTenSecondsWasBeyondTheLimit() {
        assertThat(on("26", 0)).isEqualTo(Change.NONE);
        assertThat(on("-30", 9)).isEqualTo(Change.NONE);
        assertThat(on("26", 10)).isEqualTo(Change.RAISED);
        assertThat(on("40", 20)).isEqualTo(Change.NONE);
    }

    @Test
    void onePriceWithinTheLimitStartsTheCountAnew() {
        on("26", 0);
        on("25", 5);

        assertThat(on("26", 10)).isEqualTo(Change.NONE);
        assertThat(on("26", 20)).isEqualTo(Change.RAISED);
    }

    @Test
    void clearsOnlyWithinTheLowerLimit() {
        on("26", 0);
        on("26", 10);

        assertThat(on("20", 50)).isEqualTo(Change.NONE);
        assertThat(on("15", 60)).isEqualTo(Change.NONE);
        assertThat(on("16", 89)).isEqualTo(Change.NONE);
        assertThat(on("15", 90)).isEqualTo(Change.NONE);
        assertThat(on("-1", 120)).isEqualTo(Change.CLEARED);
        assertThat(on("26", 130)).isEqualTo(Change.NONE);
    }

    private Change on(String deviation, int second) {
        return watch.on(new BigDecimal(deviation), AT.plusSeconds(second));
    }
}
