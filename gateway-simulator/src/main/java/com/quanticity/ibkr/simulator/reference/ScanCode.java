package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A way to rank stocks. */
enum ScanCode {
    TOP_PERC_GAIN("Top % Gainers", ScanCode::change),
    TOP_PERC_LOSE("Top % Losers", market -> change(market).negate()),
    MOST_ACTIVE("Most Active", SymbolMarket::volume),
    HOT_BY_VOLUME("Hot by Volume", SymbolMarket::volume),
    HOT_BY_PRICE("Hot by Price", market -> change(market).abs()),
    TOP_PRICE_RANGE("Top Price Range", ScanCode::range);

    private final String title;
    private final Function<SymbolMarket, BigDecimal> score;

    ScanCode(String title, Function<SymbolMarket, BigDecimal> score) {
        this.title = title;
        this.score = score;
    }

    static Optional<ScanCode> named(String name) {
        return Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The stocks that have traded and pass the filters, best first, by symbol where they are equal. */
    Stream<ListedContract> rank(Collection<SymbolMarket> markets, Fields wanted) {
        return markets.stream()
                .filter(market -> market.contract().secType().equals("STK"))
                .filter(market -> passes(market, wanted))
                .sorted(Comparator.comparing(score)
                        .reversed()
                        .thenComparing(market -> market.contract().symbol()))
                .map(SymbolMarket::contract);
    }

    private static boolean passes(SymbolMarket market, Fields wanted) {
        MarketEvent.@Nullable Trade last = market.last();
        return last != null
                && isAtLeast(last.price(), wanted.decimal("subscription.abovePrice"))
                && isAtMost(last.price(), wanted.decimal("subscription.belowPrice"))
                && isAtLeast(market.volume(), wanted.decimal("subscription.aboveVolume"))
                && isOfKind(market.contract(), wanted.text("subscription.stockTypeFilter"));
    }

    private static boolean isOfKind(ListedContract contract, String filter) {
        return switch (filter) {
            case "ETF" -> contract.stockType().equals("ETF");
            case "STOCK", "CORP" -> !contract.stockType().equals("ETF");
            default -> true;
        };
    }

    private static boolean isAtLeast(BigDecimal value, @Nullable BigDecimal least) {
        return least == null || value.compareTo(least) >= 0;
    }

    private static boolean isAtMost(BigDecimal value, @Nullable BigDecimal most) {
        return most == null || value.compareTo(most) <= 0;
    }

    private static BigDecimal change(SymbolMarket market) {
        MarketEvent.@Nullable Trade last = market.last();
        @Nullable BigDecimal open = market.open();
        return last == null || open == null || open.signum() == 0
                ? BigDecimal.ZERO
                : last.price().subtract(open).divide(open, MathContext.DECIMAL64);
    }

    private static BigDecimal range(SymbolMarket market) {
        @Nullable BigDecimal high = market.high();
        @Nullable BigDecimal low = market.low();
        return high == null || low == null ? BigDecimal.ZERO : high.subtract(low);
    }

    /** What can be scanned, as the document that clients build their menus from. */
    static String parameters() {
        String types = Arrays.stream(values())
                .map(code -> "<ScanType><displayName>" + code.title.replace("%", "&#37;") + "</displayName><scanCode>"
                        + code.name() + "</scanCode><instruments>STK,ETF.EQ.US</instruments></ScanType>")
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ScanParameterResponse><InstrumentList varName=\"instrumentList\">"
                + "<Instrument><name>US Stocks</name><type>STK</type><filters>PRICE,VOLUME,STKTYPE</filters></Instrument>"
                + "</InstrumentList><LocationTree varName=\"locationTree\"><Location><displayName>US Stocks</displayName>"
                + "<locationCode>STK.US</locationCode><LocationTree varName=\"locationTree\"><Location>"
                + "<displayName>Listed/NASDAQ</displayName><locationCode>STK.US.MAJOR</locationCode></Location>"
                + "</LocationTree></Location></LocationTree><ScanTypeList varName=\"scanTypeList\">" + types
                + "</ScanTypeList><FilterList varName=\"filterList\"><RangeFilter><id>PRICE</id><AbstractField>"
                + "<code>priceAbove</code></AbstractField><AbstractField><code>priceBelow</code></AbstractField>"
                + "</RangeFilter><SimpleFilter><id>VOLUME</id><AbstractField><code>volumeAbove</code></AbstractField>"
                + "</SimpleFilter></FilterList></ScanParameterResponse>";
    }
}
