package com.quanticity.ibkr.gateway;

/**
 * What a tick changes. The order is the wire's: {@code ordinal()} of every constant but {@link #UNRECOGNISED} is its code. Codes
 * beyond the table give {@link #UNRECOGNISED}; the raw code stays in the event. Source: wire specification, ticks, section 2.
 */
public enum TickType {
    BID_SIZE,
    BID,
    ASK,
    ASK_SIZE,
    LAST,
    LAST_SIZE,
    HIGH,
    LOW,
    VOLUME,
    CLOSE,
    BID_OPTION,
    ASK_OPTION,
    LAST_OPTION,
    MODEL_OPTION,
    OPEN,
    LOW_13_WEEK,
    HIGH_13_WEEK,
    LOW_26_WEEK,
    HIGH_26_WEEK,
    LOW_52_WEEK,
    HIGH_52_WEEK,
    AVG_VOLUME,
    OPEN_INTEREST,
    OPTION_HISTORICAL_VOL,
    OPTION_IMPLIED_VOL,
    OPTION_BID_EXCH,
    OPTION_ASK_EXCH,
    OPTION_CALL_OPEN_INTEREST,
    OPTION_PUT_OPEN_INTEREST,
    OPTION_CALL_VOLUME,
    OPTION_PUT_VOLUME,
    INDEX_FUTURE_PREMIUM,
    BID_EXCH,
    ASK_EXCH,
    AUCTION_VOLUME,
    AUCTION_PRICE,
    AUCTION_IMBALANCE,
    MARK_PRICE,
    BID_EFP,
    ASK_EFP,
    LAST_EFP,
    OPEN_EFP,
    HIGH_EFP,
    LOW_EFP,
    CLOSE_EFP,
    LAST_TIMESTAMP,
    SHORTABLE,
    FUNDAMENTAL_RATIOS,
    RT_VOLUME,
    HALTED,
    BID_YIELD,
    ASK_YIELD,
    LAST_YIELD,
    CUST_OPTION_COMPUTATION,
    TRADE_COUNT,
    TRADE_RATE,
    VOLUME_RATE,
    LAST_RTH_TRADE,
    RT_HISTORICAL_VOL,
    IB_DIVIDENDS,
    BOND_FACTOR_MULTIPLIER,
    REGULATORY_IMBALANCE,
    NEWS_TICK,
    SHORT_TERM_VOLUME_3_MIN,
    SHORT_TERM_VOLUME_5_MIN,
    SHORT_TERM_VOLUME_10_MIN,
    DELAYED_BID,
    DELAYED_ASK,
    DELAYED_LAST,
    DELAYED_BID_SIZE,
    DELAYED_ASK_SIZE,
    DELAYED_LAST_SIZE,
    DELAYED_HIGH,
    DELAYED_LOW,
    DELAYED_VOLUME,
    DELAYED_CLOSE,
    DELAYED_OPEN,
    RT_TRD_VOLUME,
    CREDITMAN_MARK_PRICE,
    CREDITMAN_SLOW_MARK_PRICE,
    DELAYED_BID_OPTION,
    DELAYED_ASK_OPTION,
    DELAYED_LAST_OPTION,
    DELAYED_MODEL_OPTION,
    LAST_EXCH,
    LAST_REG_TIME,
    FUTURES_OPEN_INTEREST,
    AVG_OPT_VOLUME,
    DELAYED_LAST_TIMESTAMP,
    SHORTABLE_SHARES,
    DELAYED_HALTED,
    REUTERS_2_MUTUAL_FUNDS,
    ETF_NAV_CLOSE,
    ETF_NAV_PRIOR_CLOSE,
    ETF_NAV_BID,
    ETF_NAV_ASK,
    ETF_NAV_LAST,
    ETF_FROZEN_NAV_LAST,
    ETF_NAV_HIGH,
    ETF_NAV_LOW,
    SOCIAL_MARKET_ANALYTICS,
    ESTIMATED_IPO_MIDPOINT,
    FINAL_IPO_LAST,
    DELAYED_YIELD_BID,
    DELAYED_YIELD_ASK,
    /** A code later than this table. */
    UNRECOGNISED;

    private static final TickType[] BY_CODE = values();

    /** The type of a wire code. */
    public static TickType of(int code) {
        return code >= 0 && code < UNRECOGNISED.ordinal() ? BY_CODE[code] : UNRECOGNISED;
    }

    /** The wire code, −1 for {@link #UNRECOGNISED}. */
    public int code() {
        return this == UNRECOGNISED ? -1 : ordinal();
    }

    /**
     * The size type whose value travels in the price frame of this type, {@link #UNRECOGNISED} when none does.
     * Source: wire specification, ticks, section 1.
     */
    public TickType sizeType() {
        return switch (this) {
            case BID -> BID_SIZE;
            case ASK -> ASK_SIZE;
            case LAST -> LAST_SIZE;
            case DELAYED_BID -> DELAYED_BID_SIZE;
            case DELAYED_ASK -> DELAYED_ASK_SIZE;
            case DELAYED_LAST -> DELAYED_LAST_SIZE;
            // Every other type's price stands alone; listing a hundred constants would hide the six that matter.
            default -> UNRECOGNISED;
        };
    }

    /** The live type that a delayed type stands in for; every other type is itself. */
    public TickType live() {
        return switch (this) {
            case DELAYED_BID -> BID;
            case DELAYED_ASK -> ASK;
            case DELAYED_LAST -> LAST;
            case DELAYED_BID_SIZE -> BID_SIZE;
            case DELAYED_ASK_SIZE -> ASK_SIZE;
            case DELAYED_LAST_SIZE -> LAST_SIZE;
            case DELAYED_HIGH -> HIGH;
            case DELAYED_LOW -> LOW;
            case DELAYED_VOLUME -> VOLUME;
            case DELAYED_CLOSE -> CLOSE;
            case DELAYED_OPEN -> OPEN;
            case DELAYED_BID_OPTION -> BID_OPTION;
            case DELAYED_ASK_OPTION -> ASK_OPTION;
            case DELAYED_LAST_OPTION -> LAST_OPTION;
            case DELAYED_MODEL_OPTION -> MODEL_OPTION;
            case DELAYED_LAST_TIMESTAMP -> LAST_TIMESTAMP;
            case DELAYED_HALTED -> HALTED;
            case DELAYED_YIELD_BID -> BID_YIELD;
            case DELAYED_YIELD_ASK -> ASK_YIELD;
            // As above: only delayed types map to another one.
            default -> this;
        };
    }
}
