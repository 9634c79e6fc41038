package com.quanticity.ibkr.simulator.market;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.QuoteChange.SideChange;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The market of one symbol as it is now, and how it came there. */
public final class SymbolMarket {

    private final ListedContract contract;
    private BestPrice bid = BestPrice.NONE;
    private BestPrice ask = BestPrice.NONE;
    private MarketEvent.@Nullable Trade last;
    private @Nullable BigDecimal open;
    private @Nullable BigDecimal high;
    private @Nullable BigDecimal low;
    private BigDecimal volume = BigDecimal.ZERO;
    private @Nullable Long firstRow;
    private @Nullable Long lastRow;
    private boolean wasSubscribed;
    private final Counts counts = new Counts();

    SymbolMarket(ListedContract contract) {
        this.contract = contract;
    }

    public ListedContract contract() {
        return contract;
    }

    public BestPrice bid() {
        return bid;
    }

    public BestPrice ask() {
        return ask;
    }

    /** The last trade that counts as such, or null before the first. */
    public MarketEvent.@Nullable Trade last() {
        return last;
    }

    /** First price of the day, or null before the first trade. */
    public @Nullable BigDecimal open() {
        return open;
    }

    public @Nullable BigDecimal high() {
        return high;
    }

    public @Nullable BigDecimal low() {
        return low;
    }

    /** Shares traded today. */
    public BigDecimal volume() {
        return volume;
    }

    /**
     * Number of the source row that was the initial state of the first subscription, or of the first row after it when
     * there was no state yet; null before.
     */
    public @Nullable Long firstRow() {
        return firstRow;
    }

    /** Somebody sees this market from now on. */
    public void onSubscribed() {
        wasSubscribed = true;
        firstRow = firstRow == null ? lastRow : firstRow;
    }

    /** Number of the source row that made the current quote, or null before the first. */
    public @Nullable Long lastRow() {
        return lastRow;
    }

    public Counts counts() {
        return counts;
    }

    /**
     * The price at which a position is valued: the last trade, kept inside bid and ask; null when nothing is known.
     */
    public @Nullable BigDecimal mark() {
        BigDecimal mark = last == null ? null : last.price();
        if (bid.price() != null && (mark == null || mark.compareTo(bid.price()) < 0)) {
            mark = bid.price();
        }
        if (ask.price() != null && (mark == null || mark.compareTo(ask.price()) > 0)) {
            mark = ask.price();
        }
        return mark;
    }

    QuoteChange apply(MarketEvent.Quote quote) {
        QuoteChange change =
                new QuoteChange(SideChange.between(bid, quote.bid()), SideChange.between(ask, quote.ask()));
        bid = quote.bid();
        ask = quote.ask();
        lastRow = quote.row();
        firstRow = wasSubscribed && firstRow == null ? lastRow : firstRow;
        return change;
    }

    void apply(MarketEvent.Trade trade) {
        volume = volume.add(trade.size());
        if (!trade.updatesLast()) {
            return;
        }
        last = trade;
        open = open == null ? trade.price() : open;
        high = high == null ? trade.price() : high.max(trade.price());
        low = low == null ? trade.price() : low.min(trade.price());
    }

    /** What the playback did with this symbol since it started. */
    public static final class Counts {

        private long rowsPlayed;
        private long unchangedRows;
        private long bidChanges;
        private long askChanges;
        private long trades;
        private long framesSent;

        void countRow(QuoteChange change) {
            rowsPlayed++;
            unchangedRows += change.isNone() ? 1 : 0;
            bidChanges += change.bid().isNewDisplay() ? 1 : 0;
            askChanges += change.ask().isNewDisplay() ? 1 : 0;
        }

        void countTrade() {
            trades++;
        }

        public void countFrames(int frames) {
            framesSent += frames;
        }

        public long rowsPlayed() {
            return rowsPlayed;
        }

        /** Rows that show the same prices, sizes and exchanges as the row before: no frame tells of them. */
        public long unchangedRows() {
            return unchangedRows;
        }

        public long bidChanges() {
            return bidChanges;
        }

        public long askChanges() {
            return askChanges;
        }

        public long trades() {
            return trades;
        }

        /** Tick frames of this symbol, to all clients together. */
        public long framesSent() {
            return framesSent;
        }
    }
}
