package com.quanticity.ibkr.model.market;

/** How fresh the broker's prices are. Only {@link #LIVE} may price an order. {@link #UNKNOWN} until the broker says. */
public enum MarketDataType {
    UNKNOWN(0),
    LIVE(1),
    FROZEN(2),
    DELAYED(3),
    DELAYED_FROZEN(4);

    private final int wireCode;

    MarketDataType(int wireCode) {
        this.wireCode = wireCode;
    }

    public int wireCode() {
        return wireCode;
    }

    /** The type of a broker's code; codes not known give {@link #UNKNOWN}. */
    public static MarketDataType ofWireCode(int code) {
        for (MarketDataType type : values()) {
            if (type.wireCode == code) {
                return type;
            }
        }
        return UNKNOWN;
    }
}
