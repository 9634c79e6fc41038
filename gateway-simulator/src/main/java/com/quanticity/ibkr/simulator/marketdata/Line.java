package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.ModelPrice;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.market.TopOfMarket;
import com.quanticity.ibkr.simulator.marketdata.tick.GenericTick;
import com.quanticity.ibkr.simulator.marketdata.tick.GenericValues;
import com.quanticity.ibkr.simulator.marketdata.tick.Greeks;
import com.quanticity.ibkr.simulator.marketdata.tick.Tick;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.TickFrames;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One level 1 subscription: tells the difference between what it told last and what is now. Tick types are those of
 * tws-wire ticks.md.
 */
public final class Line {

    private static final int BID_SIZE = 0;
    private static final int BID = 1;
    private static final int ASK = 2;
    private static final int ASK_SIZE = 3;
    private static final int LAST = 4;
    private static final int HIGH = 6;
    private static final int LOW = 7;
    private static final int VOLUME = 8;
    private static final int CLOSE = 9;
    private static final int OPEN = 14;
    private static final int BID_EXCHANGE = 32;
    private static final int ASK_EXCHANGE = 33;
    private static final int LAST_TIMESTAMP = 45;
    private static final int HALTED = 49;
    private static final int LAST_EXCHANGE = 84;
    private static final int CAN_AUTO_EXECUTE = 1;
    private static final int PRE_OPEN = 4;

    private static final BigDecimal NO_PRICE = BigDecimal.ONE.negate();

    private final Client client;
    private final int requestId;
    private final SymbolMarket symbol;
    private final BigDecimal volumeUnit;
    private final GenericTick.Wanted wanted;
    private final GenericValues generics;
    private final boolean withGreeks;
    private final Greeks greeks = new Greeks();
    private final Map<Integer, Tick> genericsSent = new HashMap<>();
    private DataKind kind;
    private boolean isPreOpen;
    private @Nullable TopOfMarket sent;
    private @Nullable Long firstRow;
    private long rows;
    private boolean silent;

    Line(
            Client client,
            int requestId,
            SymbolMarket symbol,
            DataKind kind,
            BigDecimal volumeUnit,
            GenericTick.Wanted wanted,
            GenericValues generics,
            boolean withGreeks) {
        this.client = client;
        this.requestId = requestId;
        this.symbol = symbol;
        this.kind = kind;
        this.volumeUnit = volumeUnit;
        this.wanted = wanted;
        this.generics = generics;
        this.withGreeks = withGreeks;
        this.firstRow = symbol.lastRow();
    }

    Client client() {
        return client;
    }

    public int requestId() {
        return requestId;
    }

    public SymbolMarket symbol() {
        return symbol;
    }

    DataKind kind() {
        return kind;
    }

    void setKind(DataKind other) {
        kind = other;
    }

    /** Number of the source row that was this line's initial state, or the first after it when there was none. */
    public @Nullable Long firstRow() {
        return firstRow;
    }

    /** Rows played since the line was opened, without the initial state. */
    public long rows() {
        return rows;
    }

    void countRow() {
        rows++;
        firstRow = firstRow == null ? symbol.lastRow() : firstRow;
    }

    boolean isSilent() {
        return silent;
    }

    /** Withholds every tick, or lets them through again. */
    void setSilent(boolean isSilent) {
        silent = isSilent;
    }

    void setPreOpen(boolean preOpen) {
        isPreOpen = preOpen;
    }

    /** Tells everything that is known, whatever was told before. */
    void tellAll(TopOfMarket top, Instant now) {
        sent = null;
        genericsSent.clear();
        greeks.forget();
        tell(top, now);
    }

    /** Tells what is different from what was told last. */
    void tell(TopOfMarket top, Instant now) {
        TopOfMarket before = sent;
        sent = top;
        if (wanted.withDefaults()) {
            tellHalt(before, top);
            tellQuotes(before, top);
            tellTrade(before, top);
            tellDay(before, top);
            generics.yields(top, now).forEach(this::tellYield);
        }
        for (GenericTick generic : wanted.ticks()) {
            tellGeneric(generic, top, now);
        }
        ModelPrice model = symbol.model();
        if (model != null && withGreeks) {
            tellGreeks(top, model);
        }
    }

    private void tellGreeks(TopOfMarket top, ModelPrice model) {
        for (int live = Greeks.BID; live <= Greeks.MODEL; live++) {
            OptionalInt shown = live == Greeks.LAST && top.last() == null ? OptionalInt.empty() : type(live);
            if (shown.isPresent()) {
                Event event = greeks.of(live, shown.getAsInt(), requestId, top, model);
                if (event != null) {
                    symbol.counts().countFrames(1);
                    client.send(event);
                }
            }
        }
    }

