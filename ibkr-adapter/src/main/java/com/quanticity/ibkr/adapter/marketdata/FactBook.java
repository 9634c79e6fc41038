package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.marketdata.Level1Facts.Halt;
import com.quanticity.ibkr.adapter.marketdata.Level1Facts.Shortable;
import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.TickGeneric;
import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import com.quanticity.ibkr.gateway.event.TickEvent.TickReqParams;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.event.TickEvent.TickString;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts of one contract, assembled from ticks in any order; delayed ticks count as their live ones. Confined to one thread. */
final class FactBook {

    private final BigDecimal volumeUnit;
    private @Nullable BigDecimal open;
    private @Nullable BigDecimal high;
    private @Nullable BigDecimal low;
    private @Nullable BigDecimal close;
    private @Nullable BigDecimal volume;
    private @Nullable BigDecimal vwap;
    private @Nullable Instant lastTradeAt;
    private String lastExchange = "";
    private @Nullable Boolean lastSingleTrade;
    private Halt halted = Halt.UNKNOWN;
    private @Nullable Shortable shortable;
    private @Nullable BigDecimal shortableShares;
    private @Nullable BigDecimal minTick;
    private String bboExchange = "";
    private @Nullable Integer snapshotPermissions;

    /** @param volumeUnit shares or contracts in one unit of the broker's day volume */
    FactBook(int volumeUnit) {
        this.volumeUnit = BigDecimal.valueOf(volumeUnit);
    }

    /** True when the tick told a fact, changed or not. */
    boolean apply(TickEvent event) {
        return switch (event) {
            case TickPrice tick -> onPrice(tick.tickType().live(), tick.price());
            case TickSize tick -> onSize(tick.tickType().live(), tick.size());
            case TickGeneric tick -> onNumber(tick.tickType().live(), tick.value());
            case TickString tick -> onText(tick.tickType().live(), tick.value());
            case TickReqParams parameters -> onParameters(parameters);
            case TickEvent.MarketDataTypeNotice _,
                    TickEvent.TickOptionComputation _,
                    TickEvent.TickEfp _,
                    TickEvent.TickSnapshotEnd _,
                    TickEvent.RerouteMktDataReq _ -> false;
        };
    }

    Level1Facts facts() {
        return new Level1Facts(
                open,
                high,
                low,
                close,
                volume,
                vwap,
                lastTradeAt,
                lastExchange,
                lastSingleTrade,
                halted,
                shortable,
                shortableShares,
                minTick,
                bboExchange,
                snapshotPermissions);
    }

    private boolean onPrice(TickType type, @Nullable BigDecimal price) {
        if (type == TickType.OPEN) {
            open = price;
        } else if (type == TickType.HIGH) {
            high = price;
        } else if (type == TickType.LOW) {
            low = price;
        } else if (type == TickType.CLOSE) {
            close = price;
        } else {
            return false;
        }
        return true;
    }

    private boolean onSize(TickType type, @Nullable BigDecimal size) {
        if (type == TickType.VOLUME) {
            volume = size == null ? null : size.multiply(volumeUnit);
        } else if (type == TickType.SHORTABLE_SHARES) {
            shortableShares = size;
        } else {
            return false;
        }
        return true;
    }

    private boolean onNumber(TickType type, @Nullable BigDecimal value) {
        if (type == TickType.HALTED) {
            halted = Halt.of(value);
        } else if (type == TickType.SHORTABLE) {
            shortable = value == null ? null : Shortable.of(value);
        } else {
            return false;
        }
        return true;
    }

    private boolean onText(TickType type, String text) {
        if (type == TickType.RT_VOLUME) {
            return RtVolume.parse(text).map(this::onTrade).orElse(false);
        }
        if (type == TickType.LAST_TIMESTAMP) {
            return onTradeSecond(text);
        }
        if (type == TickType.LAST_EXCH) {
            lastExchange = text;
            return true;
        }
        return false;
    }

    private boolean onTrade(RtVolume trade) {
        lastTradeAt = trade.time();
        lastSingleTrade = trade.singleTrade();
        vwap = trade.vwap() == null ? vwap : trade.vwap();
        volume = trade.totalVolume() == null ? volume : trade.totalVolume().multiply(volumeUnit);
        return true;
    }

    /** The second of a trade whose millisecond is known says nothing new. */
    private boolean onTradeSecond(String text) {
        if (text.isEmpty() || !text.chars().allMatch(Character::isDigit) || text.length() > 11) {
            return false;
        }
        Instant second = Instant.ofEpochSecond(Long.parseLong(text));
        if (lastTradeAt == null || lastTradeAt.isBefore(second) || lastTradeAt.isAfter(second.plusSeconds(1))) {
            lastTradeAt = second;
        }
        return true;
    }

    private boolean onParameters(TickReqParams parameters) {
        minTick = parameters.minTick();
        bboExchange = parameters.bboExchange();
        snapshotPermissions = parameters.snapshotPermissions();
        return true;
    }
}
