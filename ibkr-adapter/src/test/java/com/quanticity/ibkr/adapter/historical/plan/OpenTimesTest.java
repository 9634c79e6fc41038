package com.quanticity.ibkr.adapter.historical.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTimesTest {

    private static final TimeRange FRIDAY = range("2026-02-27T14:30:00Z", "2026-02-27T21:00:00Z");
    private static final TimeRange MONDAY = range("2026-03-02T14:30:00Z", "2026-03-02T21:00:00Z");
    private final OpenTimes times = new OpenTimes(List.of(MONDAY, FRIDAY));

    @Test
    void aClosedDayHasNoOpenPart() {
        assertThat(times.openPart(range("2026-02-28T00:00:00Z", "2026-03-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void theOpenPartOfADayIsItsSession() {
        assertThat(times.openPart(range("2026-02-27T00:00:00Z", "2026-02-28T00:00:00Z")))
                .contains(FRIDAY);
    }

    @Test
    void theOpenPartStaysWithinTheRange() {
        TimeRange hour = range("2026-02-27T15:00:00Z", "2026-02-27T16:00:00Z");

        assertThat(times.openPart(hour)).contains(hour);
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(Instant.parse(from), Instant.parse(to));
    }
}
