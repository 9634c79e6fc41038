package com.quanticity.ibkr.simulator.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratorFeedTest {

    private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");

    private static List<MarketEvent> events(long seed, int count) {
        GeneratorFeed feed = new GeneratorFeed(seed, START);
        return Stream.generate(feed::next).limit(count).toList();
    }

    @Test
    void makesTheSameEventsFromTheSameSeed() {
        assertThat(events(7, 5000)).isEqualTo(events(7, 5000));
        assertThat(events(7, 100)).isNotEqualTo(events(8, 100));
    }

    @Test
    void keepsTimeOrderAndNeverCrosses() {
        List<MarketEvent> events = events(7, 20_000);

        assertThat(events).extracting(MarketEvent::timeNanos).isSorted();
        assertThat(events).filteredOn(MarketEvent.Quote.class::isInstance).allSatisfy(event -> {
            MarketEvent.Quote quote = (MarketEvent.Quote) event;
            assertThat(quote.bid().price()).isLessThan(quote.ask().price());
            assertThat(quote.bid().size()).isGreaterThan(BigDecimal.ZERO);
        });
    }

    @Test
    void makesTwoToFiveChangesASecondForEachSymbol() {
        long end = START.plusSeconds(600).getEpochSecond() * 1_000_000_000L;
        GeneratorFeed feed = new GeneratorFeed(7, START);
        List<MarketEvent> events = Stream.generate(feed::next)
                .takeWhile(event -> event.timeNanos() < end)
                .toList();

        for (String symbol : feed.symbols()) {
            assertThat(events)
                    .filteredOn(event -> event.symbol().equals(symbol))
                    .hasSizeBetween(1200, 3300);
        }
    }

    @Test
    void hasAnInitialStateOfEverySymbol() {
        GeneratorFeed feed = new GeneratorFeed(7, START);
        long start = START.getEpochSecond() * 1_000_000_000L;

        List<MarketEvent> before = Stream.generate(feed::next)
                .takeWhile(event -> event.timeNanos() < start)
                .toList();

        assertThat(before).hasSize(20);
    }
}
