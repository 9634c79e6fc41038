package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.AccountRequest.CancelPositions;
import com.quanticity.ibkr.gateway.request.AccountRequest.ReqPositions;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the broker's positions on this service's own session, so that the gate depends on no other service for them. Asked for on
 * each connection before READY; unknown until the end marker. Events come on the session's consumer thread.
 */
public final class PositionFollower implements SessionParticipant {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Exposures exposures;
    private volatile @Nullable List<HeldPosition> answer;

    public PositionFollower(Exposures exposures) {
        this.exposures = exposures;
    }

    /** There is no READY without the positions. */
    @Override
    public void synchronise(Synchronisation session) throws InterruptedException {
        if (session.cause() != Synchronisation.Cause.CONNECTED) {
            session.send(new CancelPositions());
        }
        session.require(new ReqPositions(), PATIENCE);
    }

    @Override
    public void onStateChange(SessionEvent event) {
        switch (event.state()) {
            case SYNCHRONISING -> {
                answer = new ArrayList<>();
                exposures.onPositionsUnknown();
            }
            case READY, DEGRADED -> {}
            case DISCONNECTED, CONNECTING, HANDSHAKE, BROKER_DOWN, PLANNED_OUTAGE, REFUSED, CLOSED ->
                exposures.onPositionsUnknown();
        }
    }

    @Override
    public void onEvents(EventBatch batch) {
        for (GatewayEvent event : batch.events()) {
            if (event instanceof AccountEvent.Position held && held.contract().conId() > 0) {
                onPosition(position(held));
            } else if (event instanceof AccountEvent.PositionEnd) {
                onEnd();
            }
        }
    }

    private void onPosition(HeldPosition position) {
        List<HeldPosition> gathering = answer;
        if (gathering != null) {
            gathering.add(position);
        } else {
            exposures.onPosition(position);
        }
    }

    private void onEnd() {
        List<HeldPosition> gathered = answer;
        if (gathered != null) {
            answer = null;
            exposures.onPositions(gathered);
        }
    }

    private static HeldPosition position(AccountEvent.Position held) {
        BigDecimal cost = held.avgCost();
        return new HeldPosition(
                held.account(),
                ContractId.of(held.contract().conId()),
                held.position(),
                cost == null ? BigDecimal.ZERO : cost,
                held.contract().currency());
    }
}
