package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.DepthRequest.ReqMktDepth;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest.ReqHistoricalData;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqRealTimeBars;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqTickByTickData;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes what becomes of every stream wanted through the session's subscriptions: who was asked, what came, and which code spoke against
 * it. Called on the session's consumer thread.
 */
final class EntitlementWatch implements SessionParticipant {

    private final EntitlementSink book;
    private final Map<Integer, DataTarget> byRequest = new HashMap<>();
    private final Map<String, Integer> requestOf = new HashMap<>();

    EntitlementWatch(EntitlementSink book) {
        this.book = book;
    }

    @Override
    public void onSubscription(SubscriptionStatus status) {
        DataTarget target = target(status.subscription().request());
        if (target == null) {
            return;
        }
        if (status.requestId() != 0 && !Integer.valueOf(status.requestId()).equals(requestOf.get(status.key()))) {
            begin(status, target);
        }
        switch (status.state()) {
            case SubscriptionState.Live _ -> book.served(target, freshness(status));
            case SubscriptionState.Delayed _ -> book.served(target, delayed(status));
            case SubscriptionState.Cancelled _ -> end(status.key());
            // Their codes come as messages of the broker.
            case SubscriptionState.Waiting _,
                    SubscriptionState.Requested _,
                    SubscriptionState.Silent _,
                    SubscriptionState.Refused _ -> {}
        }
    }

    /** An answer may end the request, so the id is known until the next one goes out. */
    @Override
    public void onEvents(EventBatch batch) {
        for (GatewayEvent event : batch.events()) {
            if (event instanceof ErrorMessage error && !error.isAboutSession()) {
                DataTarget target = byRequest.get(error.id());
                if (target != null) {
                    book.answered(target, error.errorCode(), error.errorMsg());
                }
            }
        }
    }

    private void begin(SubscriptionStatus status, DataTarget target) {
        end(status.key());
        requestOf.put(status.key(), status.requestId());
        byRequest.put(status.requestId(), target);
        book.asked(target);
    }

    private void end(String key) {
        Integer id = requestOf.remove(key);
        if (id != null) {
            byRequest.remove(id);
        }
    }

    private static MarketDataType freshness(SubscriptionStatus status) {
        MarketDataType type = status.dataType();
        return type == null ? MarketDataType.LIVE : type;
    }

    private static MarketDataType delayed(SubscriptionStatus status) {
        return status.dataType() == MarketDataType.DELAYED_FROZEN
                ? MarketDataType.DELAYED_FROZEN
                : MarketDataType.DELAYED;
    }

    private static @Nullable DataTarget target(GatewayRequest request) {
        if (request instanceof ReqMktData wanted) {
            return target(wanted.contract(), DataKind.LEVEL_1);
        }
        if (request instanceof ReqMktDepth wanted) {
            return target(wanted.contract(), DataKind.DEPTH);
        }
        if (request instanceof ReqTickByTickData wanted) {
            return target(wanted.contract(), DataKind.TICK_BY_TICK);
        }
        if (request instanceof ReqRealTimeBars wanted) {
            return target(wanted.contract(), DataKind.REAL_TIME_BARS);
        }
        return request instanceof ReqHistoricalData wanted ? target(wanted.contract(), DataKind.HISTORY) : null;
    }

    private static @Nullable DataTarget target(GatewayContract contract, DataKind kind) {
        return contract.conId() <= 0
                ? null
                : new DataTarget(
                        contract.symbol(),
                        ContractId.of(contract.conId()),
                        kind,
                        contract.exchange(),
                        SecurityType.ofWireCode(contract.secType()));
    }
}
