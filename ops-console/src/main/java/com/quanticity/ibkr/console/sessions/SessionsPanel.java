package com.quanticity.ibkr.console.sessions;

import com.quanticity.ibkr.console.freshness.Expectation;
import com.quanticity.ibkr.console.freshness.Freshness;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.console.sessions.ServiceBook.Answer;
import com.quanticity.ibkr.console.sessions.ServiceBook.Service;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions and client ids, services, and the strips of both in the status bar. */
final class SessionsPanel implements Panel {

    private static final List<ClientIdOwner> CONNECTING =
            List.of(ClientIdOwner.IBKR_ADAPTER, ClientIdOwner.RISK_MANAGER, ClientIdOwner.EXECUTION_REPLAY);
    private static final String UNKNOWN = "UNKNOWN";

    private final SessionBook sessions;
    private final ServiceBook services;
    private final BusBook bus;

    SessionsPanel(SessionBook sessions, ServiceBook services, BusBook bus) {
        this.sessions = sessions;
        this.services = services;
        this.bus = bus;
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(100);
    }

    @Override
    public long version() {
        return sessions.version() + services.version() + bus.version();
    }

    @Override
    public List<Part> parts(Instant now) {
        List<Piece> rows = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (ClientIdOwner owner : CONNECTING) {
            Row row = row(owner, now);
            rows.add(new Piece("session-" + owner.clientId(), "panels/sessions :: row", row));
            shapes.add(new Shape("GW" + owner.clientId(), row.level(), row.state(), row.words()));
        }
        rows.add(new Piece(
                "session-" + ClientIdOwner.BREAK_GLASS.clientId(),
                "panels/sessions :: sealed",
                new Sealed(ClientIdOwner.BREAK_GLASS.clientId().toString(), ClientIdOwner.BREAK_GLASS.component())));
        return List.of(
                new Part.Rows("session-rows", rows),
                new Part.Single(new Piece("session-strip", "panels/sessions :: strip", new Strip(shapes))),
                new Part.Single(new Piece("service-strip", "panels/sessions :: services", services(now))),
                new Part.Single(new Piece("service-list", "panels/sessions :: service-list", services(now))),
                new Part.Single(new Piece("bus-banner", "panels/frame :: bus-banner", busView())));
    }

    /** The row of a session; a silent owner's last state is history, not state. */
    Row row(ClientIdOwner owner, Instant now) {
        Optional<SessionStatus> last = sessions.last(owner);
        if (last.isEmpty()) {
            return new Row(
                    owner.clientId().toString(),
                    owner.component(),
                    UNKNOWN,
                    Level.UNKNOWN.style(),
                    null,
                    "no data",
                    "no data",
                    owner.component() + " has not been heard",
                    "",
                    null,
                    null);
        }
        SessionStatus status = last.get();
        Stamp heard = new Stamp(status.at(), Expectation.SESSION);
        String version =
                status.serverVersion() == null ? "none" : status.serverVersion().toString();
        if (Expectation.SESSION.of(status.at(), now) == Freshness.STALE) {
            return new Row(
                    owner.clientId().toString(),
                    owner.component(),
                    UNKNOWN,
                    Level.UNKNOWN.style(),
                    null,
                    status.gateway(),
                    version,
                    "was " + status.state() + "; " + owner.component() + " is silent",
                    "",
                    null,
                    heard);
        }
        return new Row(
                owner.clientId().toString(),
                owner.component(),
                status.state().name(),
                SessionBook.level(status.state()).style(),
                Stamp.of(status.since()),
                status.gateway(),
                version,
                reason(status),
                status.attempt() == 0 ? "" : "attempt " + status.attempt(),
                Stamp.ofNullable(status.nextAttemptAt(), null),
                heard);
    }

    /** Why it is so, and what does not work all the same. */
    private static String reason(SessionStatus status) {
        List<String> impairments = status.outlook().impairments();
        boolean isSaidAlready = impairments.isEmpty() || status.state() == SessionState.DEGRADED;
        String backup = status.outlook().gatewayRole() == GatewayRole.BACKUP ? "; on the backup gateway" : "";
        return status.reason() + backup + (isSaidAlready ? "" : "; " + String.join("; ", impairments));
    }

    private ServicesView services(Instant now) {
        List<ServiceView> views =
                services.all().stream().map(service -> view(service, now)).toList();
        long up = views.stream()
                .filter(view -> view.level().equals(Level.NORMAL.style()))
                .count();
        Level worst = up == views.size() ? Level.NORMAL : Level.SERIOUS;
        return new ServicesView(up + "/" + views.size(), worst.style(), views);
    }

    private static ServiceView view(Service service, Instant now) {
        if (Expectation.SERVICE.of(service.at(), now) == Freshness.STALE) {
            return new ServiceView(service.component(), "unknown", Level.UNKNOWN.style(), Stamp.of(service.at()));
        }
        Level level = service.answer() == Answer.UP ? Level.NORMAL : Level.SERIOUS;
        String word = switch (service.answer()) {
            case UP -> "up";
            case NOT_READY -> "not ready";
            case SILENT -> "no answer";
        };
        return new ServiceView(service.component(), word, level.style(), Stamp.of(service.since()));
    }

    private BusView busView() {
        return bus.awaySince()
                .map(since -> new BusView(true, Stamp.of(since)))
                .orElseGet(() -> new BusView(false, null));
    }

    /**
     * A session.
     *
     * @param level style and shape
     * @param since when the state was entered, null when the state is not known
     * @param attempt {@code attempt 3}, empty when connected
     * @param nextAttempt when the next attempt is due, null when none is planned
     * @param heard when its service was last heard, null when never
     */
    record Row(
            String clientId,
            String owner,
            String state,
            String level,
            @Nullable Stamp since,
            String gateway,
            String serverVersion,
            String reason,
            String attempt,
            @Nullable Stamp nextAttempt,
            @Nullable Stamp heard) {

        /** The state as read aloud. */
        public String words() {
            return state.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private record Sealed(String clientId, String owner) {}

    private record Shape(String label, String level, String state, String words) {}

    private record Strip(List<Shape> shapes) {}

    private record ServiceView(String component, String word, String level, Stamp since) {}

    private record ServicesView(String count, String level, List<ServiceView> services) {}

    private record BusView(boolean away, @Nullable Stamp since) {}
}
