package com.quanticity.ibkr.simulator.market;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who has stopped which instrument: what was stopped by hand goes on when it is let go by hand, and the feed's likewise. */
final class Halts {

    private final Map<SymbolMarket, HaltKind> byHand = new LinkedHashMap<>();
    private final Map<SymbolMarket, HaltKind> byFeed = new LinkedHashMap<>();

    void byHand(SymbolMarket symbol, HaltKind kind) {
        note(byHand, symbol, kind);
    }

    void byFeed(SymbolMarket symbol, HaltKind kind) {
        note(byFeed, symbol, kind);
    }

    private static void note(Map<SymbolMarket, HaltKind> halts, SymbolMarket symbol, HaltKind kind) {
        if (kind == HaltKind.NONE) {
            halts.remove(symbol);
        } else {
            halts.put(symbol, kind);
        }
    }

    /** The halt in force. */
    HaltKind of(SymbolMarket symbol) {
        return byHand.getOrDefault(symbol, byFeed.getOrDefault(symbol, HaltKind.NONE));
    }

    /** What is stopped by hand, oldest first. */
    List<SymbolMarket> byHand() {
        return List.copyOf(byHand.keySet());
    }
}
