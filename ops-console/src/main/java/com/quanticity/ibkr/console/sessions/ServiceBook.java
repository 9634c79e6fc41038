package com.quanticity.ibkr.console.sessions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the services answered when they were asked for their health. Thread-safe. */
public final class ServiceBook {

    /** What a service answered. */
    public enum Answer {
        /** Ready to work. */
        UP,
        /** Alive, not ready to work. */
        NOT_READY,
        /** No answer. */
        SILENT
    }

    /**
     * A service.
     *
     * @param component its name
     * @param answer its last answer
     * @param since since when it answers so
     * @param at when it was last asked
     */
    public record Service(String component, Answer answer, Instant since, Instant at) {}

    private final Map<String, Service> services = new TreeMap<>();
    private long version;

    public synchronized void onAnswer(String component, Answer answer, Instant at) {
        Service before = services.get(component);
        if (before != null && before.answer() == answer) {
            services.put(component, new Service(component, answer, before.since(), at));
        } else {
            services.put(component, new Service(component, answer, at, at));
            version++;
        }
    }

    /** By name. */
    public synchronized List<Service> all() {
        return new ArrayList<>(services.values());
    }

    public synchronized boolean isUp(String component) {
        Service service = services.get(component);
        return service != null && service.answer() == Answer.UP;
    }

    public synchronized long version() {
        return version;
    }
}
