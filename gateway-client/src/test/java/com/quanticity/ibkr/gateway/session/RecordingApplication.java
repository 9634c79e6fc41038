package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application that keeps what it hears and runs the given synchronising steps. */
class RecordingApplication implements SessionListener {

    final List<SessionEvent> changes = new CopyOnWriteArrayList<>();
    final List<EventBatch> batches = new CopyOnWriteArrayList<>();
    final List<GatewayRequest> unsent = new CopyOnWriteArrayList<>();
    final List<Synchronisation.Cause> causes = new CopyOnWriteArrayList<>();
    private final Steps steps;

    RecordingApplication(Steps steps) {
        this.steps = steps;
    }

    /** What the application does before READY. */
    interface Steps {
        void run(Synchronisation synchronisation) throws InterruptedException;
    }

    @Override
    public void onStateChange(SessionEvent event) {
        changes.add(event);
    }

    @Override
    public void onEvents(EventBatch batch) {
        batches.add(batch);
    }

    @Override
    public void onUnsent(List<GatewayRequest> requests) {
        unsent.addAll(requests);
    }

    @Override
    public void synchronise(Synchronisation synchronisation) throws InterruptedException {
        causes.add(synchronisation.cause());
        steps.run(synchronisation);
    }

    List<SessionState> states() {
        return changes.stream().map(SessionEvent::state).toList();
    }

    List<GatewayEvent> events() {
        return batches.stream().flatMap(batch -> batch.events().stream()).toList();
    }
}
