package com.quanticity.ibkr.risk.halt;

import com.quanticity.ibkr.model.ops.OpsReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of the last commands, so that a command delivered again is answered again and does nothing. Thread-safe. */
final class CommandMemory {

    static final int CAPACITY = 1_000;

    private final Map<String, OpsReply> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OpsReply> eldest) {
            return size() > CAPACITY;
        }
    };

    /** @param newestFirst answers given before this start */
    CommandMemory(List<OpsReply> newestFirst) {
        newestFirst.reversed().forEach(this::remember);
    }

    synchronized Optional<OpsReply> answer(String commandId) {
        return Optional.ofNullable(answers.get(commandId));
    }

    synchronized void remember(OpsReply answer) {
        answers.put(answer.commandId(), answer);
    }
}
