package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent;
import com.quanticity.ibkr.gateway.internal.impairment.Impairments;
import com.quanticity.ibkr.gateway.internal.impairment.LiveData;
import com.quanticity.ibkr.gateway.internal.notice.OrderErrors;
import com.quanticity.ibkr.gateway.internal.notice.ReadOnlyMode;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * One connection from the attempt to its end, as its reader sees it: counts, hands over, and tells the control thread what concerns
 * the session itself. Called on the reader thread, phases on the connecting one.
 */
final class Attempt implements GatewayListener {

    private final Life life;
    private final long number;
    private final ConnectSettings target;
    private volatile boolean consumerFellBehind;
    private Instant receivedAt = Instant.EPOCH;

    Attempt(Life life, long number, ConnectSettings target) {
        this.target = target;
        this.life = life;
        this.number = number;
    }

    /** Number of the connection. */
    long number() {
        return number;
    }

    /** Where it goes. */
    ConnectSettings target() {
        return target;
    }

    /** Events of this connection were lost on the application's side: it must not go on. Any thread. */
    boolean consumerFellBehind() {
        return consumerFellBehind;
    }

    /** Blocks. Whatever the binding throws is an outcome as well: without one the session would wait for it for ever. */
    ConnectOutcome connect(GatewayBinding binding) {
        try {
            return binding.connect(target, this);
        } catch (Throwable e) {
            life.log().connectFailed(number, e);
            return new ConnectOutcome.Refused(
                    ConnectOutcome.Refused.CANNOT_CONNECT,
                    target.address() + ": connecting failed on our side (" + e + "); report this defect");
        }
    }

    @Override
    public void onPhase(ConnectPhase phase) {
        life.handle(state -> state.onPhase(this, phase));
    }

    @Override
    public void onEvents(Instant at, List<GatewayEvent> events) {
        receivedAt = at;
        life.heartbeat().received(at);
        life.meters().events(events.size());
        for (GatewayEvent event : events) {
            notice(event);
            if (life.impairments().waitsForProof()) {
                lookForLiveData(event);
            }
        }
        handOver(new EventBatch(number, at, events));
    }

    @Override
    public void onClosed(CloseReason reason, List<GatewayRequest> unsent) {
        life.handle(state -> state.onConnectionClosed(this, reason, unsent));
    }

    /** After one batch did not fit, none is taken any more: a hole in the middle would be a silent loss. */
    private void handOver(EventBatch batch) {
        if (!consumerFellBehind && life.handOver().offer(batch)) {
            life.streams().onHandedOver();
            return;
        }
        life.meters().eventsDropped(batch.events().size());
        life.streams().onDropped(batch.events().size());
        if (!consumerFellBehind) {
            consumerFellBehind = true;
            life.handle(state -> state.onConsumerTooSlow(this));
        }
    }

    private void notice(GatewayEvent event) {
        switch (event) {
            case ConnectionEvent.ErrorMessage error -> onError(error);
            case ConnectionEvent.CurrentTime(Instant time) -> onCurrentTime(time);
            case ConnectionEvent.NextValidId(int orderId) -> onNextOrderId(orderId);
            case ConnectionEvent.ManagedAccounts(List<String> accounts) ->
                life.facts().accounts(accounts);
            case TickEvent.MarketDataTypeNotice notice ->
                life.impairments().onDataType(notice.reqId(), notice.marketDataType());
            case TradingEvent trading -> life.traffic().onTrading(trading);
            case HistoryEvent past -> life.traffic().onHistory(past);
            case UnreadEvent.UnknownMessage unknown -> onUnknown(unknown);
            case UnreadEvent.MalformedFrame malformed -> onMalformed(malformed);
            // Everything else concerns the application alone.
            default -> {}
        }
    }

    private void lookForLiveData(GatewayEvent event) {
        int reqId = LiveData.requestOf(event);
        if (reqId != LiveData.NONE && life.impairments().onLiveData(reqId)) {
            life.handle(state -> state.onCompetitionEnded(this));
        }
    }

    /** The gateway's counter went back, after a reset for example; ids are the application's and go on. */
    private void onNextOrderId(int orderId) {
        OptionalInt before = life.facts().nextValidId(orderId, life.gateways().address());
        if (before.isPresent()) {
            life.log().orderIdsWentBack(before.getAsInt(), orderId);
            life.alarms()
                    .raise(
                            AlarmKind.ORDER_IDS_WENT_BACK,
                            "",
                            "next order id " + orderId + " after " + before.getAsInt());
        } else {
            life.alarms()
                    .clear(
                            AlarmKind.ORDER_IDS_WENT_BACK,
                            "",
                            "next order id " + orderId + ", not below any announced before");
        }
    }

    private void onCurrentTime(Instant gatewayTime) {
        life.heartbeat().clockTold(gatewayTime, receivedAt);
        life.messages().summarise(receivedAt);
        life.handle(state -> state.onProbeAnswer(this));
    }

    private void onError(ConnectionEvent.ErrorMessage error) {
        life.messages().message(error, receivedAt);
        if (ReadOnlyMode.isMeantBy(error)) {
            life.handle(state -> state.onReadOnly(this, error));
        }
        if (error.errorCode() == Impairments.COMPETING_SESSION) {
            life.handle(state -> state.onCompetingSession(this, error));
        }
        life.traffic().onError(error);
        if (error.isAboutSession()) {
            life.handle(state -> state.onNotice(this, error));
        } else if (OrderErrors.isError(error)) {
            life.meters().orderError(error.errorCode());
        }
    }

    private void onUnknown(UnreadEvent.UnknownMessage unknown) {
        life.meters().unknownMessage();
        life.log().unknownMessage(unknown);
    }

    private void onMalformed(UnreadEvent.MalformedFrame malformed) {
        life.meters().malformedFrame();
        life.log().malformedFrame(malformed);
    }
}
