package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.service.problem.ApiException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions, latest quotes, and the freshness that is asked for. */
@RestController
@RequestMapping("/api/v1")
class MarketDataController {

    private final SubscriptionDesk desk;
    private final LatestQuotes latest;
    private final GatewaySession session;

    MarketDataController(SubscriptionDesk desk, LatestQuotes latest, GatewaySession session) {
        this.desk = desk;
        this.latest = latest;
        this.session = session;
    }

    @GetMapping("/subscriptions")
    List<SubscriptionView> subscriptions() {
        return desk.subscriptions();
    }

    /** Empty while the session is not READY: an old price is no answer. */
    @GetMapping("/quotes")
    List<Quote> quotes() {
        return latest.all();
    }

    /** One symbol with day figures, halt, shortability and the exchanges by name. */
    @GetMapping("/quotes/{symbol}")
    QuoteDetail quote(@PathVariable String symbol) {
        return latest.find(symbol)
                .orElseThrow(
                        () -> ApiException.notFound(
                                "NO_QUOTE",
                                "There is no present quote of " + symbol
                                        + "; see GET /api/v1/subscriptions for its state, and put it on the watch list if it is not there."));
    }

    @GetMapping("/market-data-type")
    AskedType type() {
        return new AskedType(session.marketDataType());
    }

    /** Holds until the next start. Every subscription is asked for anew; the same type again changes nothing. */
    @PutMapping("/market-data-type")
    AskedType type(@RequestBody AskedType wanted) {
        if (wanted.type() == MarketDataType.UNKNOWN) {
            throw ApiException.badRequest(
                    "TYPE_UNKNOWN", "UNKNOWN cannot be asked for; send LIVE, FROZEN, DELAYED or DELAYED_FROZEN.");
        }
        desk.askFor(wanted.type());
        return type();
    }

    /** @param type freshness that is asked for; what is served may differ and never is better than live */
    record AskedType(MarketDataType type) {}
}
