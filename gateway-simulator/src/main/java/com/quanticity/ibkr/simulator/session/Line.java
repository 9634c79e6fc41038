package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.QuoteChange.SideChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.wire.TickFrames;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** One market-data subscription. Tick types are those of tws-wire ticks.md. */
final class Line {

    private static final int BID_SIZE = 0;
    private static final int BID = 1;
    private static final int ASK = 2;
    private static final int ASK_SIZE = 3;
    private static final int LAST = 4;
    private static final int HIGH = 6;
    private static final int LOW = 7;
    private static final int VOLUME = 8;
    private static final int OPEN = 14;
    private static final int BID_EXCHANGE = 32;
    private static final int ASK_EXCHANGE = 33;
    private static final int LAST_TIMESTAMP = 45;
    private static final int CAN_AUTO_EXECUTE = 1;

    /** Day volumes of US stocks travel in hundreds. Source: tws-wire ticks.md, section 6. */
    private static final BigDecimal LOT = BigDecimal.valueOf(100);

    private static final BigDecimal NO_PRICE = BigDecimal.ONE.negate();

    private final Client client;
    private final int requestId;
    private final SymbolMarket symbol;
    private final BigDecimal volumeUnit;
    private @Nullable Long firstRow;
    private long rows;
    private boolean silent;

    Line(Client client, int requestId, SymbolMarket symbol, boolean volumeInLots) {
        this.client = client;
        this.requestId = requestId;
        this.symbol = symbol;
        this.volumeUnit = volumeInLots ? LOT : BigDecimal.ONE;
        this.firstRow = symbol.lastRow();
    }

    Client client() {
        return client;
    }

    int requestId() {
        return requestId;
    }

    SymbolMarket symbol() {
        return symbol;
    }

    /** Number of the source row that was this line's initial state, or the first after it when there was none. */
    @Nullable Long firstRow() {
        return firstRow;
    }

    /** Rows played since the line was opened, without the initial state. */
    long rows() {
        return rows;
    }

    boolean isSilent() {
        return silent;
    }

    /** Withholds every tick, or lets them through again. */
    void setSilent(boolean isSilent) {
        silent = isSilent;
    }

    void sendInitial() {
        sendSide(symbol.bid(), BID, BID_SIZE, new SideChange(symbol.bid().price() != null, false, false));
        sendSide(symbol.ask(), ASK, ASK_SIZE, new SideChange(symbol.ask().price() != null, false, false));
        sendExchange(symbol.bid(), BID_EXCHANGE, !symbol.bid().exchange().isEmpty());
        sendExchange(symbol.ask(), ASK_EXCHANGE, !symbol.ask().exchange().isEmpty());
        MarketEvent.Trade last = symbol.last();
        if (last != null) {
            sendLast(last);
            sendPrice(HIGH, symbol.high());
            sendPrice(LOW, symbol.low());
            sendPrice(OPEN, symbol.open());
        }
        if (symbol.volume().signum() > 0) {
            sendVolume();
        }
    }

    void onQuote(BestPrice bid, BestPrice ask, QuoteChange change) {
        rows++;
        firstRow = firstRow == null ? symbol.lastRow() : firstRow;
        sendSide(bid, BID, BID_SIZE, change.bid());
        sendSide(ask, ASK, ASK_SIZE, change.ask());
        sendExchange(bid, BID_EXCHANGE, change.bid().exchange());
        sendExchange(ask, ASK_EXCHANGE, change.ask().exchange());
    }

    void onTrade(MarketEvent.Trade trade) {
        if (trade.updatesLast()) {
            sendLast(trade);
        }
        sendVolume();
    }

    private void sendSide(BestPrice side, int priceType, int sizeType, SideChange change) {
        if (change.price()) {
            BigDecimal price = side.price() == null ? NO_PRICE : side.price();
            send(TickFrames.price(requestId, priceType, price, side.size(), CAN_AUTO_EXECUTE));
        } else if (change.size()) {
            send(TickFrames.size(requestId, sizeType, side.size()));
        }
    }

    private void sendExchange(BestPrice side, int exchangeType, boolean changed) {
        if (changed) {
            send(TickFrames.text(requestId, exchangeType, side.exchange()));
        }
    }

    private void sendLast(MarketEvent.Trade trade) {
        send(TickFrames.price(requestId, LAST, trade.price(), trade.size(), 0));
        send(TickFrames.text(requestId, LAST_TIMESTAMP, Long.toString(trade.timeNanos() / 1_000_000_000L)));
    }

    private void sendPrice(int tickType, @Nullable BigDecimal price) {
        if (price != null) {
            send(TickFrames.price(requestId, tickType, price, BigDecimal.ZERO, 0));
        }
    }

    private void sendVolume() {
        send(TickFrames.size(requestId, VOLUME, symbol.volume().divide(volumeUnit, 0, RoundingMode.DOWN)));
    }

    private void send(byte[] frame) {
        symbol.counts().countFrames(1);
        client.send(frame);
    }
}
