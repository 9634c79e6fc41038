package com.quanticity.ibkr.simulator.peer;

/** Market data requests of US stocks, spelled field by field. */
public final class MarketRequests {

    private MarketRequests() {}

    public static Object[] stream(int id, String symbol, String genericTicks) {
        return level1(id, symbol, genericTicks, 0);
    }

    public static Object[] snapshot(int id, String symbol) {
        return level1(id, symbol, "", 1);
    }

    private static Object[] level1(int id, String symbol, String genericTicks, int snapshot) {
        return new Object[] {
            1, 11, id, 0, symbol, "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, genericTicks, snapshot, 0, ""
        };
    }

    public static Object[] dataType(int type) {
        return new Object[] {59, 1, type};
    }

    public static Object[] tickByTick(int id, String symbol, String kind, int past, boolean ignoresSize) {
        return new Object[] {
            97, id, 0, symbol, "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", kind, past, ignoresSize ? 1 : 0
        };
    }

    public static Object[] bars(int id, String symbol, String what) {
        return new Object[] {50, 3, id, 0, symbol, "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 5, what, 0, ""
        };
    }

    public static Object[] depth(int id, String symbol, String exchange, int rows, boolean smart) {
        return new Object[] {
            10, 5, id, 0, symbol, "STK", "", "0.0", "", "", exchange, "", "USD", "", "", rows, smart ? 1 : 0, ""
        };
    }

    public static Object[] cancelDepth(int id, boolean smart) {
        return new Object[] {11, 1, id, smart ? 1 : 0};
    }
}
