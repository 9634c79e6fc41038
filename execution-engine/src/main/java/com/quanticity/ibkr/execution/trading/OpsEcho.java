package com.quanticity.ibkr.execution.trading;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator that a halt or resume has arrived here: not when the command is heard, but when the trading state that it asks for
 * is. A command whose state does not come within {@link #PATIENCE} is not answered. Thread-safe.
 */
final class OpsEcho {

    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(OpsEcho.class);
    private static final String COMPONENT = "execution-engine";

    private final Consumer<OpsReply> replies;
    private final Clock clock;
    private final List<Awaited> awaited = new ArrayList<>();

    /** @param replies takes the answers; called while other callers wait */
    OpsEcho(Consumer<OpsReply> replies, Clock clock) {
        this.replies = replies;
        this.clock = clock;
    }

    /** @param at when the command was published: an older trading state is no answer to it */
    synchronized void onCommand(OpsCommand command, Instant at) {
        TradingState wanted = switch (command) {
            case OpsCommand.Halt _ -> TradingState.HALTED;
            case OpsCommand.Reduce _ -> TradingState.REDUCING;
            case OpsCommand.Resume _ -> TradingState.ACTIVE;
        };
        awaited.add(new Awaited(command.commandId(), command.scope(), wanted, at));
    }

    synchronized void onRiskState(RiskState state) {
        Instant now = clock.instant();
        for (Iterator<Awaited> each = awaited.iterator(); each.hasNext(); ) {
            Awaited command = each.next();
            if (command.isAnsweredBy(state)) {
                replies.accept(reply(command, state, now));
                each.remove();
            } else if (command.at.plus(PATIENCE).isBefore(now)) {
                LOG.warn(
                        "command not echoed commandId={} wanted={} state={}",
                        command.id,
                        command.wanted,
                        state.state());
                each.remove();
            }
        }
    }

    private static OpsReply reply(Awaited command, RiskState state, Instant now) {
        return new OpsReply(
                command.id,
                COMPONENT,
                OpsReply.Outcome.DONE,
                "sees " + state.stateOf(command.scope) + ", version " + state.version(),
                now);
    }

    private record Awaited(String id, RiskScope scope, TradingState wanted, Instant at) {

        /** A stricter state than was asked for does as well, unless trading was to go on. */
        boolean isAnsweredBy(RiskState state) {
            TradingState present = state.stateOf(scope);
            boolean isInForce = wanted == TradingState.ACTIVE ? present == wanted : present.compareTo(wanted) >= 0;
            return isInForce && !state.at().isBefore(at);
        }
    }
}
