package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.model.ops.OpsReply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way: requested, in force when the risk-manager publishes the state it asks for, complete when every service has echoed
 * it too.
 *
 * @param commandId ULID
 * @param kind halt, reduce or resume
 * @param by who, in words
 * @param requestedAt when it was asked for
 * @param delivered false while it is not known whether Redis took it
 * @param inForceAt when the risk-manager published the state, null until then
 * @param replies what services answered, by component
 */
record CommandTrack(
        String commandId,
        Kind kind,
        String by,
        Instant requestedAt,
        boolean delivered,
        @Nullable Instant inForceAt,
        Map<String, OpsReply> replies) {

    /** Services that must echo. */
    static final List<String> ECHOING = List.of("risk-manager", "ibkr-adapter", "execution-engine");

    /** What is commanded. */
    enum Kind {
        HALT("Halt"),
        REDUCE("Reduce"),
        RESUME("Resume");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** For people. */
        String word() {
            return word;
        }
    }

    CommandTrack {
        replies = Map.copyOf(replies);
    }

    static CommandTrack requested(String commandId, Kind kind, String by, Instant at) {
        return new CommandTrack(commandId, kind, by, at, false, null, Map.of());
    }

    CommandTrack asDelivered() {
        return new CommandTrack(commandId, kind, by, requestedAt, true, inForceAt, replies);
    }

    CommandTrack inForce(Instant at) {
        return new CommandTrack(commandId, kind, by, requestedAt, true, at, replies);
    }

    CommandTrack with(OpsReply reply) {
        Map<String, OpsReply> more = new LinkedHashMap<>(replies);
        more.put(reply.component(), reply);
        return new CommandTrack(commandId, kind, by, requestedAt, true, inForceAt, more);
    }

    List<String> laggards() {
        return ECHOING.stream()
                .filter(component -> !replies.containsKey(component))
                .toList();
    }

    List<OpsReply> refusals() {
        return ECHOING.stream()
                .map(replies::get)
                .filter(reply -> reply != null && reply.outcome() == OpsReply.Outcome.REFUSED)
                .toList();
    }

    /** In force and echoed by all. */
    boolean isComplete() {
        return inForceAt != null && laggards().isEmpty() && refusals().isEmpty();
    }

    /** The risk-manager said no. */
    boolean isRefused() {
        OpsReply reply = replies.get("risk-manager");
        return reply != null && reply.outcome() == OpsReply.Outcome.REFUSED;
    }
}
