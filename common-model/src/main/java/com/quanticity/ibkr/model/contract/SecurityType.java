package com.quanticity.ibkr.model.contract;

/** Kind of contract. Only what the platform handles today; a code the broker sends beyond these is {@link #OTHER}. */
public enum SecurityType {
    STOCK("STK"),
    OPTION("OPT"),
    FUTURE("FUT"),
    FUTURE_OPTION("FOP"),
    INDEX("IND"),
    CURRENCY("CASH"),
    /** Prices are percent of the face value, quantities face value. */
    BOND("BOND"),
    /** Several contracts traded as one. */
    COMBINATION("BAG"),
    OTHER("");

    private final String wireCode;

    SecurityType(String wireCode) {
        this.wireCode = wireCode;
    }

    /** The broker's spelling, empty for {@link #OTHER}. */
    public String wireCode() {
        return wireCode;
    }

    /** The type of a broker's code; unknown codes give {@link #OTHER}. */
    public static SecurityType ofWireCode(String code) {
        for (SecurityType type : values()) {
            if (type != OTHER && type.wireCode.equals(code)) {
                return type;
            }
        }
        return OTHER;
    }
}
