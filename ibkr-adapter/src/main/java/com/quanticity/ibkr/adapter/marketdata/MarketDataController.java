package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.market.Quote;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions and latest quotes, read only. */
@RestController
@RequestMapping("/api/v1")
class MarketDataController {

    private final SubscriptionDesk desk;
    private final LatestQuotes latest;

    MarketDataController(SubscriptionDesk desk, LatestQuotes latest) {
        this.desk = desk;
        this.latest = latest;
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
}
