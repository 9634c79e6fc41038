package com.quanticity.ibkr.gateway.internal.connection;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it hears. */
final class RecordingListener implements GatewayListener {

    final List<GatewayEvent> events = new CopyOnWriteArrayList<>();
    final List<CloseReason> closed = new CopyOnWriteArrayList<>();
    final List<ConnectPhase> phases = new CopyOnWriteArrayList<>();
    final List<GatewayRequest> unsent = new CopyOnWriteArrayList<>();

    @Override
    public void onEvents(Instant receivedAt, List<GatewayEvent> received) {
        events.addAll(received);
    }

    @Override
    public void onPhase(ConnectPhase phase) {
        phases.add(phase);
    }

    @Override
    public void onClosed(CloseReason reason, List<GatewayRequest> neverSent) {
        unsent.addAll(neverSent);
        closed.add(reason);
    }
}
