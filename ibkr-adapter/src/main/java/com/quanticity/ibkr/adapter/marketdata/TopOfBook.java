package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent.MarketDataTypeNotice;
import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.event.TickEvent.TickString;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The quote of one contract, assembled from ticks in any order. Delayed ticks count as their live ones and mark the quote as delayed.
 * Confined to one thread.
 */
final class TopOfBook {

    private final String symbol;
    private final ContractId contractId;
    private final BookSide bid = new BookSide();
    private final BookSide ask = new BookSide();
    private final BookSide last = new BookSide();
    private String bidExchange = "";
    private String askExchange = "";
    private volatile MarketDataType dataType = MarketDataType.UNKNOWN;

    /** @param symbol the desk's name of the contract */
    TopOfBook(String symbol, ContractId contractId) {
        this.symbol = symbol;
        this.contractId = contractId;
    }

    /** Freshness of what was told last. Any thread. */
    MarketDataType dataType() {
        return dataType;
    }

    /** True when the visible top of book changed: one quote is due. */
    boolean apply(TickEvent event) {
        return switch (event) {
            case TickPrice tick -> onPrice(tick);
            case TickSize tick -> onSize(tick);
            case TickString tick -> onText(tick);
            case MarketDataTypeNotice notice -> {
                dataType = notice.marketDataType();
                yield false;
            }
            case TickEvent.TickGeneric _,
                    TickEvent.TickOptionComputation _,
                    TickEvent.TickEfp _,
                    TickEvent.TickReqParams _,
                    TickEvent.TickSnapshotEnd _,
                    TickEvent.RerouteMktDataReq _ -> false;
        };
    }

    Quote quote(long connection, long sequence, Instant receivedAt) {
        return new Quote(
                symbol,
                contractId,
                bid.price(),
                bid.size(),
                ask.price(),
                ask.size(),
                last.price(),
                last.size(),
                bidExchange,
                askExchange,
                dataType,
                connection,
                sequence,
                receivedAt);
    }

    private boolean onPrice(TickPrice tick) {
        BookSide side = sideOfPrice(live(tick.tickType()));
        return side != null && side.onPrice(tick.price(), tick.size());
    }

    private boolean onSize(TickSize tick) {
        BookSide side = sideOfSize(live(tick.tickType()));
        return side != null && side.onSize(tick.size());
    }

    private boolean onText(TickString tick) {
        if (tick.tickType() == TickType.BID_EXCH && !tick.value().equals(bidExchange)) {
            bidExchange = tick.value();
            return true;
        }
        if (tick.tickType() == TickType.ASK_EXCH && !tick.value().equals(askExchange)) {
            askExchange = tick.value();
            return true;
        }
        return false;
    }

    private TickType live(TickType type) {
        TickType live = type.live();
        if (live != type && dataType != MarketDataType.DELAYED_FROZEN) {
            dataType = MarketDataType.DELAYED;
        }
        return live;
    }

    private @Nullable BookSide sideOfPrice(TickType type) {
        return type == TickType.BID ? bid : type == TickType.ASK ? ask : type == TickType.LAST ? last : null;
    }

    private @Nullable BookSide sideOfSize(TickType type) {
        return type == TickType.BID_SIZE
                ? bid
                : type == TickType.ASK_SIZE ? ask : type == TickType.LAST_SIZE ? last : null;
    }
}
