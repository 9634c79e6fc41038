package com.quanticity.ibkr.console.trading;

import com.quanticity.ibkr.console.freshness.Expectation;
import com.quanticity.ibkr.console.freshness.Freshness;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.console.timeline.TimelineEntry;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trading state as last published. Thread-safe. */
public final class TradingStateBook implements Panel {

    private final Timeline timeline;
    private @Nullable RiskState last;
    private long version;

    public TradingStateBook(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Takes a publication; an older one than the last changes nothing. */
    public synchronized void onRiskState(RiskState state) {
        if (last != null && state.at().isBefore(last.at())) {
            return;
        }
        if (last == null || last.version() != state.version() || last.state() != state.state()) {
            tell(last, state);
        }
        last = state;
        version++;
    }

    private void tell(@Nullable RiskState before, RiskState now) {
        if (before == null || before.state() != now.state() || !before.since().equals(now.since())) {
            timeline.add(TimelineEntry.state(
                    "risk-state-" + now.version() + "-" + now.since().toEpochMilli(),
                    now.since(),
                    "Trading is " + now.state() + by(now.by(), now.reason())));
        }
        for (ScopedState scoped : now.scopes()) {
            if (before != null && !before.scopes().contains(scoped)) {
                timeline.add(TimelineEntry.state(
                        "risk-state-" + now.version() + "-" + scoped.scope(),
                        scoped.since(),
                        scoped.scope() + " is " + scoped.state() + by(scoped.by(), scoped.reason())));
            }
        }
        if (before != null) {
            before.scopes().stream()
                    .filter(scoped -> now.find(scoped.scope()) == null)
                    .forEach(scoped -> timeline.add(TimelineEntry.state(
                            "risk-state-" + now.version() + "-" + scoped.scope(),
                            now.at(),
                            scoped.scope() + " is ACTIVE")));
        }
    }

    private static String by(String who, String reason) {
        return ", by " + who + (reason.isBlank() ? "" : ": " + reason);
    }

    private List<ScopeView> scopes(Instant now) {
        return fresh(now).map(RiskState::scopes).orElse(List.of()).stream()
                .map(scoped -> new ScopeView(
                        scoped.scope().toString(),
                        scoped.state().name(),
                        level(scoped.state()).style(),
                        Stamp.of(scoped.since()),
                        "by " + scoped.by() + (scoped.reason().isBlank() ? "" : ": " + scoped.reason())))
                .toList();
    }

    /** The state, empty when none was heard or the last one is too old to be believed. */
    public synchronized Optional<RiskState> fresh(Instant now) {
        return Optional.ofNullable(last).filter(state -> !state.isStale(now));
    }

    public synchronized TradingStateView view(Instant now) {
        RiskState state = last;
        if (state == null) {
            return new TradingStateView(
                    "UNKNOWN", "UNKNOWN", Level.UNKNOWN.style(), null, null, "no trading state heard yet");
        }
        Stamp heard = new Stamp(state.at(), Expectation.TRADING_STATE);
        if (Expectation.TRADING_STATE.of(state.at(), now) == Freshness.STALE) {
            return new TradingStateView(
                    "UNKNOWN",
                    "UNKNOWN",
                    Level.UNKNOWN.style(),
                    null,
                    heard,
                    "was " + state.state() + "; risk-manager is silent");
        }
        String by = "by " + state.by() + (state.reason().isBlank() ? "" : ": " + state.reason());
        return new TradingStateView(
                state.state().name(),
                state.state().name(),
                level(state.state()).style(),
                Stamp.of(state.since()),
                heard,
                by);
    }

    private static Level level(TradingState state) {
        return switch (state) {
            case ACTIVE -> Level.NORMAL;
            case REDUCING -> Level.CAUTION;
            case HALTED -> Level.SERIOUS;
        };
    }

    @Override
    public Duration pace() {
        return Duration.ZERO;
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public List<Part> parts(Instant now) {
        return List.of(
                new Part.Single(new Piece("trading-state", "panels/frame :: trading-state", view(now))),
                new Part.Single(
                        new Piece("trading-scopes", "panels/frame :: trading-scopes", new ScopesView(scopes(now)))));
    }

    /**
     * A strategy or contract that is not ACTIVE, on the page.
     *
     * @param scope as the desk writes it
     * @param by who and why
     */
    record ScopeView(String scope, String state, String level, Stamp since, String by) {}

    /** All of them; none while the state is unknown, for then nothing passes anyhow. */
    record ScopesView(List<ScopeView> scopes) {}

    /**
     * The trading state on the page.
     *
     * @param code ACTIVE, REDUCING, HALTED or UNKNOWN
     * @param word the code, for people
     * @param level style and shape
     * @param since when it began, null when it is not known
     * @param heard when the risk-manager was last heard, null when never
     * @param by who and why
     */
    public record TradingStateView(
            String code,
            String word,
            String level,
            @Nullable Stamp since,
            @Nullable Stamp heard,
            String by) {}
}
