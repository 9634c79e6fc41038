package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.AccountRequest.CancelPositions;
import com.quanticity.ibkr.gateway.request.AccountRequest.ReqPositions;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.gateway.session.SynchronisationFailedException;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes account summary and positions from the session: asks for the positions on each connection, follows what changes. */
final class AccountFeed implements SessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(AccountFeed.class);

    private final SummaryBook summary;
    private final PositionBook positions;
    private final SummarySubscription requests;
    private final AccountOutlet outlet;
    private final AccountProperties properties;

    AccountFeed(
            SummaryBook summary,
            PositionBook positions,
            SummarySubscription requests,
            AccountOutlet outlet,
            AccountProperties properties) {
        this.summary = summary;
        this.positions = positions;
        this.requests = requests;
        this.outlet = outlet;
        this.properties = properties;
    }

    @Override
    public void onSubscription(SubscriptionStatus status) {
        requests.onStatus(status);
    }

    /** There is no READY without the positions. */
    @Override
    public void synchronise(Synchronisation session) throws InterruptedException {
        if (session.cause() != Synchronisation.Cause.CONNECTED) {
            session.send(new CancelPositions());
        }
        session.require(new ReqPositions(), properties.requestTimeout());
        if (!positions.view().isKnown()) {
            askAgain(session);
        }
    }

    private void askAgain(Synchronisation session) throws InterruptedException {
        session.send(new CancelPositions());
        session.require(new ReqPositions(), properties.requestTimeout());
        if (!positions.view().isKnown()) {
            throw new SynchronisationFailedException("positions are not complete after two answers");
        }
    }

    @Override
    public void onStateChange(SessionEvent event) {
        switch (event.state()) {
            case SYNCHRONISING -> positions.onAnswerBegins(event.connection());
            case READY, DEGRADED -> {}
            case DISCONNECTED, CONNECTING, HANDSHAKE, BROKER_DOWN, PLANNED_OUTAGE, REFUSED, CLOSED -> {
                positions.onLost();
                summary.onLost();
            }
        }
    }

    @Override
    public void onEvents(EventBatch batch) {
        boolean summaryTouched = false;
        boolean positionsTouched = false;
        for (GatewayEvent event : batch.events()) {
            summaryTouched |= onSummary(event, batch.receivedAt());
            positionsTouched |= onPositions(event, batch.receivedAt());
        }
        if (summaryTouched) {
            outlet.showSummary();
        }
        if (positionsTouched) {
            outlet.showPositions();
        }
    }

    private boolean onSummary(GatewayEvent event, Instant at) {
        if (event instanceof AccountEvent.AccountSummary figure) {
            if (!SummarySubscription.isKept(figure)) {
                return false;
            }
            AccountValue value = AccountMapper.INSTANCE.value(figure, at);
            if (summary.onValue(figure.reqId(), value)) {
                outlet.tell(value);
            }
            return true;
        }
        if (event instanceof AccountEvent.AccountSummaryEnd end) {
            summary.onComplete(end.reqId(), at);
            requests.onAnswered();
            return true;
        }
        return false;
    }

    private boolean onPositions(GatewayEvent event, Instant at) {
        if (event instanceof AccountEvent.Position held) {
            return onPosition(held, at);
        }
        if (event instanceof AccountEvent.PositionEnd) {
            onPositionEnd(at);
            return true;
        }
        return false;
    }

    private void onPositionEnd(Instant at) {
        List<Position> changes = positions.onAnswerComplete(at);
        changes.forEach(outlet::tell);
        PositionBook.View view = positions.view();
        LOG.info(
                "positions answered known={} open={} changed={}",
                view.isKnown(),
                view.open().size(),
                changes.size());
    }

    private boolean onPosition(AccountEvent.Position held, Instant at) {
        if (held.contract().conId() <= 0) {
            LOG.error(
                    "position without a contract id is ignored symbol={}",
                    held.contract().symbol());
            return false;
        }
        positions.onPosition(AccountMapper.INSTANCE.position(held, at)).forEach(outlet::tell);
        return true;
    }
}
