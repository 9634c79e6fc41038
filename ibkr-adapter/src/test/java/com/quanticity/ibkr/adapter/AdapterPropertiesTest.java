package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AdapterPropertiesTest {

    @Test
    void hasDefaultsForEverythingButTheWatchList() {
        AdapterProperties bound = bind(Map.of("ibkr.adapter.watch-list", "SPY,GOOG@NASDAQ"));

        assertThat(bound.watchList()).containsExactly(WatchListEntry.of("SPY"), WatchListEntry.of("GOOG@NASDAQ"));
        assertThat(bound.orderCommandMaxAge()).isEqualTo(Duration.ofSeconds(30));
        assertThat(bound.marketData()).isEqualTo(new AdapterProperties.MarketData(100_000, 500, Duration.ofSeconds(2)));
        assertThat(bound.history().enabled()).isTrue();
        assertThat(bound.orders())
                .isEqualTo(new AdapterProperties.Orders(Duration.ofSeconds(3), Duration.ofSeconds(10)));
    }

    @Test
    void takesEveryKey() {
        AdapterProperties bound = bind(Map.of(
                "ibkr.adapter.watch-list", "AIG",
                "ibkr.adapter.order-command-max-age", "5s",
                "ibkr.adapter.market-data.buffer-quotes", "10",
                "ibkr.adapter.market-data.entry-quotes", "20",
                "ibkr.adapter.market-data.refresh", "1s",
                "ibkr.adapter.history.enabled", "false",
                "ibkr.adapter.orders.journal-deadline", "4s",
                "ibkr.adapter.orders.acknowledge-timeout", "6s"));

        assertThat(bound.watchList()).containsExactly(WatchListEntry.of("AIG"));
        assertThat(bound.orderCommandMaxAge()).isEqualTo(Duration.ofSeconds(5));
        assertThat(bound.marketData()).isEqualTo(new AdapterProperties.MarketData(10, 20, Duration.ofSeconds(1)));
        assertThat(bound.history().enabled()).isFalse();
        assertThat(bound.orders())
                .isEqualTo(new AdapterProperties.Orders(Duration.ofSeconds(4), Duration.ofSeconds(6)));
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThatThrownBy(() -> bind(Map.of(
                        "ibkr.adapter.watch-list", "SPY,SPY",
                        "ibkr.adapter.order-command-max-age", "0s")))
                .rootCause()
                .hasMessage("ibkr.adapter.watch-list names SPY twice; keep one;"
                        + " ibkr.adapter.order-command-max-age must be positive, was PT0S");
    }

    @Test
    void needsAWatchList() {
        assertThatThrownBy(() -> bind(Map.of("ibkr.adapter.order-command-max-age", "1s")))
                .rootCause()
                .hasMessageContaining("name at least one symbol");
    }

    @Test
    void takesEveryKeyOfDownloadsAndOutsidePrices() {
        AdapterProperties bound = bind(Map.ofEntries(
                Map.entry("ibkr.adapter.watch-list", "AIG"),
                Map.entry("ibkr.adapter.historical.at-once", "5"),
                Map.entry("ibkr.adapter.historical.answer-timeout", "90s"),
                Map.entry("ibkr.adapter.historical.most-pieces", "7"),
                Map.entry("ibkr.adapter.uw.enabled", "false"),
                Map.entry("ibkr.adapter.uw.settle", "1s"),
                Map.entry("ibkr.adapter.uw.quote-max-age", "3s"),
                Map.entry("ibkr.adapter.uw.keep", "1m"),
                Map.entry("ibkr.adapter.uw.ahead", "4s"),
                Map.entry("ibkr.adapter.uw.limit", "50"),
                Map.entry("ibkr.adapter.uw.clear-limit", "40"),
                Map.entry("ibkr.adapter.uw.raise-after", "5s"),
                Map.entry("ibkr.adapter.uw.clear-after", "6s")));

        assertThat(bound.historical().toString())
                .isEqualTo("HistoricalProperties[atOnce=5, answerTimeout=PT1M30S, mostPieces=7]");
        assertThat(bound.uw().toString())
                .isEqualTo("UwProperties[enabled=false, settle=PT1S, quoteMaxAge=PT3S, keep=PT1M, ahead=PT4S, limit=50,"
                        + " clearLimit=40, raiseAfter=PT5S, clearAfter=PT6S]");
        assertThatThrownBy(() -> bind(Map.of(
                        "ibkr.adapter.watch-list", "AIG",
                        "ibkr.adapter.uw.clear-limit", "26")))
                .rootCause()
                .hasMessage("ibkr.adapter.uw.clear-limit must be 0 to limit (25), was 26");
    }

    private static AdapterProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("ibkr.adapter", Bindable.of(AdapterProperties.class))
                .get();
    }
}
