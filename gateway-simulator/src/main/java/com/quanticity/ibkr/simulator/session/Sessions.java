package com.quanticity.ibkr.simulator.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The running sessions by client id: one at most each. Event loop only. */
final class Sessions {

    private final Map<Integer, Session> running = new TreeMap<>();

    /** Starts a session; false when its client id is in use. */
    boolean tryStart(Session session, int clientId) {
        if (running.putIfAbsent(clientId, session) != null) {
            return false;
        }
        session.start(clientId);
        return true;
    }

    void remove(Session session) {
        running.remove(session.clientId(), session);
        session.closed();
    }

    @Nullable Session of(int clientId) {
        return running.get(clientId);
    }

    Collection<Session> all() {
        return List.copyOf(running.values());
    }

    /** Does something for the session of a client, if it is connected. */
    void ifConnected(int clientId, Consumer<Session> action) {
        Session session = running.get(clientId);
        if (session != null) {
            action.accept(session);
        }
    }
}
