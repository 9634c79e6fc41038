package com.quanticity.ibkr.simulator.matching.terms;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every order type of the protocol, with its spelling, its aliases and how it is worked. */
public enum OrderType {
    MARKET("MKT", Kind.MARKET),
    LIMIT("LMT", Kind.LIMIT),
    STOP("STP", Kind.STOP, "STOP"),
    STOP_LIMIT("STP LMT", Kind.STOP, "STPLMT", "STOPLMT", "STOP LIMIT"),
    STOP_PROTECTED("STP PRT", Kind.STOP, "STPPRT"),
    TRAIL("TRAIL", Kind.TRAIL, "TRAIL STOP"),
    TRAIL_LIMIT("TRAIL LIMIT", Kind.TRAIL, "TRAILLMT", "TRAIL LMT"),
    MARKET_IF_TOUCHED("MIT", Kind.TOUCHED),
    LIMIT_IF_TOUCHED("LIT", Kind.TOUCHED),
    TRAIL_MARKET_IF_TOUCHED("TRAIL MIT", Kind.TRAIL),
    TRAIL_LIMIT_IF_TOUCHED("TRAIL LIT", Kind.TRAIL),
    MARKET_ON_CLOSE("MOC", Kind.CLOSING, "MKT CLS", "MKTCLS"),
    LIMIT_ON_CLOSE("LOC", Kind.CLOSING, "LMT CLS", "LMTCLS"),
    MARKET_TO_LIMIT("MTL", Kind.MARKET),
    MARKET_PROTECTED("MKT PRT", Kind.MARKET, "MKTPRT"),
    BOX_TOP("BOX TOP", Kind.MARKET, "BOXTOP"),
    RELATIVE("REL", Kind.PEGGED, "RELATIVE"),
    PASSIVE_RELATIVE("PASSV REL", Kind.PEGGED, "PASSVREL"),
    MIDPRICE("MIDPRICE", Kind.PEGGED),
    PEGGED_TO_MIDPOINT("PEG MID", Kind.PEGGED, "PEGMID"),
    PEGGED_TO_BEST("PEG BEST", Kind.PEGGED, "PEGBEST"),
    PEGGED_TO_MARKET("PEG MKT", Kind.PEGGED, "PEGMKT"),
    PEGGED_TO_STOCK("PEG STK", Kind.PEGGED, "PEGSTK"),
    PEGGED_TO_BENCHMARK("PEG BENCH", Kind.PEGGED, "PEGBENCH"),
    SNAP_TO_MIDPOINT("SNAP MID", Kind.SNAP, "SNAPMID"),
    SNAP_TO_MARKET("SNAP MKT", Kind.SNAP, "SNAPMKT"),
    SNAP_TO_PRIMARY("SNAP PRIM", Kind.SNAP, "SNAPPRIM"),
    VOLATILITY("VOL", Kind.VOLATILITY),
    LIMIT_THEN_MARKET("LMT + MKT", Kind.COMBINED),
    RELATIVE_THEN_MARKET("REL + MKT", Kind.COMBINED),
    RELATIVE_THEN_LIMIT("REL + LMT", Kind.COMBINED),
    QUOTE("QUOTE", Kind.UNAVAILABLE),
    PRICE_FOR_VOLATILITY("PPV", Kind.UNAVAILABLE),
    DELTA_FOR_VOLATILITY("PDV", Kind.UNAVAILABLE),
    MARKET_FOR_VOLATILITY("PMV", Kind.UNAVAILABLE),
    STOCK_FOR_VOLATILITY("PSV", Kind.UNAVAILABLE);

    /** How a type is worked. */
    public enum Kind {
        MARKET,
        LIMIT,
        /** Waits for its trigger against the market: a buyer's lies above. */
        STOP,
        /** Waits for its trigger with the market: a buyer's lies below. */
        TOUCHED,
        /** A trigger that follows the market. */
        TRAIL,
        /** Trades in the closing auction only. */
        CLOSING,
        /** Its price follows the quote. */
        PEGGED,
        /** Its price is taken from the quote once. */
        SNAP,
        /** Its price follows from a volatility. */
        VOLATILITY,
        /** A limit first and another type for the rest; combinations only. */
        COMBINED,
        /** Known, never available here: refused with 387. */
        UNAVAILABLE
    }

    private static final Map<String, OrderType> BY_TEXT = byText();

    private final String wireText;
    private final Kind kind;
    private final List<String> aliases;

    OrderType(String wireText, Kind kind, String... aliases) {
        this.wireText = wireText;
        this.kind = kind;
        this.aliases = List.of(aliases);
    }

    public String wireText() {
        return wireText;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a limit price must be given. */
    public boolean needsLimit() {
        return switch (this) {
            case LIMIT, STOP_LIMIT, LIMIT_IF_TOUCHED, LIMIT_ON_CLOSE, LIMIT_THEN_MARKET, RELATIVE_THEN_LIMIT -> true;
            default -> false;
        };
    }

    /** Whether the limit price is a cap that may be left out. */
    public boolean takesCap() {
        return kind == Kind.PEGGED || this == RELATIVE_THEN_MARKET || this == TRAIL_LIMIT;
    }

    /** Whether a trigger price must be given. */
    public boolean needsTrigger() {
        return kind == Kind.STOP || kind == Kind.TOUCHED;
    }

    /** Whether the order waits for a trigger before it works. */
    public boolean isTriggered() {
        return needsTrigger() || kind == Kind.TRAIL;
    }

    /** Whether the order has its limit price once it works. */
    public boolean isLimited() {
        return needsLimit() || this == TRAIL_LIMIT || this == TRAIL_LIMIT_IF_TOUCHED;
    }

    /** The type of a wire text in any accepted spelling; empty when there is none. */
    public static Optional<OrderType> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, OrderType> byText() {
        Map<String, OrderType> types = new HashMap<>();
        for (OrderType type : values()) {
            types.put(type.wireText, type);
            type.aliases.forEach(alias -> types.put(alias, type));
        }
        return Map.copyOf(types);
    }
}
