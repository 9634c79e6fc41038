package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.ConsoleMeter;
import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.console.command.CommandOutcome.Refused;
import com.quanticity.ibkr.console.command.CommandOutcome.Taken;
import com.quanticity.ibkr.console.command.CommandOutcome.Uncertain;
import com.quanticity.ibkr.console.login.Person;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.ScopeKind;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;

/**
 * Reduces the firm, and reduces or halts one strategy or contract: one person, at once. Halting the firm is {@link HaltDesk}'s.
 * Thread-safe.
 */
final class RestrictDesk {

    private static final String REASON = "from the console";

    private final StreamBus bus;
    private final RiskManagerLine riskManager;
    private final CommandTracker tracker;
    private final Audit audit;
    private final MeterRegistry meters;
    private final Ulid ids;

    RestrictDesk(
            StreamBus bus,
            RiskManagerLine riskManager,
            CommandTracker tracker,
            Audit audit,
            Clock clock,
            MeterRegistry meters) {
        this.bus = bus;
        this.riskManager = riskManager;
        this.tracker = tracker;
        this.audit = audit;
        this.meters = meters;
        this.ids = new Ulid(clock);
    }

    /** What a form says; empty when it names no scope. */
    static Optional<RiskScope> scope(String kind, String name) {
        String clean = name.strip();
        return switch (kind) {
            case "", "firm" -> Optional.of(RiskScope.FIRM);
            case "strategy" -> named(ScopeKind.STRATEGY, clean);
            case "instrument" -> named(ScopeKind.INSTRUMENT, clean);
            default -> Optional.empty();
        };
    }

    private static Optional<RiskScope> named(ScopeKind kind, String name) {
        return name.isEmpty() || name.equals(RiskScope.EACH) || name.length() > 100
                ? Optional.empty()
                : Optional.of(new RiskScope(kind, name));
    }

    CommandOutcome reduce(Person person, RiskScope scope) {
        String commandId = scope.equals(RiskScope.FIRM)
                ? tracker.startReduce(person.name()).commandId()
                : ids.next();
        return publish(person, "REDUCE", new OpsCommand.Reduce(commandId, scope, person.name(), REASON));
    }

    /** Of one strategy or contract. */
    CommandOutcome halt(Person person, RiskScope scope) {
        return publish(person, "HALT", new OpsCommand.Halt(ids.next(), scope, person.name(), REASON));
    }

    private CommandOutcome publish(Person person, String what, OpsCommand command) {
        String about = what + " " + command.scope();
        try {
            bus.publish(Topics.OPS_COMMAND, command.commandId(), command);
        } catch (StreamUnavailableException e) {
            String direct = riskManager.ask(what, command.commandId(), command.scope(), person.name(), REASON);
            record(person, what, Outcome.UNCERTAIN, command.commandId(), about + ": " + e.getMessage() + "; " + direct);
            return new Uncertain("Redis did not confirm it, so services may not have heard it. " + direct);
        }
        tracker.onDelivered(command.commandId());
        record(person, what, Outcome.DONE, command.commandId(), about + ": published");
        return new Taken(
                (what.equals("HALT") ? "Halt" : "Reducing") + " of " + words(command.scope())
                        + " requested; the status bar shows it when it is in force.",
                command.commandId());
    }

    /** The firm, or the scope as the desk writes it. */
    static String words(RiskScope scope) {
        return scope.equals(RiskScope.FIRM) ? "everything" : scope.toString();
    }

    /** Refuses a form that names no scope. */
    CommandOutcome noScope(Person person, String what) {
        record(person, what, Outcome.REFUSED, "", "no scope named");
        return new Refused("Name the strategy or the contract, or choose everything.");
    }

    private void record(Person person, String what, Outcome outcome, String commandId, String detail) {
        audit.record(person.name(), what, outcome, commandId, detail);
        meters.counter(ConsoleMeter.COMMANDS.meterName(), "command", what, "outcome", outcome.name())
                .increment();
    }
}
