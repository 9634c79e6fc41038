package com.quanticity.ibkr.simulator.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of all underlyings. Immutable. */
final class OptionChains {

    /** Price levels and strike steps, in the order that gives the ids: new ones go to the end. */
    private static final List<Map.Entry<String, String[]>> STOCKS = List.of(
            Map.entry("SPY", new String[] {"665", "1"}),
            Map.entry("QQQ", new String[] {"604", "1"}),
            Map.entry("IWM", new String[] {"241", "1"}),
            Map.entry("AAPL", new String[] {"270", "2.5"}),
            Map.entry("MSFT", new String[] {"500", "2.5"}),
            Map.entry("NVDA", new String[] {"187.5", "2.5"}),
            Map.entry("TSLA", new String[] {"402.5", "2.5"}),
            Map.entry("AMZN", new String[] {"225", "2.5"}),
            Map.entry("META", new String[] {"610", "5"}),
            Map.entry("GOOG", new String[] {"290", "2.5"}),
            Map.entry("GOOGL", new String[] {"290", "2.5"}),
            Map.entry("IBKR", new String[] {"65", "1"}),
            Map.entry("INTC", new String[] {"38", "0.5"}),
            Map.entry("IBM", new String[] {"280", "5"}),
            Map.entry("XOM", new String[] {"115", "1"}),
            Map.entry("AIG", new String[] {"80", "1"}),
            Map.entry("BAC", new String[] {"52", "0.5"}));

    private static final BigDecimal SMALL_LEVEL = BigDecimal.valueOf(3000);

    private final List<OptionRoot> roots = new ArrayList<>();

    /**
     * The chains of the bundled contracts.
     *
     * @param prices of underlyings that cost something else than usual, by symbol
     */
    OptionChains(Map<String, ListedContract> stocks, ListedContract index, Map<String, BigDecimal> prices) {
        for (Map.Entry<String, String[]> stock : STOCKS) {
            ListedContract underlying = stocks.get(stock.getKey());
            if (underlying == null) {
                throw new IllegalStateException(stock.getKey() + " has options but is not listed");
            }
            BigDecimal price = prices.get(stock.getKey());
            String step = price == null ? stock.getValue()[1] : stepAt(price);
            BigDecimal reference = price == null
                    ? new BigDecimal(stock.getValue()[0])
                    : price.divide(new BigDecimal(step), 0, RoundingMode.HALF_UP)
                            .multiply(new BigDecimal(step));
            add(underlying, "OPT", stock.getKey(), "100", MarketRule.PENNY_OPTIONS, reference, step, 3);
        }
        BigDecimal level = indexLevel(prices.get("SPY"));
        String step = level.compareTo(SMALL_LEVEL) < 0 ? "5" : "10";
        add(index, "OPT", "SPX", "100", MarketRule.NICKEL_OPTIONS, level, step, 1);
        add(index, "OPT", "SPXW", "100", MarketRule.NICKEL_OPTIONS, level, step, 2);
        ListedContract future = FutureRoot.ALL.getFirst().front(LocalDate.of(2026, 1, 1));
        add(future, "FOP", "ES", "50", MarketRule.QUARTERS, level, step, 1);
    }

    /** The index is about ten times its fund. */
    private static BigDecimal indexLevel(@Nullable BigDecimal fund) {
        return fund == null
                ? new BigDecimal("6650")
                : fund.setScale(0, RoundingMode.HALF_UP).multiply(BigDecimal.TEN);
    }

    private static String stepAt(BigDecimal price) {
        double dollars = price.doubleValue();
        return dollars < 25 ? "0.5" : dollars < 200 ? "1" : dollars < 500 ? "2.5" : "5";
    }

    /** {@code kinds}: 1 monthly, 2 weekly, 3 both. */
    private void add(
            ListedContract underlying,
            String secType,
            String tradingClass,
            String multiplier,
            int rule,
            BigDecimal reference,
            String step,
            int kinds) {
        roots.add(new OptionRoot(
                roots.size(),
                underlying,
                secType,
                tradingClass,
                new BigDecimal(multiplier),
                rule,
                reference,
                new BigDecimal(step),
                (kinds & 2) != 0,
                (kinds & 1) != 0));
    }

    /** The classes on an underlying. */
    List<OptionRoot> on(String symbol, String underlyingType) {
        return roots.stream()
                .filter(root -> root.underlying().symbol().equals(symbol)
                        && root.underlying().secType().equals(underlyingType))
                .toList();
    }

    Optional<ListedContract> ofId(int conId) {
        int number = conId - OptionRoot.FIRST_ID;
        if (number < 0 || number / OptionRoot.IDS_OF_ROOT >= roots.size()) {
            return Optional.empty();
        }
        return roots.get(number / OptionRoot.IDS_OF_ROOT).ofNumber(number % OptionRoot.IDS_OF_ROOT);
    }

    List<ListedContract> find(ContractQuery query, LocalDate today) {
        return roots.stream()
                .filter(root -> root.secType().equals(query.secType()))
                .filter(root -> isNamedBy(root, query))
                .flatMap(root -> root.contracts(today, query).stream())
                .filter(option ->
                        query.localSymbol().isEmpty() || query.localSymbol().equals(option.localSymbol()))
                .toList();
    }

    private static boolean isNamedBy(OptionRoot root, ContractQuery query) {
        String symbol = query.symbol();
        String localSymbol = query.localSymbol();
        boolean isNamed = symbol.isEmpty()
                ? localSymbol.startsWith(root.tradingClass())
                : symbol.equals(root.underlying().symbol()) || symbol.equals(root.tradingClass());
        return isNamed
                && (query.tradingClass().isEmpty() || query.tradingClass().equals(root.tradingClass()));
    }
}
