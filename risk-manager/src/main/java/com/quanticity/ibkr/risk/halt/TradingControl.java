package com.quanticity.ibkr.risk.halt;

import static com.quanticity.ibkr.model.ops.OpsReply.Outcome.DONE;
import static com.quanticity.ibkr.model.ops.OpsReply.Outcome.REFUSED;

import com.quanticity.ibkr.model.ops.OpsCommand.Halt;
import com.quanticity.ibkr.model.ops.OpsCommand.Reduce;
import com.quanticity.ibkr.model.ops.OpsCommand.Resume;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.risk.delivery.RetryingQueue;
import com.quanticity.ibkr.risk.halt.TradingHistory.Entry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Carries out what operators ask of the trading state. Stopping is easy: a halt holds at once and is announced, whether or not the
 * database can store it. Resuming is not: it takes two people and a database that stored it first.
 *
 * <p>This class is thread-safe. A halt never waits for the database, nor for a resume that does.
 */
final class TradingControl {

    static final String COMPONENT = "risk-manager";

    private static final Logger LOG = LoggerFactory.getLogger(TradingControl.class);

    private final TradingStateMachine machine;
    private final TradingHistory history;
    private final RetryingQueue<Entry> unstored;
    private final TradingAnnouncer announcer;
    private final ResumeRule resumeRule;
    private final CommandMemory memory;
    private final Clock clock;
    private final Object resuming = new Object();

    TradingControl(
            TradingStateMachine machine,
            TradingHistory history,
            RetryingQueue<Entry> unstored,
            TradingAnnouncer announcer,
            ResumeRule resumeRule,
            CommandMemory memory,
            Clock clock) {
        this.machine = machine;
        this.history = history;
        this.unstored = unstored;
        this.announcer = announcer;
        this.resumeRule = resumeRule;
        this.memory = memory;
        this.clock = clock;
    }

    TradingChange current() {
        return machine.current();
    }

    /** True while every change is in the database. */
    boolean isStored() {
        return unstored.waiting() == 0;
    }

    /** The state that was set for a scope itself. */
    TradingChange current(RiskScope scope) {
        return machine.current(scope);
    }

    /** Strategies and instruments that are not ACTIVE. */
    List<ScopedState> scopes() {
        return machine.announcedAt(now()).scopes();
    }

    OpsReply halt(Halt command) {
        return tighten(command.commandId(), command.scope(), TradingState.HALTED, command.by(), command.reason());
    }

    OpsReply reduce(Reduce command) {
        return tighten(command.commandId(), command.scope(), TradingState.REDUCING, command.by(), command.reason());
    }

    private OpsReply tighten(String commandId, RiskScope scope, TradingState state, String by, String reason) {
        Optional<OpsReply> earlier = memory.answer(commandId);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        String refusal = objection(scope);
        if (refusal != null) {
            OpsReply answer = answer(commandId, REFUSED, refusal);
            remember(null, answer);
            return answer;
        }
        TradingChange change = machine.tighten(scope, state, commandId, OneLine.of(by), OneLine.of(reason), now());
        announcer.announce(machine::announcedAt);
        boolean changed = commandId.equals(change.commandId());
        OpsReply answer = answer(commandId, DONE, (changed ? "" : "already ") + describe(change));
        if (changed) {
            log(change);
        }
        remember(changed ? change : null, answer);
        return answer;
    }

    private static @Nullable String objection(RiskScope scope) {
        boolean hasState = switch (scope.kind()) {
            case FIRM, STRATEGY, INSTRUMENT -> !scope.isEach();
            case DESK, USER -> false;
        };
        return hasState
                ? null
                : "a trading state is for firm, strategy:NAME or instrument:SYMBOL, was " + scope
                        + "; name one of them";
    }

    /** @param approvedAt when the command was published */
    OpsReply resume(Resume command, Instant approvedAt) {
        synchronized (resuming) {
            return memory.answer(command.commandId()).orElseGet(() -> resumeOnce(command, approvedAt));
        }
    }

    private OpsReply resumeOnce(Resume command, Instant approvedAt) {
        TradingChange before = machine.current(command.scope());
        Optional<String> objection = resumeRule.objection(command, approvedAt, before, clock.instant());
        if (objection.isPresent()) {
            return refuse(command, objection.get());
        }
        if (before.state() == TradingState.ACTIVE) {
            OpsReply answer = answer(command.commandId(), DONE, "already " + describe(before));
            remember(null, answer);
            return answer;
        }
        return storeThenResume(command, before);
    }

    private OpsReply storeThenResume(Resume command, TradingChange before) {
        String by = OneLine.of(command.requestedBy()) + " and " + OneLine.of(command.approvedBy());
        TradingChange proposal =
                machine.proposeResume(command.scope(), command.commandId(), by, OneLine.of(command.reason()), now());
        OpsReply answer = answer(command.commandId(), DONE, describe(proposal));
        try {
            history.append(List.of(new Entry(proposal, answer)));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("resume not stored commandId={} cause={}", command.commandId(), e.toString());
            keepPresentState(command.scope());
            return refuse(
                    command,
                    "the database did not store it, so trading stays "
                            + machine.current(command.scope()).state() + "; restore PostgreSQL and resume again");
        }
        if (!machine.confirm(proposal, before)) {
            keepPresentState(command.scope());
            return refuse(command, "trading was halted again meanwhile; look at the reason and resume again");
        }
        memory.remember(answer);
        announcer.announce(machine::announcedAt);
        log(proposal);
        return answer;
    }

    /** A proposal may be in the database although it has no effect: a newer entry must follow it there. */
    private void keepPresentState(RiskScope scope) {
        unstored.offer(new Entry(machine.reaffirm(scope), null));
        announcer.announce(machine::announcedAt);
    }

    private OpsReply refuse(Resume command, String why) {
        LOG.warn("resume refused commandId={} by={} why=\"{}\"", command.commandId(), command.requestedBy(), why);
        OpsReply answer = answer(command.commandId(), REFUSED, why);
        remember(null, answer);
        return answer;
    }

    private void remember(@Nullable TradingChange change, OpsReply answer) {
        memory.remember(answer);
        unstored.offer(new Entry(change, answer));
    }

    private OpsReply answer(String commandId, OpsReply.Outcome outcome, String detail) {
        return new OpsReply(commandId, COMPONENT, outcome, detail, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String describe(TradingChange change) {
        String scope = change.scope().equals(RiskScope.FIRM) ? "" : change.scope() + " ";
        return scope + change.state() + " since " + change.since() + " by " + change.by() + ", version "
                + change.version();
    }

    private static void log(TradingChange change) {
        LOG.info(
                "trading state changed scope={} state={} version={} by=\"{}\" reason=\"{}\" commandId={}",
                change.scope(),
                change.state(),
                change.version(),
                change.by(),
                change.reason(),
                change.commandId());
    }
}
