package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.request.AccountRequest.ReqAccountSummary;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.risk.RiskMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;

/**
 * The account summary as the session shall stream it. The broker pushes it every three minutes only, so it is renewed before it gets
 * too old; the new request replaces the old one after its answer has ended, and there are never more than two, as the broker allows.
 */
final class SummarySubscription {

    /** The union of the two lists of the blueprint, and the ledger for its exchange rates. Source: capability G01, decision 0016. */
    static final String TAGS = "AccountType,TotalCashValue,NetLiquidation,BuyingPower,AvailableFunds,ExcessLiquidity,"
            + "InitMarginReq,MaintMarginReq,$LEDGER:ALL";

    /** The broker's name for all currencies together. */
    private static final String BASE = "BASE";

    private static final Set<String> SINGLE = Set.of(TAGS.split(","));

    private static final String KEY = "account-summary";
    private static final String GROUP = "All";

    private final MeterRegistry meters;

    SummarySubscription(MeterRegistry meters) {
        this.meters = meters;
    }

    static Subscription renewedEvery(Duration refresh) {
        return Subscription.of(KEY, new ReqAccountSummary(0, GROUP, TAGS))
                .withPriority(1)
                .renewedEvery(refresh);
    }

    /** Of the ledger, which has twenty figures for each currency, only the exchange rates are kept. */
    static boolean isKept(AccountEvent.AccountSummary figure) {
        return SINGLE.contains(figure.tag())
                || figure.tag().equals(AccountValue.EXCHANGE_RATE)
                        && !figure.currency().equals(BASE);
    }

    void onAnswered() {
        count("Answered");
    }

    /** Counts what the broker did not answer. */
    void onStatus(SubscriptionStatus status) {
        if (!status.key().equals(KEY)) {
            return;
        }
        switch (status.state()) {
            case SubscriptionState.Silent _ -> count("Silent");
            case SubscriptionState.Refused _ -> count("Refused");
            case SubscriptionState.Waiting _,
                    SubscriptionState.Requested _,
                    SubscriptionState.Live _,
                    SubscriptionState.Delayed _,
                    SubscriptionState.Cancelled _ -> {}
        }
    }

    private void count(String outcome) {
        meters.counter(RiskMeter.SUMMARY_REQUESTS.meterName(), "outcome", outcome)
                .increment();
    }
}
