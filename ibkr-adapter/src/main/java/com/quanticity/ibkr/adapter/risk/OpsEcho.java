package com.quanticity.ibkr.adapter.risk;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.ops.OpsReply.Outcome;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers operator commands once their effect is in force here: a halt when the gate holds HALTED, a resume when it holds ACTIVE, by a
 * publication of the risk-manager made after the command. Without one within {@link #PATIENCE} the answer is REFUSED. Thread-safe.
 */
final class OpsEcho {

    /** Five repetitions of the trading state. */
    static final Duration PATIENCE = RiskState.REPEAT.multipliedBy(5);

    private static final Logger LOG = LoggerFactory.getLogger(OpsEcho.class);

    /** Where answers go. */
    interface Replies {
        void publish(OpsReply reply);
    }

    private record Waiting(OpsCommand command, TradingState wanted, Instant commandedAt, Instant heardAt) {}

    private final Replies replies;
    private final TradingStateView tradingState;
    private final Clock clock;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    OpsEcho(Replies replies, TradingStateView tradingState, Clock clock) {
        this.replies = replies;
        this.tradingState = tradingState;
        this.clock = clock;
    }

    /**
     * Takes a command to answer once it is in force.
     *
     * @param commandedAt when the command was published
     */
    synchronized void onCommand(OpsCommand command, Instant commandedAt) {
        TradingState wanted = switch (command) {
            case OpsCommand.Halt _ -> TradingState.HALTED;
            case OpsCommand.Reduce _ -> TradingState.REDUCING;
            case OpsCommand.Resume _ -> TradingState.ACTIVE;
        };
        waiting.put(command.commandId(), new Waiting(command, wanted, commandedAt, clock.instant()));
        check();
    }

    /** Call after every publication of the trading state, and about once a second. */
    synchronized void check() {
        List<Waiting> open = new ArrayList<>(waiting.values());
        for (Waiting one : open) {
            tradingState
                    .fresh()
                    .filter(state -> isInForce(one, state) && !state.at().isBefore(one.commandedAt))
                    .ifPresentOrElse(state -> done(one, state), () -> lapse(one));
        }
    }

    /** A stricter state than was asked for does as well, unless trading was to go on. */
    private static boolean isInForce(Waiting one, RiskState state) {
        TradingState present = state.stateOf(one.command.scope());
        return one.wanted == TradingState.ACTIVE ? present == one.wanted : present.compareTo(one.wanted) >= 0;
    }

    private void done(Waiting one, RiskState state) {
        String what = switch (one.wanted) {
            case HALTED -> "new orders are denied, cancels pass";
            case REDUCING -> "only orders that shrink a position pass, and cancels";
            case ACTIVE -> "new orders pass the gate again";
        };
        String scope = one.command.scope().equals(RiskScope.FIRM) ? "" : " for " + one.command.scope();
        String detail = what + scope + "; trading state version " + state.version();
        reply(one, Outcome.DONE, detail);
    }

    private void lapse(Waiting one) {
        if (clock.instant().isAfter(one.heardAt.plus(PATIENCE))) {
            reply(
                    one,
                    Outcome.REFUSED,
                    "no trading state " + one.wanted + " came from the risk-manager within " + PATIENCE.toSeconds()
                            + " s; check that it runs");
        }
    }

    private void reply(Waiting one, Outcome outcome, String detail) {
        replies.publish(new OpsReply(
                one.command.commandId(), ClientIdOwner.IBKR_ADAPTER.component(), outcome, detail, clock.instant()));
        waiting.remove(one.command.commandId());
        LOG.info("ops command answered commandId={} outcome={} detail={}", one.command.commandId(), outcome, detail);
    }
}
