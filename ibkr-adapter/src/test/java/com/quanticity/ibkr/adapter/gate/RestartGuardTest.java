package com.quanticity.ibkr.adapter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.maintenance.MaintenancePlan;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartGuardTest {

    private final RestartGuard guard = new RestartGuard(
            MaintenanceCalendar.of(MaintenancePlan.DEFAULT), Duration.ofMinutes(2), Duration.ofMinutes(1));

    /** 04:45 in New York is 09:45 UTC in winter. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:42:59Z, false",
        "2026-03-02T09:43:00Z, true",
        "2026-03-02T09:45:59Z, true",
        "2026-03-02T09:46:00Z, false"
    })
    void deniesAroundTheRestart(Instant now, boolean isGuarded) {
        assertThat(guard.at(now).isPresent()).isEqualTo(isGuarded);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T09:45:00Z"})
    void deniesNothingWithoutACalendar(Instant now) {
        assertThat(new RestartGuard(MaintenanceCalendar.none(), Duration.ofMinutes(2), Duration.ZERO).at(now))
                .isEmpty();
    }
}