    /** Whether a snapshot of this has nothing to wait for. */
    static boolean isComplete(TopOfMarket top) {
        return top.bid().price() != null && top.ask().price() != null;
    }

    private void tellQuotes(@Nullable TopOfMarket before, TopOfMarket top) {
        tellSide(before == null ? null : before.bid(), top.bid(), BID, BID_SIZE);
        tellSide(before == null ? null : before.ask(), top.ask(), ASK, ASK_SIZE);
        tellExchange(before == null ? "" : before.bid().exchange(), top.bid(), BID_EXCHANGE);
        tellExchange(before == null ? "" : before.ask().exchange(), top.ask(), ASK_EXCHANGE);
    }

    private void tellSide(@Nullable BestPrice before, BestPrice side, int priceType, int sizeType) {
        boolean isNew = before == null ? side.price() != null : !isSamePrice(before.price(), side.price());
        if (isNew) {
            BigDecimal price = side.price() == null ? NO_PRICE : side.price();
            int attributes = CAN_AUTO_EXECUTE | (isPreOpen ? PRE_OPEN : 0);
            type(priceType).ifPresent(type -> send(TickFrames.price(requestId, type, price, side.size(), attributes)));
        } else if (before != null && before.size().compareTo(side.size()) != 0) {
            type(sizeType).ifPresent(type -> send(TickFrames.size(requestId, type, side.size())));
        }
    }

    private void tellExchange(String before, BestPrice side, int type) {
        if (!before.equals(side.exchange())) {
            type(type).ifPresent(shown -> send(TickFrames.text(requestId, shown, side.exchange())));
        }
    }

    private void tellTrade(@Nullable TopOfMarket before, TopOfMarket top) {
        MarketEvent.Trade last = top.last();
        if (last == null || before != null && isSame(last, before.last())) {
            return;
        }
        type(LAST).ifPresent(type -> send(TickFrames.price(requestId, type, last.price(), last.size(), 0)));
        String exchangeBefore =
                before == null || before.last() == null ? "" : before.last().exchange();
        if (!last.exchange().equals(exchangeBefore)) {
            type(LAST_EXCHANGE).ifPresent(type -> send(TickFrames.text(requestId, type, last.exchange())));
        }
        type(LAST_TIMESTAMP)
                .ifPresent(type ->
                        send(TickFrames.text(requestId, type, Long.toString(last.timeNanos() / 1_000_000_000L))));
    }

    /** The same trade, not one that looks the same. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(MarketEvent.Trade one, MarketEvent.@Nullable Trade other) {
        return one == other;
    }

    private void tellDay(@Nullable TopOfMarket before, TopOfMarket top) {
        tellPrice(HIGH, before == null ? null : before.high(), top.high());
        tellPrice(LOW, before == null ? null : before.low(), top.low());
        tellPrice(OPEN, before == null ? null : before.open(), top.open());
        tellPrice(CLOSE, before == null ? null : before.close(), top.close());
        BigDecimal volumeBefore = before == null ? BigDecimal.ZERO : before.volume();
        if (top.volume().compareTo(volumeBefore) != 0) {
            BigDecimal volume = top.volume().divide(volumeUnit, 0, RoundingMode.DOWN);
            type(VOLUME).ifPresent(type -> send(TickFrames.size(requestId, type, volume)));
        }
    }

    private void tellPrice(int liveType, @Nullable BigDecimal before, @Nullable BigDecimal price) {
        if (price != null && !isSamePrice(before, price)) {
            type(liveType).ifPresent(type -> send(TickFrames.price(requestId, type, price, BigDecimal.ZERO, 0)));
        }
    }

    private void tellHalt(@Nullable TopOfMarket before, TopOfMarket top) {
        if (before == null || before.halt() != top.halt()) {
            type(HALTED)
                    .ifPresent(type -> send(TickFrames.number(
                            requestId, type, BigDecimal.valueOf(top.halt().code()))));
        }
    }

    private void tellYield(Tick.Price yield) {
        if (!yield.equals(genericsSent.put(yield.type(), yield))) {
            type(yield.type()).ifPresent(type -> send(new Tick.Price(type, yield.price()).frame(requestId)));
        }
    }

    /** Generic ticks are not available delayed. */
    private void tellGeneric(GenericTick generic, TopOfMarket top, Instant now) {
        if (kind.isDelayed()) {
            return;
        }
        for (Tick tick : generics.of(generic, top, symbol.mark(), now)) {
            if (!tick.equals(genericsSent.put(tick.type(), tick))) {
                send(tick.frame(requestId));
            }
        }
    }

    private OptionalInt type(int live) {
        return kind.tickType(live);
    }

    private static boolean isSamePrice(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    void send(byte[] frame) {
        symbol.counts().countFrames(1);
        client.send(frame);
    }
}
