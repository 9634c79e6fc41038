package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.gateway.contract.TradingHours;
import com.quanticity.ibkr.gateway.time.GatewayZones;
import com.quanticity.ibkr.model.contract.ContractReference;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When a contract trades, as the broker has told it day after day: what was told last decides, of days it does not tell about what was
 * told before. Not thread-safe.
 */
final class SessionHours {

    private static final int MOST_TOLD = 8;

    private final boolean regularHours;
    private final Deque<TradingHours> told = new ArrayDeque<>();
    private String lastText = "";
    private ZoneId zone = ZoneOffset.UTC;

    /** Whether a bar can be expected. */
    enum Phase {
        OPEN,
        CLOSED,
        /** The broker has told nothing of that moment. */
        UNKNOWN
    }

    /** @param regularHours true: the regular session only */
    SessionHours(boolean regularHours) {
        this.regularHours = regularHours;
    }

    /** Takes what the broker tells now. */
    void learn(ContractReference reference) {
        String text = regularHours ? reference.liquidHours() : reference.tradingHours();
        if (text.equals(lastText)) {
            return;
        }
        lastText = text;
        zone = GatewayZones.zone(reference.timeZoneId()).orElse(ZoneOffset.UTC);
        told.addFirst(TradingHours.parse(text, reference.timeZoneId()));
        if (told.size() > MOST_TOLD) {
            told.removeLast();
        }
    }

    /** Of the exchange, UTC while the broker has told none. */
    ZoneId zone() {
        return zone;
    }

    Phase at(Instant moment) {
        for (TradingHours hours : told) {
            if (hours.isOpen(moment)) {
                return Phase.OPEN;
            }
            if (hours.isClosed(moment)) {
                return Phase.CLOSED;
            }
        }
        return Phase.UNKNOWN;
    }
}
