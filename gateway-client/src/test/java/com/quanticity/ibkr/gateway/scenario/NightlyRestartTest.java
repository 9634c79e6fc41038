package com.quanticity.ibkr.gateway.scenario;

import static com.quanticity.ibkr.gateway.scenario.ClockedSession.BACKUP;
import static com.quanticity.ibkr.gateway.scenario.ClockedSession.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway restarts at 04:45 and is away for 35 to 90 seconds: nobody is paged, nothing fails over. */
class NightlyRestartTest {

    private final ClockedSession night = new ClockedSession("2026-01-07T04:40:00", ClockedSession.backup(false));

    @AfterEach
    void close() {
        night.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {35, 60, 90})
    void comesBackByItselfWithoutPageOrFailover(int secondsAway) {
        night.advanceTo("2026-01-07T04:45:00");
        assertThat(night.state()).isEqualTo(SessionState.READY);

        night.down(PRIMARY);
        night.advance(Duration.ofSeconds(secondsAway));
        assertThat(night.state()).isEqualTo(SessionState.PLANNED_OUTAGE);
        assertThat(night.session.status().outlook().plannedUntil()).isEqualTo(ClockedSession.at("2026-01-07T05:02:00"));
        night.up.add(PRIMARY);
        night.advance(Duration.ofSeconds(75));

        assertThat(night.state()).isEqualTo(SessionState.READY);
        night.close();
        assertThat(night.heard.alarms).isEmpty();
        assertThat(night.attempts).doesNotContain(BACKUP);
        assertThat(night.heard.changes).extracting(SessionEvent::gatewayRole).containsOnly(GatewayRole.PRIMARY);
    }

    @Test
    void judgesAnOutageThatLastsLongerAfterWindowAndGrace() {
        night.advanceTo("2026-01-07T04:45:00");
        night.down(PRIMARY);
        night.advanceTo("2026-01-07T05:01:59");
        assertThat(night.alarms()).isEmpty();
        assertThat(night.attempts).doesNotContain(BACKUP);

        night.advanceTo("2026-01-07T05:02:00");
        assertThat(night.alarms()).containsExactly("GATEWAY_UNREACHABLE");

        night.advance(Duration.ofMinutes(6));
        assertThat(night.state()).isEqualTo(SessionState.READY);
        assertThat(night.session.status().outlook().gatewayRole()).isEqualTo(GatewayRole.BACKUP);
        assertThat(night.alarms()).containsExactly("ON_BACKUP_GATEWAY");
    }

    @Test
    void knowsTheOutageWhenClocksDiffer() {
        night.advanceTo("2026-01-07T04:44:30");
        night.down(PRIMARY);
        night.advance(Duration.ofSeconds(20));

        assertThat(night.state()).isEqualTo(SessionState.PLANNED_OUTAGE);
        assertThat(night.attempts).doesNotContain(BACKUP);
    }

    @Test
    void pagesForTheSameOutageInTheAfternoon() {
        ClockedSession day = new ClockedSession("2026-01-07T14:00:00", null);
        day.down(PRIMARY);
        day.advance(Duration.ofSeconds(10));

        assertThat(day.state()).isEqualTo(SessionState.DISCONNECTED);
        day.close();
        assertThat(day.heard.pages()).containsExactly("GATEWAY_UNREACHABLE");
    }
}
