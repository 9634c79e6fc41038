package com.quanticity.ibkr.model.contract;

/** What can change about a contract. */
public enum ContractField {
    /** {@code LISTED} or {@code GONE}: the broker knows the id, or does not any more. */
    LISTING(true),
    SYMBOL(true),
    LOCAL_SYMBOL(true),
    LONG_NAME(false),
    TRADING_CLASS(true),
    PRIMARY_EXCHANGE(true),
    CURRENCY(true),
    MIN_TICK(true),
    MARKET_RULES(true),
    PRICE_MAGNIFIER(true),
    SIZE_INCREMENT(true),
    VALID_EXCHANGES(true),
    MULTIPLIER(true),
    EXPIRY(true),
    STRIKE(true),
    TIME_ZONE(true),
    /** Sessions of a day that both answers tell about. */
    TRADING_HOURS(true),
    /** As {@link #TRADING_HOURS}, regular sessions. */
    LIQUID_HOURS(true);

    private final boolean reliedOn;

    ContractField(boolean reliedOn) {
        this.reliedOn = reliedOn;
    }

    /** Whether strategies and orders rely on it, so that a person should look. */
    public boolean isReliedOn() {
        return reliedOn;
    }
}
