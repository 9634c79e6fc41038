package com.quanticity.ibkr.gateway.order;

/** Soft dollar tier of an order; the display name comes with answers only. */
public record SoftDollarTier(String name, String value, String displayName) {

    /** Nothing given. */
    public static final SoftDollarTier NONE = new SoftDollarTier("", "", "");
}
