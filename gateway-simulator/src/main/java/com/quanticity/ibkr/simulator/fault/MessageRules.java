package com.quanticity.ibkr.simulator.fault;

import com.quanticity.ibkr.simulator.wire.MessageNames;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules for messages that are switched on. The first rule that fits decides. Event loop only. */
public final class MessageRules {

    private final List<Entry<EventRule>> events = new ArrayList<>();
    private final List<Entry<RequestRule>> requests = new ArrayList<>();

    /**
     * Adds a rule for events.
     *
     * @param event name such as {@code EXECUTION_DATA}; {@code *_END} means every end marker
     * @param clientId null for every client
     * @param times so many messages, then the rule ends; null until it is ended
     */
    public void add(String event, @Nullable Integer clientId, @Nullable Integer times, EventRule rule) {
        requireKnown(event, MessageNames.events(), "event");
        if (rule instanceof EventRule.After after) {
            requireKnown(after.other(), MessageNames.events(), "event");
        }
        events.add(new Entry<>(event, clientId, times, rule));
    }

    /** Adds a rule for requests, as for events. */
    public void add(String request, @Nullable Integer clientId, @Nullable Integer times, RequestRule rule) {
        requireKnown(request, MessageNames.requests(), "request");
        requests.add(new Entry<>(request, clientId, times, rule));
    }

    private static void requireKnown(String name, SortedSet<String> known, String what) {
        if (!name.equals(ENDS) && !known.contains(name)) {
            throw new IllegalArgumentException("there is no " + what + " " + name + Closest.to(name, known));
        }
    }

    private static final String ENDS = "*_END";

    /** Ends every rule about these messages. */
    public void end(String name) {
        events.removeIf(entry -> entry.name.equals(name));
        requests.removeIf(entry -> entry.name.equals(name));
    }

    public void clear() {
        events.clear();
        requests.clear();
    }

    /** What is switched on by the action's name, such as {@code delay} with {@code EXECUTION_DATA client=1}. */
    public SortedMap<String, String> describe() {
        SortedMap<String, String> all = new TreeMap<>();
        events.forEach(entry -> all.merge(action(entry.rule), entry.describe(), (a, b) -> a + ", " + b));
        requests.forEach(entry -> all.merge(action(entry.rule), entry.describe(), (a, b) -> a + ", " + b));
        return all;
    }

    private static String action(EventRule rule) {
        return switch (rule) {
            case EventRule.Withheld _ -> "withhold";
            case EventRule.Late _ -> "delay";
            case EventRule.Repeated _ -> "duplicate";
            case EventRule.After _ -> "reorder";
        };
    }

    private static String action(RequestRule rule) {
        return switch (rule) {
            case RequestRule.Ignored _ -> "ignore";
            case RequestRule.Refused _ -> "refuse";
            case RequestRule.Late _ -> "answer-late";
        };
    }

    boolean hasEventRules() {
        return !events.isEmpty();
    }

    /** The rule for an event that goes out now; it counts as used. */
    @Nullable EventRule forEvent(String name, int clientId) {
        return use(events, name, clientId);
    }

    /** The rule for a request that came in; it counts as used. */
    public @Nullable RequestRule forRequest(String name, int clientId) {
        return use(requests, name, clientId);
    }

    private static <R> @Nullable R use(List<Entry<R>> entries, String name, int clientId) {
        for (Entry<R> entry : entries) {
            if (entry.fits(name, clientId)) {
                if (entry.use()) {
                    entries.remove(entry);
                }
                return entry.rule;
            }
        }
        return null;
    }

    private static final class Entry<R> {

        private final String name;
        private final @Nullable Integer clientId;
        private final R rule;
        private @Nullable Integer left;

        Entry(String name, @Nullable Integer clientId, @Nullable Integer times, R rule) {
            if (times != null && times < 1) {
                throw new IllegalArgumentException("times cannot be " + times + ": give 1 or more, or none");
            }
            this.name = name;
            this.clientId = clientId;
            this.left = times;
            this.rule = rule;
        }

        boolean fits(String message, int client) {
            boolean isMeant = name.equals(ENDS) ? message.endsWith("_END") : message.equals(name);
            return isMeant && (clientId == null || clientId == client);
        }

        /** Whether this was the last time. */
        boolean use() {
            if (left == null) {
                return false;
            }
            left = left - 1;
            return left == 0;
        }

        String describe() {
            return name + (clientId == null ? "" : " client=" + clientId) + (left == null ? "" : " left=" + left);
        }
    }
}
