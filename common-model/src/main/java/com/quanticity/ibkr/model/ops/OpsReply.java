package com.quanticity.ibkr.model.ops;

import java.time.Instant;

/**
 * A service's echo of a command on {@code ops.reply}.
 *
 * @param commandId the command it answers
 * @param component the service that answers
 * @param outcome done, refused
 * @param detail one line for the operator
 * @param at when
 */
public record OpsReply(String commandId, String component, Outcome outcome, String detail, Instant at) {

    public enum Outcome {
        DONE,
        REFUSED
    }
}
