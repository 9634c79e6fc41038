package com.quanticity.ibkr.simulator.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.market.Book;
import com.quanticity.ibkr.simulator.market.BookRow;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GeneratorFeedTest {

    private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");

    /** One instrument of the feed alone: whole days of it are made quickly. */
    private static Stream<MarketEvent> spy(String start, String end) {
        SymbolWalk walk = new SymbolWalk(
                Profile.stock("SPY", 66_500, 1, 5.0, 6), TradingCalendar.real(), 7, Instant.parse(start));
        long endNanos = nanos(end);
        return Stream.generate(walk::next).takeWhile(event -> event.timeNanos() < endNanos);
    }

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

        for (String symbol : List.of("SPY", "QQQ", "IWM", "AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "META", "GOOG")) {
            assertThat(events)
                    .filteredOn(event -> event.symbol().equals(symbol) && !(event instanceof MarketEvent.Depth))
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

        assertThat(before)
                .filteredOn(event -> event.symbol().equals("SPY"))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Trade", "NewDay", "Quote", "Depth", "Trade");
        assertThat(before).hasSize(5 * feed.symbols().size());
    }

    @Test
    void showsTheBestPriceOnTopOfABookOfTenLevels() {
        List<MarketEvent> events = events(7, 5000);

        for (int i = 0; i < events.size() - 1; i++) {
            if (events.get(i) instanceof MarketEvent.Quote quote) {
                Book book = ((MarketEvent.Depth) events.get(i + 1)).book();
                assertThat(book.bids().getFirst().price()).isEqualTo(quote.bid().price());
                assertThat(book.asks().getFirst().price()).isEqualTo(quote.ask().price());
                assertThat(shownAt(book.bids(), quote.bid().price()))
                        .isEqualByComparingTo(quote.bid().size());
                assertThat(book.asks().stream().map(BookRow::price).distinct()).hasSize(10);
                assertThat(book.bids().stream().map(BookRow::price).distinct()).hasSize(10);
                assertThat(book.asks()).extracting(BookRow::price).isSorted();
            }
        }
    }

    private static BigDecimal shownAt(List<BookRow> rows, @Nullable BigDecimal price) {
        return rows.stream()
                .filter(row -> row.price().equals(price))
                .map(BookRow::size)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void opensWithACrossClosesWithOneAndRestsAtNight() {
        List<MarketEvent> spy =
                spy("2026-03-02T08:00:00Z", "2026-03-03T10:00:00Z").toList();

        List<MarketEvent.Trade> crosses = spy.stream()
                .filter(MarketEvent.Trade.class::isInstance)
                .map(MarketEvent.Trade.class::cast)
                .filter(trade ->
                        trade.conditions().equals("O") || trade.conditions().equals("6"))
                .toList();
        assertThat(crosses)
                .extracting(MarketEvent.Trade::timeNanos)
                .containsExactly(nanos("2026-03-02T14:30:00Z"), nanos("2026-03-02T21:00:00Z"));
        long night = nanos("2026-03-03T01:00:00Z");
        assertThat(spy)
                .filteredOn(event -> event.timeNanos() > night)
                .first()
                .isInstanceOf(MarketEvent.NewDay.class)
                .extracting(MarketEvent::timeNanos)
                .isEqualTo(nanos("2026-03-03T09:00:00Z"));
        assertThat(spy.stream().filter(MarketEvent.Auction.class::isInstance)).hasSizeGreaterThan(50);
    }

    @Test
    void tradesMostAtTheOpenAndTheClose() {
        long open = nanos("2026-03-02T14:30:00Z");
        Map<Integer, Long> byHalfHour = spy("2026-03-02T14:30:00Z", "2026-03-02T20:50:00Z")
                .filter(MarketEvent.Trade.class::isInstance)
                .collect(Collectors.groupingBy(
                        event -> (int) ((event.timeNanos() - open) / 1_800_000_000_000L), Collectors.counting()));

        assertThat(byHalfHour.getOrDefault(0, 0L)).isGreaterThan(2 * byHalfHour.getOrDefault(6, 0L));
        assertThat(byHalfHour.getOrDefault(11, 0L)).isGreaterThan(byHalfHour.getOrDefault(6, 0L));
    }

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }
}
