package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.session.SessionState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closed by us, for good. The last connection may still have to end. */
final class Closed extends LifeState {

    private final @Nullable Link link;
    private final @Nullable Attempt underWay;

    /**
     * @param link the connection that has to end first, if there is one
     * @param underWay the attempt whose outcome has to come first, if there is one
     */
    Closed(Life life, @Nullable Link link, @Nullable Attempt underWay) {
        super(life, "closed by the application", null);
        this.link = link;
        this.underWay = underWay;
    }

    @Override
    SessionState name() {
        return SessionState.CLOSED;
    }

    @Override
    void enter() {
        if (link != null) {
            link.connection().close();
        } else if (underWay == null) {
            life.finish();
        }
    }

    @Override
    LifeState onOutcome(Attempt from, ConnectOutcome outcome) {
        super.onOutcome(from, outcome);
        if (from == underWay) {
            life.finish();
        }
        return this;
    }

    @Override
    LifeState onConnectionClosed(Attempt from, CloseReason reason, List<GatewayRequest> unsent) {
        if (link != null && from == link.attempt()) {
            life.connections().ended(reason, unsent);
            life.finish();
        }
        return this;
    }

    @Override
    LifeState onClose() {
        return this;
    }
}
