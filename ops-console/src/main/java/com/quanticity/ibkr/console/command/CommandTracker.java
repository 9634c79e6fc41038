package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.console.command.CommandTrack.Kind;
import com.quanticity.ibkr.console.freshness.Ages;
import com.quanticity.ibkr.console.freshness.Level;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.console.timeline.TimelineEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Ulid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Follows commands until every service has echoed them, those of other consoles included. Thread-safe. */
public final class CommandTracker {

    /** How long a second click joins a command that is not complete. */
    static final Duration JOINABLE = Duration.ofSeconds(30);

    private static final int KEPT = 50;

    /**
     * A command to go on with.
     *
     * @param isNew false when it joins one that is under way
     */
    record Claim(CommandTrack track, boolean isNew) {}

    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;
    private final Ulid ids;

    @SuppressWarnings("serial")
    private final Map<String, CommandTrack> tracks = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CommandTrack> eldest) {
            return size() > KEPT;
        }
    };

    private @Nullable CommandTrack newest;
    private long version;

    CommandTracker(Timeline timeline, Audit audit, Clock clock) {
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    /** The halt that is under way or in force, or a new one. */
    synchronized Claim claimHalt(String by, Optional<RiskState> state) {
        CommandTrack last = newest;
        if (last != null && last.kind() == Kind.HALT && isJoinable(last, state)) {
            return new Claim(last, !last.delivered());
        }
        return new Claim(start(ids.next(), Kind.HALT, by), true);
    }

    private boolean isJoinable(CommandTrack halt, Optional<RiskState> state) {
        boolean lifted = state.filter(risk -> risk.state() != TradingState.HALTED)
                .map(risk -> risk.since().isAfter(halt.requestedAt()))
                .orElse(false);
        if (halt.isRefused() || lifted) {
            return false;
        }
        boolean recent = clock.instant().isBefore(halt.requestedAt().plus(JOINABLE));
        boolean holds = halt.isComplete()
                && state.map(risk -> risk.state() == TradingState.HALTED).orElse(false);
        return holds || (recent && !halt.isComplete());
    }

    synchronized CommandTrack startReduce(String by) {
        return start(ids.next(), Kind.REDUCE, by);
    }

    synchronized CommandTrack startResume(String by) {
        return start(ids.next(), Kind.RESUME, by);
    }

    private CommandTrack start(String commandId, Kind kind, String by) {
        CommandTrack track = CommandTrack.requested(
                commandId, kind, by, clock.instant().truncatedTo(ChronoUnit.MILLIS)); // publications carry milliseconds
        put(track);
        return track;
    }

    synchronized void onDelivered(String commandId) {
        change(commandId, CommandTrack::asDelivered);
    }

    /** Takes a command off the stream: ours, or another console's. Commands about one strategy or contract are not followed. */
    public synchronized void onCommand(OpsCommand command, Instant at) {
        if (!command.scope().equals(RiskScope.FIRM)) {
            return;
        }
        CommandTrack known = tracks.get(command.commandId());
        if (known != null) {
            put(known.asDelivered());
            return;
        }
        // By another machine's clock a command could come from the future, and its effect would be too early for it.
        Instant now = clock.instant();
        Instant requestedAt = at.isAfter(now) ? now : at;
        CommandTrack foreign = switch (command) {
            case OpsCommand.Halt halt -> CommandTrack.requested(halt.commandId(), Kind.HALT, halt.by(), requestedAt);
            case OpsCommand.Reduce reduce ->
                CommandTrack.requested(reduce.commandId(), Kind.REDUCE, reduce.by(), requestedAt);
            case OpsCommand.Resume resume ->
                CommandTrack.requested(
                        resume.commandId(),
                        Kind.RESUME,
                        resume.requestedBy() + " and " + resume.approvedBy(),
                        requestedAt);
        };
        put(foreign.asDelivered());
    }

    /** Takes a service's echo; those of commands not known are ignored. */
    public synchronized void onReply(OpsReply reply) {
        change(reply.commandId(), track -> track.with(reply));
    }

    /** Takes the trading state: the newest command is in force when it shows, published after the command was asked for. */
    public synchronized void onRiskState(RiskState state) {
        CommandTrack track = newest;
        if (track == null || track.inForceAt() != null) {
            return;
        }
        TradingState wanted = switch (track.kind()) {
            case HALT -> TradingState.HALTED;
            case REDUCE -> TradingState.REDUCING;
            case RESUME -> TradingState.ACTIVE;
        };
        if (state.state() == wanted && !state.at().isBefore(track.requestedAt())) {
            put(track.inForce(clock.instant()));
        }
    }

    synchronized Optional<CommandTrack> newest() {
        return Optional.ofNullable(newest);
    }

    synchronized Optional<CommandTrack> track(String commandId) {
        return Optional.ofNullable(tracks.get(commandId));
    }

    synchronized long version() {
        return version;
    }

    private void change(String commandId, UnaryOperator<CommandTrack> how) {
        CommandTrack track = tracks.get(commandId);
        if (track != null) {
            put(how.apply(track));
        }
    }

    private void put(CommandTrack track) {
        CommandTrack before = tracks.put(track.commandId(), track);
        if (before == null || newest == null || newest.commandId().equals(track.commandId())) {
            newest = track;
        }
        version++;
        timeline.add(new TimelineEntry(
                "command-" + track.commandId(),
                track.requestedAt(),
                TimelineEntry.Kind.COMMAND,
                level(track),
                text(track)));
        if (track.isComplete() && (before == null || !before.isComplete())) {
            audit.record(track.by(), track.kind().name(), Outcome.CONFIRMED, track.commandId(), text(track));
        }
    }

    static Level level(CommandTrack track) {
        if (!track.refusals().isEmpty() || !track.delivered()) {
            return Level.SERIOUS;
        }
        return track.isComplete() ? Level.NORMAL : Level.CAUTION;
    }

    private static String text(CommandTrack track) {
        String what = track.kind().word() + " by " + track.by();
        if (!track.delivered()) {
            return what + ": not confirmed that Redis took it";
        }
        Instant inForce = track.inForceAt();
        String force = inForce == null
                ? "requested"
                : "in force after " + Ages.text(Duration.between(track.requestedAt(), inForce));
        int echoed = CommandTrack.ECHOING.size() - track.laggards().size();
        return what + ": " + force + ", echoed by " + echoed + " of " + CommandTrack.ECHOING.size();
    }
}
