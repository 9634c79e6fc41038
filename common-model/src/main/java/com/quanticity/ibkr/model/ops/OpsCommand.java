package com.quanticity.ibkr.model.ops;

import com.quanticity.ibkr.model.risk.RiskScope;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks of the services on {@code ops.command}. The command id makes a repeat harmless. The scope is the firm, a strategy
 * or an instrument; the stricter of the firm's state and its own holds for an order.
 */
public sealed interface OpsCommand {

    /** ULID of the command. */
    String commandId();

    /** What it is about; the firm when an older sender left it out. */
    RiskScope scope();

    /** Stop new orders. One person is enough. */
    record Halt(String commandId, RiskScope scope, String by, String reason) implements OpsCommand {
        public Halt {
            scope = orFirm(scope);
        }

        /** Of the whole firm. */
        public Halt(String commandId, String by, String reason) {
            this(commandId, RiskScope.FIRM, by, reason);
        }
    }

    /** Let only orders pass that shrink a position. One person is enough. */
    record Reduce(String commandId, RiskScope scope, String by, String reason) implements OpsCommand {
        public Reduce {
            scope = orFirm(scope);
        }
    }

    /** Let new orders pass again. Takes two different people. */
    record Resume(String commandId, RiskScope scope, String requestedBy, String approvedBy, String reason)
            implements OpsCommand {
        public Resume {
            scope = orFirm(scope);
            if (requestedBy.equals(approvedBy)) {
                throw new IllegalArgumentException("resume needs a second person, both were " + requestedBy);
            }
        }

        /** Of the whole firm. */
        public Resume(String commandId, String requestedBy, String approvedBy, String reason) {
            this(commandId, RiskScope.FIRM, requestedBy, approvedBy, reason);
        }
    }

    private static RiskScope orFirm(@Nullable RiskScope scope) {
        return scope == null ? RiskScope.FIRM : scope;
    }
}
