package com.quanticity.ibkr.gateway.scenario;

import static com.quanticity.ibkr.gateway.scenario.ClockedSession.PRIMARY;
import static com.quanticity.ibkr.gateway.scenario.ClockedSession.WAITS_FOR_LOGIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.session.SessionOutlook;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The token dies on Sunday at 01:00; after the restart at 04:45 the gateway waits for a person. */
class SundayLoginTest {

    private final ClockedSession sunday = new ClockedSession("2026-01-11T04:40:00", null);

    @AfterEach
    void close() {
        sunday.close();
    }

    @Test
    void waitsForThePersonWithoutAPageAndAsksFromNine() {
        restartIntoTheLoginScreen();
        sunday.advanceTo("2026-01-11T08:58:00");
        assertThat(sunday.state()).isEqualTo(SessionState.PLANNED_OUTAGE);
        assertThat(sunday.alarms()).isEmpty();
        assertThat(sunday.session.status().outlook().loginBy()).isEqualTo(ClockedSession.at("2026-01-11T17:00:00"));

        sunday.advanceTo("2026-01-11T09:02:00");
        assertThat(sunday.alarms()).containsExactly("LOGIN_NEEDED");

        sunday.up.add(PRIMARY);
        sunday.advance(Duration.ofMinutes(2));
        assertThat(sunday.state()).isEqualTo(SessionState.READY);
        SessionOutlook after = sunday.session.status().outlook();
        assertThat(after.loginBy()).isNull();
        assertThat(after.tokenExpiry()).isEqualTo(ClockedSession.at("2026-01-18T01:00:00"));
        sunday.close();
        assertThat(sunday.heard.told()).containsExactly("RAISED LOGIN_NEEDED", "CLEARED LOGIN_NEEDED");
        assertThat(sunday.heard.pages()).isEmpty();
    }

    @Test
    void pagesWhenNobodyCame() {
        restartIntoTheLoginScreen();
        sunday.advanceTo("2026-01-11T16:59:00");
        assertThat(sunday.alarms()).containsExactly("LOGIN_NEEDED");

        sunday.advanceTo("2026-01-11T17:04:00");

        assertThat(sunday.alarms()).contains("LOGIN_OVERDUE", "GATEWAY_UNREACHABLE");
    }

    @Test
    void excusesNothingOnceSomebodyHasLoggedIn() {
        restartIntoTheLoginScreen();
        sunday.up.add(PRIMARY);
        sunday.advanceTo("2026-01-11T12:00:00");
        assertThat(sunday.state()).isEqualTo(SessionState.READY);

        sunday.down(PRIMARY);
        sunday.advance(Duration.ofSeconds(30));

        assertThat(sunday.state()).isEqualTo(SessionState.DISCONNECTED);
        assertThat(sunday.alarms()).containsExactly("GATEWAY_UNREACHABLE");
    }

    private void restartIntoTheLoginScreen() {
        sunday.whenDown = WAITS_FOR_LOGIN;
        sunday.advanceTo("2026-01-11T04:45:00");
        sunday.down(PRIMARY);
    }
}
