package com.quanticity.ibkr.simulator.account.worth;

import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.margin.Product;
import com.quanticity.ibkr.simulator.margin.Product.Option;
import com.quanticity.ibkr.simulator.margin.Product.Right;
import com.quanticity.ibkr.simulator.margin.UnderlyingClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a listed contract means for money: its multiplier, its currency and the margin product it is. */
public final class Instruments {

    private static final Set<String> BROAD = Set.of("SPY", "IVV", "VOO", "QQQ", "DIA", "SPX", "NDX", "OEX", "DJX");
    private static final Set<String> SMALL = Set.of("IWM", "RUT");

    /** Price scan ranges as parts of the price [A]; others take the default. */
    private static final Map<String, BigDecimal> SCAN_RANGES = Map.of(
            "ES", new BigDecimal("0.06"),
            "MES", new BigDecimal("0.06"),
            "NQ", new BigDecimal("0.07"),
            "CL", new BigDecimal("0.09"),
            "GC", new BigDecimal("0.05"),
            "ZN", new BigDecimal("0.02"));

    private static final BigDecimal SCAN_RANGE = new BigDecimal("0.08");
    private static final BigDecimal BOND_RATE = new BigDecimal("0.10");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Instruments() {}

    /** Money for one unit of quantity at a price of one. */
    public static BigDecimal multiplier(ListedContract contract) {
        // bonds are quoted in percent of a nominal of 1,000
        return contract.secType().equals("BOND") ? BigDecimal.TEN : contract.multiplier();
    }

    public static String currency(ListedContract contract) {
        return contract.currency();
    }

    /** Whether a trade moves no money until it is closed. */
    public static boolean isFuture(ListedContract contract) {
        return contract.secType().equals("FUT");
    }

    /** Whether a trade exchanges one currency for another. */
    public static boolean isCurrencyPair(ListedContract contract) {
        return contract.secType().equals("CASH");
    }

    /** Last day of trading, or null for what does not expire. */
    public static @Nullable LocalDate expiry(ListedContract contract) {
        Derivation terms = contract.derivation();
        return terms == null ? null : terms.expiry();
    }

    /** The option that a contract is, or null. */
    public static @Nullable Option option(ListedContract contract) {
        return switch (product(contract)) {
            case Option option -> option;
            case Product.FutureOption onFuture -> onFuture.terms();
            case Product.Stock _, Product.Future _, Product.Other _ -> null;
        };
    }

    /** Contract id of what a derivative depends on, 0 when it is not listed. */
    public static int underlyingId(ListedContract contract) {
        Derivation terms = contract.derivation();
        return terms == null ? 0 : terms.underlyingId();
    }

    /** Whether exercise brings money and no shares. */
    public static boolean isCashSettled(ListedContract contract) {
        Derivation terms = contract.derivation();
        return terms == null || !terms.underlyingType().equals("STK");
    }

    public static Product product(ListedContract contract) {
        Derivation terms = contract.derivation();
        return switch (contract.secType()) {
            case "STK" -> new Product.Stock(contract.symbol(), classOf(contract.symbol()));
            case "OPT" -> option(contract, terms);
            case "FOP" ->
                option(contract, terms) instanceof Option option
                        ? new Product.FutureOption(option, scanRange(option.underlying()))
                        : option(contract, terms);
            case "FUT" ->
                new Product.Future(
                        contract.symbol(),
                        terms == null ? LocalDate.MAX : terms.expiry(),
                        contract.multiplier(),
                        scanRange(contract.symbol()));
            case "BOND" -> new Product.Other(contract.symbol(), multiplier(contract), BOND_RATE);
            default -> new Product.Other(contract.symbol(), contract.multiplier(), BigDecimal.ONE);
        };
    }

    private static BigDecimal scanRange(String symbol) {
        return SCAN_RANGES.getOrDefault(symbol, SCAN_RANGE);
    }

    private static Product option(ListedContract contract, @Nullable Derivation terms) {
        if (terms == null || terms.strike() == null) {
            return new Product.Other(contract.symbol(), HUNDRED, BigDecimal.ONE);
        }
        return new Option(
                terms.underlyingSymbol(),
                terms.right().equals("C") ? Right.CALL : Right.PUT,
                terms.strike(),
                terms.expiry(),
                terms.multiplier(),
                classOf(terms.underlyingSymbol()),
                !terms.underlyingType().equals("IND"));
    }

    private static UnderlyingClass classOf(String symbol) {
        if (BROAD.contains(symbol)) {
            return UnderlyingClass.BROAD_INDEX;
        }
        return SMALL.contains(symbol) ? UnderlyingClass.SMALL_INDEX : UnderlyingClass.EQUITY;
    }
}
