package com.quanticity.ibkr.simulator;

/** What a gateway says about one of the broker's data farms. Source: tws-wire behaviour.md, section 2. */
public enum FarmNotice {
    MARKET_DATA_BROKEN(2103, "Market data farm connection is broken:"),
    MARKET_DATA_OK(2104, "Market data farm connection is OK:"),
    HISTORY_BROKEN(2105, "HMDS data farm connection is broken:"),
    HISTORY_OK(2106, "HMDS data farm connection is OK:"),
    HISTORY_INACTIVE(2107, "HMDS data farm connection is inactive but should be available upon demand."),
    MARKET_DATA_INACTIVE(2108, "Market data farm connection is inactive but should be available upon demand."),
    MARKET_DATA_CONNECTING(2119, "Market data farm is connecting:"),
    DEFINITIONS_BROKEN(2157, "Sec-def data farm connection is broken:"),
    DEFINITIONS_OK(2158, "Sec-def data farm connection is OK:");

    private final int code;
    private final String text;

    FarmNotice(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    /** The notice about a farm such as {@code usfarm}. */
    String about(String farm) {
        return text + farm;
    }
}
