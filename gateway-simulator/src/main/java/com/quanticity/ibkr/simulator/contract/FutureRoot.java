package com.quanticity.ibkr.simulator.contract;

import com.quanticity.ibkr.simulator.contract.ListedContract.Profile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A family of futures, one for each delivery month.
 *
 * @param index its place among the roots, part of the contract ids
 * @param quarterly only March, June, September and December
 */
record FutureRoot(
        int index,
        String symbol,
        String exchange,
        String multiplier,
        String minTick,
        int marketRuleId,
        String longName,
        boolean quarterly) {

    /** Contracts whose real id is known, by the id they would have here. Source: tws-wire capture 08. */
    private static final Map<Integer, Integer> REAL_IDS = Map.of(620_100_317, 770_561_194);

    private static final int FIRST_ID = 620_000_000;
    private static final int IDS_OF_ROOT = 100_000;
    private static final int MONTHS_LISTED = 15;
    private static final String MONTH_CODES = "FGHJKMNQUVXZ";

    static final List<FutureRoot> ALL = List.of(
            new FutureRoot(0, "ES", "CME", "50", "0.25", MarketRule.QUARTERS, "E-mini S&P 500", true),
            new FutureRoot(1, "MES", "CME", "5", "0.25", MarketRule.QUARTERS, "Micro E-Mini S&P 500", true),
            new FutureRoot(2, "NQ", "CME", "20", "0.25", MarketRule.QUARTERS, "E-mini NASDAQ 100", true),
            new FutureRoot(3, "CL", "NYMEX", "1000", "0.01", MarketRule.CENTS, "Light Sweet Crude Oil", false),
            new FutureRoot(4, "GC", "COMEX", "100", "0.1", MarketRule.TENTHS, "Gold", false));

    static Optional<ListedContract> ofId(int conId) {
        int number = REAL_IDS.entrySet().stream()
                        .filter(known -> known.getValue() == conId)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(conId)
                - FIRST_ID;
        if (number < 0 || number >= ALL.size() * IDS_OF_ROOT) {
            return Optional.empty();
        }
        FutureRoot root = ALL.get(number / IDS_OF_ROOT);
        int months = number % IDS_OF_ROOT;
        YearMonth month = YearMonth.of(2000 + months / 12, months % 12 + 1);
        return root.isListed(month) ? Optional.of(root.contract(month)) : Optional.empty();
    }

    /** The contracts that trade on a day, nearest first, after those of two years before when expired ones count. */
    List<ListedContract> contracts(LocalDate today, boolean includeExpired) {
        YearMonth from = YearMonth.from(today).minusMonths(includeExpired ? 24 : 0);
        YearMonth to = YearMonth.from(today).plusMonths(MONTHS_LISTED);
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .filter(this::isListed)
                .map(this::contract)
                .filter(contract -> includeExpired || !isExpired(contract, today))
                .toList();
    }

    /** The nearest contract that trades on a day. */
    ListedContract front(LocalDate today) {
        return contracts(today, false).getFirst();
    }

    private static boolean isExpired(ListedContract contract, LocalDate today) {
        Derivation derivation = contract.derivation();
        return derivation != null && derivation.isExpired(today);
    }

    private boolean isListed(YearMonth month) {
        return !quarterly || month.getMonthValue() % 3 == 0;
    }

    private ListedContract contract(YearMonth month) {
        LocalDate expiry = quarterly ? Expiries.third(month) : Expiries.twentieth(month);
        int number = FIRST_ID + index * IDS_OF_ROOT + (month.getYear() - 2000) * 12 + month.getMonthValue() - 1;
        int conId = REAL_IDS.getOrDefault(number, number);
        String localSymbol = symbol + MONTH_CODES.charAt(month.getMonthValue() - 1) + month.getYear() % 10;
        String name =
                longName + " " + DateTimeFormatter.ofPattern("MMMyy", Locale.US).format(month);
        return new ListedContract(
                conId,
                symbol,
                "FUT",
                "USD",
                exchange,
                exchange,
                localSymbol,
                symbol,
                new BigDecimal(minTick),
                marketRuleId,
                Profile.named(symbol, name),
                new Derivation(0, symbol, "IND", expiry, null, "", new BigDecimal(multiplier)));
    }
}
