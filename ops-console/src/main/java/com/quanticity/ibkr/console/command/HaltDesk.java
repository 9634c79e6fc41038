package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.ConsoleMeter;
import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.console.command.CommandOutcome.Taken;
import com.quanticity.ibkr.console.command.CommandOutcome.Uncertain;
import com.quanticity.ibkr.console.login.Person;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.console.timeline.TimelineEntry;
import com.quanticity.ibkr.console.trading.TradingStateBook;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/**
 * Stops trading: one person, no reason asked before, no database needed. A second click joins the first. When Redis does not take the
 * command the risk-manager is asked directly, and the operator is told that this is not the usual way. Thread-safe.
 */
public final class HaltDesk {

    private static final String HALT = "HALT";
    private static final String REASON = "halted from the console";

    private final StreamBus bus;
    private final RiskManagerLine riskManager;
    private final CommandTracker tracker;
    private final TradingStateBook trading;
    private final Audit audit;
    private final Timeline timeline;
    private final Clock clock;
    private final MeterRegistry meters;

    HaltDesk(
            StreamBus bus,
            RiskManagerLine riskManager,
            CommandTracker tracker,
            TradingStateBook trading,
            Audit audit,
            Timeline timeline,
            Clock clock,
            MeterRegistry meters) {
        this.bus = bus;
        this.riskManager = riskManager;
        this.tracker = tracker;
        this.trading = trading;
        this.audit = audit;
        this.timeline = timeline;
        this.clock = clock;
        this.meters = meters;
    }

    CommandOutcome halt(Person person) {
        CommandTracker.Claim claim = tracker.claimHalt(person.name(), trading.fresh(clock.instant()));
        CommandTrack track = claim.track();
        if (!claim.isNew()) {
            record(person, Outcome.JOINED, track.commandId(), "joins the halt by " + track.by());
            return new Taken("Joined the halt by " + track.by() + " that is under way.", track.commandId());
        }
        try {
            bus.publish(
                    Topics.OPS_COMMAND, track.commandId(), new OpsCommand.Halt(track.commandId(), track.by(), REASON));
        } catch (StreamUnavailableException e) {
            return withoutRedis(person, track, e);
        }
        tracker.onDelivered(track.commandId());
        record(person, Outcome.DONE, track.commandId(), "published");
        return new Taken("Halt requested.", track.commandId());
    }

    private CommandOutcome withoutRedis(Person person, CommandTrack track, StreamUnavailableException failure) {
        String direct = riskManager.halt(track.commandId(), person.name(), REASON);
        record(person, Outcome.UNCERTAIN, track.commandId(), failure.getMessage() + "; " + direct);
        return new Uncertain("Redis did not confirm the halt, so services may not have heard it. " + direct);
    }

    /** Keeps why it was halted, asked afterwards. */
    CommandOutcome explain(Person person, String commandId, String reason) {
        if (reason.isBlank()) {
            return new CommandOutcome.Refused("Write one sentence, or leave it.");
        }
        String line = reason.strip();
        audit.record(person.name(), "HALT_REASON", Outcome.DONE, commandId, line);
        timeline.add(TimelineEntry.command(
                "reason-" + commandId + "-" + clock.millis(),
                clock.instant(),
                "Reason of the halt, by " + person.name() + ": " + line));
        return new Taken("Reason recorded.", commandId);
    }

    private void record(Person person, Outcome outcome, String commandId, String detail) {
        audit.record(person.name(), HALT, outcome, commandId, detail);
        meters.counter(ConsoleMeter.COMMANDS.meterName(), "command", HALT, "outcome", outcome.name())
                .increment();
    }
}
