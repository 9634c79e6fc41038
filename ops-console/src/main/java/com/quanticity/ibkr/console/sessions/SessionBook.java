package com.quanticity.ibkr.console.sessions;

import com.quanticity.ibkr.console.freshness.Expectation;
import com.quanticity.ibkr.console.freshness.Freshness;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.console.timeline.TimelineEntry;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the owners of the client ids say about their sessions. The newest word counts, status or event. Thread-safe. */
public final class SessionBook {

    private final Timeline timeline;
    private final Map<ClientId, SessionStatus> latest = new HashMap<>();
    private long version;

    public SessionBook(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Takes the state a service repeats each second. */
    public synchronized void onStatus(SessionStatus status) {
        SessionStatus before = latest.get(status.clientId());
        if (before == null || before.at().isBefore(status.at())) {
            latest.put(status.clientId(), status);
            version++;
        }
    }

    /** Takes a change, which comes sooner than the next repetition. */
    public synchronized void onEvent(String messageId, SessionEvent event) {
        String code = event.errorCode() == null ? "" : " (code " + event.errorCode() + ")";
        timeline.add(new TimelineEntry(
                "session-" + messageId,
                event.at(),
                TimelineEntry.Kind.SESSION,
                level(event.state()),
                "GW" + event.clientId() + " " + event.component() + " " + event.state() + code + ": "
                        + event.reason()));
        SessionStatus before = latest.get(event.clientId());
        if (before == null || before.at().isBefore(event.at())) {
            latest.put(event.clientId(), merged(event));
            version++;
        }
    }

    /** Takes an alarm raised or cleared: a line of the timeline with the words an operator acts on. */
    public void onAlarm(String messageId, Alarm alarm) {
        String what = alarm.kind() + (alarm.subject().isEmpty() ? "" : " " + alarm.subject());
        String words = alarm.raised()
                ? alarm.severity() + " " + what + ": " + alarm.text() + "; " + alarm.firstAction()
                : what + " is over: " + alarm.text();
        timeline.add(new TimelineEntry(
                "alarm-" + messageId,
                alarm.at(),
                TimelineEntry.Kind.ALARM,
                level(alarm),
                alarm.component() + " " + words));
    }

    private static Level level(Alarm alarm) {
        if (!alarm.raised()) {
            return Level.NORMAL;
        }
        return switch (alarm.severity()) {
            case P1 -> Level.CRITICAL;
            case P2 -> Level.SERIOUS;
            case P3 -> Level.CAUTION;
        };
    }

    private static SessionStatus merged(SessionEvent event) {
        return new SessionStatus(
                event.clientId(),
                event.component(),
                event.state(),
                event.at(),
                event.gateway(),
                event.serverVersion(),
                event.connection(),
                event.reason(),
                0,
                null,
                null,
                0,
                event.at());
    }

    /** The last word about a session, however old. */
    public synchronized Optional<SessionStatus> last(ClientIdOwner owner) {
        return Optional.ofNullable(latest.get(owner.clientId()));
    }

    /** The last word, empty when it is too old to be believed. */
    public Optional<SessionStatus> believed(ClientIdOwner owner, Instant now) {
        return last(owner).filter(status -> Expectation.SESSION.of(status.at(), now) != Freshness.STALE);
    }

    /** True when the session is known to be READY. */
    public boolean isReady(ClientIdOwner owner, Instant now) {
        return believed(owner, now)
                .filter(status -> status.state() == SessionState.READY)
                .isPresent();
    }

    /**
     * Why nothing can be known about the orders of a client id, empty when its session is usable or was never heard of.
     */
    public Optional<String> loss(ClientId clientId, Instant now) {
        return ClientIdOwner.of(clientId).flatMap(this::last).flatMap(status -> {
            if (Expectation.SESSION.of(status.at(), now) == Freshness.STALE) {
                return Optional.of(status.component() + " silent");
            }
            boolean usable = status.state() == SessionState.READY || status.state() == SessionState.DEGRADED;
            return usable
                    ? Optional.empty()
                    : Optional.of("GW" + clientId + " "
                            + status.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        });
    }

    public synchronized long version() {
        return version;
    }

    /** How much a state asks of a person. */
    public static Level level(SessionState state) {
        return switch (state) {
            case READY -> Level.NORMAL;
            case CONNECTING, HANDSHAKE, SYNCHRONISING -> Level.CAUTION;
            case DISCONNECTED, BROKER_DOWN, DEGRADED -> Level.SERIOUS;
            case REFUSED -> Level.CRITICAL;
            case PLANNED_OUTAGE, CLOSED -> Level.OFF;
        };
    }
}
