package com.quanticity.ibkr.console.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.quanticity.ibkr.console.Facts;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.console.timeline.TimelineEntry;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionOutlook;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsPanelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:03:27Z");
    private static final ClientIdOwner ADAPTER = ClientIdOwner.IBKR_ADAPTER;

    private final Timeline timeline = new Timeline();
    private final SessionBook sessions = new SessionBook(timeline);
    private final SessionsPanel panel = new SessionsPanel(sessions, new ServiceBook(), new BusBook());

    @Test
    void saysNoDataBeforeAnOwnerWasHeard() {
        SessionsPanel.Row row = panel.row(ADAPTER, NOW);

        assertThat(row.state()).isEqualTo("UNKNOWN");
        assertThat(row.gateway()).isEqualTo("no data");
    }

    @Test
    void showsAttemptAndNextTryOfAReconnectingSession() {
        sessions.onStatus(Facts.session(ADAPTER, SessionState.CONNECTING, NOW, NOW));

        SessionsPanel.Row row = panel.row(ADAPTER, NOW);

        assertThat(row.state()).isEqualTo("CONNECTING");
        assertThat(row.attempt()).isEqualTo("attempt 3");
        assertThat(row.nextAttempt()).isNotNull();
    }

    @Test
    void doesNotBelieveASilentOwner() {
        sessions.onStatus(Facts.session(ADAPTER, SessionState.READY, NOW.minusSeconds(60), NOW.minusSeconds(10)));

        SessionsPanel.Row row = panel.row(ADAPTER, NOW);

        assertThat(row.state()).isEqualTo("UNKNOWN");
        assertThat(row.reason()).isEqualTo("was READY; ibkr-adapter is silent");
        assertThat(sessions.isReady(ADAPTER, NOW)).isFalse();
    }

    @Test
    void takesAnEventBeforeTheNextRepetition() {
        sessions.onStatus(Facts.session(ADAPTER, SessionState.READY, NOW.minusSeconds(60), NOW.minusMillis(500)));

        sessions.onEvent("1", event(SessionState.BROKER_DOWN, NOW));

        assertThat(panel.row(ADAPTER, NOW).state()).isEqualTo("BROKER_DOWN");
        assertThat(timeline.newest(1))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("GW1", "BROKER_DOWN", "1100"));
    }

    @Test
    void showsWhatDoesNotWorkThoughTheSessionDoes() {
        SessionStatus ready = Facts.session(ADAPTER, SessionState.READY, NOW, NOW);
        SessionOutlook outlook = new SessionOutlook(
                true,
                GatewayRole.BACKUP,
                List.of("history farm ushmds is broken (2105)"),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "native",
                null,
                null);
        sessions.onStatus(new SessionStatus(
                ready.clientId(),
                ready.component(),
                ready.state(),
                ready.since(),
                ready.gateway(),
                ready.serverVersion(),
                ready.connection(),
                "ready",
                0,
                null,
                null,
                0,
                NOW,
                outlook));

        assertThat(panel.row(ADAPTER, NOW).reason())
                .isEqualTo("ready; on the backup gateway; history farm ushmds is broken (2105)");
    }

    @Test
    void ignoresOldNews() {
        sessions.onStatus(Facts.session(ADAPTER, SessionState.READY, NOW, NOW));

        sessions.onEvent("1", event(SessionState.DISCONNECTED, NOW.minusSeconds(5)));

        assertThat(sessions.isReady(ADAPTER, NOW)).isTrue();
    }

    @Test
    void tellsAnAlarmWithItsFirstActionAndItsEnd() {
        Alarm alarm = Alarm.raised(
                AlarmKind.BROKER_LINK_LOST, "", "ibkr-adapter", ADAPTER.clientId(), null, "1100", NOW, NOW);

        sessions.onAlarm("1", alarm);
        sessions.onAlarm("2", alarm.cleared("1102", NOW.plusSeconds(1)));

        assertThat(timeline.newest(2))
                .extracting(TimelineEntry::level, TimelineEntry::text)
                .containsExactly(
                        tuple(Level.NORMAL, "ibkr-adapter BROKER_LINK_LOST is over: 1102"),
                        tuple(
                                Level.CRITICAL,
                                "ibkr-adapter P1 BROKER_LINK_LOST: 1100; " + AlarmKind.BROKER_LINK_LOST.firstAction()));
    }

    private static SessionEvent event(SessionState state, Instant at) {
        return new SessionEvent(
                ADAPTER.clientId(), ADAPTER.component(), state, "127.0.0.1:4002", 200, 1L, 1100, "broker lost", at);
    }
}
