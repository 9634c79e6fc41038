package com.quanticity.ibkr.simulator;

/** What a gateway says about its own link to the broker. Source: tws-wire behaviour.md, section 2. */
public enum ConnectivityNotice {
    LOST(1100, "Connectivity between IBKR and Trader Workstation has been lost."),
    RESTORED_DATA_LOST(1101, "Connectivity between IBKR and Trader Workstation has been restored - data lost."),
    RESTORED_DATA_KEPT(
            1102,
            "Connectivity between IBKR and Trader Workstation has been restored - data maintained. All data farms are connected."),
    BROKEN(2110, "Connectivity between Trader Workstation and server is broken. It will be restored automatically.");

    private final int code;
    private final String text;

    ConnectivityNotice(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    String text() {
        return text;
    }
}
