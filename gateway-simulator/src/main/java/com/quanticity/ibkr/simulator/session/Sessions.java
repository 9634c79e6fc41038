package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Clients;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The running sessions by client id: one at most each. Event loop only. */
final class Sessions implements Clients {

    private final Map<Integer, Session> running = new TreeMap<>();

    /** Starts a session; false when its client id is in use. */
    boolean tryStart(Session session, int clientId) {
        if (running.putIfAbsent(clientId, session) != null) {
            return false;
        }
        session.start(clientId);
        return true;
    }

    int count() {
        return running.size();
    }

    void remove(Session session) {
        running.remove(session.clientId(), session);
        session.closed();
    }

    @Override
    public Optional<Client> of(int clientId) {
        return Optional.ofNullable(running.get(clientId));
    }

    @Nullable Session session(int clientId) {
        return running.get(clientId);
    }

    Collection<Session> all() {
        return List.copyOf(running.values());
    }
}
