package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionState;

/** The gateway lost the broker: the socket is kept, all data is stale, no order leaves. */
final class BrokerDown extends Linked {

    private final Synchronisation.Cause unserved;

    /** Nothing was being synchronised when the link was lost, or the connection is new. */
    BrokerDown(Life life, Link link, ErrorMessage notice) {
        this(life, link, notice, life.synchronisations().firstCause(link));
    }

    /** @param unserved the cause whose synchronising was cut off */
    BrokerDown(Life life, Link link, ErrorMessage notice, Synchronisation.Cause unserved) {
        super(life, link, "the gateway lost the broker: " + notice.errorMsg(), notice.errorCode());
        this.unserved = unserved;
    }

    @Override
    SessionState name() {
        return SessionState.BROKER_DOWN;
    }

    @Override
    void enter() {
        life.endPending(reason());
        life.alarms()
                .raise(
                        AlarmKind.BROKER_LINK_LOST,
                        "",
                        reason(),
                        life.settings().life().brokerAlarmAfter());
    }

    @Override
    LifeState brokerLost(ErrorMessage notice) {
        return this;
    }

    @Override
    LifeState synchronising(Synchronisation.Cause next, String why, ErrorMessage notice) {
        return super.synchronising(unserved.stronger(next), why, notice);
    }
}
