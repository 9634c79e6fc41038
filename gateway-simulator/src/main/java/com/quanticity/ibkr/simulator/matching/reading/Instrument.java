package com.quanticity.ibkr.simulator.matching.reading;

import java.math.BigDecimal;
import java.util.function.Predicate;

/**
 * What the rules about orders must know of a contract.
 *
 * @param secType the protocol's word, such as {@code STK}
 * @param route exchange the order is sent to, empty when the client did not say
 * @param isOnTick whether a price fits the contract's price increments
 */
public record Instrument(String secType, String route, Predicate<BigDecimal> isOnTick) {

    public boolean isStock() {
        return secType.equals("STK");
    }

    public boolean isOption() {
        return secType.equals("OPT") || secType.equals("FOP");
    }

    public boolean isFuture() {
        return secType.equals("FUT");
    }

    public boolean isCombo() {
        return secType.equals("BAG");
    }

    public boolean isCrypto() {
        return secType.equals("CRYPTO");
    }

    public boolean isForex() {
        return secType.equals("CASH");
    }

    /** Whether parts of a unit can be traded at all. */
    public boolean isDivisible() {
        return isStock() || isCrypto() || isForex() || secType.equals("FUND");
    }
}
