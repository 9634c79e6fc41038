package com.quanticity.ibkr.adapter.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Delayed;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Live;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Refused;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Requested;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntitlementWatchTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:30:00Z");

    private final List<String> noted = new ArrayList<>();
    private final EntitlementWatch watch = new EntitlementWatch(new EntitlementSink() {
        @Override
        public void asked(DataTarget target) {
            noted.add("asked " + target);
        }

        @Override
        public void served(DataTarget target, MarketDataType type) {
            noted.add("served " + target + " " + type);
        }

        @Override
        public void answered(DataTarget target, int code, String message) {
            noted.add("answered " + target + " " + code);
        }
    });

    @Test
    void notesRequestDataAndRefusalOfAStream() {
        become(7, new Requested(), null);
        become(7, new Delayed(), MarketDataType.DELAYED);
        become(0, new Refused(354, "not subscribed", AT), null);
        hear(7, 354);
        become(8, new Requested(), null);
        hear(7, 300);
        become(8, new Live(), MarketDataType.FROZEN);

        assertThat(noted)
                .containsExactly(
                        "asked LEVEL_1:SPY",
                        "served LEVEL_1:SPY DELAYED",
                        "answered LEVEL_1:SPY 354",
                        "asked LEVEL_1:SPY",
                        "served LEVEL_1:SPY FROZEN");
    }

    private void become(int requestId, SubscriptionState state, @Nullable MarketDataType type) {
        Subscription subscription = Subscription.of(
                "LEVEL_1:SPY", ReqMktData.stream(0, ContractTranslator.INSTANCE.wire(TestContracts.SPY)));
        watch.onSubscription(new SubscriptionStatus(subscription, state, requestId, 1, AT, null, type));
    }

    private void hear(int id, int code) {
        watch.onEvents(new EventBatch(1, AT, List.of(new ErrorMessage(id, code, "words", "", null))));
    }
}
