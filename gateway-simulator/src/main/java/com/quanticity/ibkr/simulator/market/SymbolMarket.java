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
    private @Nullable BigDecimal close;
    private BigDecimal volume = BigDecimal.ZERO;
    private BigDecimal turnover = BigDecimal.ZERO;
    private long tradeCount;
    private Book book = Book.EMPTY;
    private boolean hasBook;
    private @Nullable ModelPrice model;
    private HaltKind halt = HaltKind.NONE;
    private MarketEvent.@Nullable Auction auction;
    private BestPrice lastKnownBid = BestPrice.NONE;
    private BestPrice lastKnownAsk = BestPrice.NONE;
    private @Nullable Long firstRow;
    private @Nullable Long lastRow;
    private long quoteNanos;
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

    /** Last price of the day before, or null when it is not known. */
    public @Nullable BigDecimal close() {
        return close;
    }

    /** Shares traded today. */
    public BigDecimal volume() {
        return volume;
    }

    /** Money traded today. */
    public BigDecimal turnover() {
        return turnover;
    }

    /** Trades of today. */
    public long tradeCount() {
        return tradeCount;
    }

    /** The displayed interest, empty when the source has none. */
    public Book book() {
        return book;
    }

    /** Whether the source tells of more than the best prices. */
    public boolean hasBook() {
        return hasBook;
    }

    public HaltKind halt() {
        return halt;
    }

    public boolean isHalted() {
        return halt != HaltKind.NONE;
    }

    /** What the coming auction would do, or null when none is near. */
    public MarketEvent.@Nullable Auction auction() {
        return auction;
    }

    /** The bid, or the last one there was when nobody bids now: what frozen data shows. */
    public BestPrice lastKnownBid() {
        return lastKnownBid;
    }

    /** The ask, or the last one there was. */
    public BestPrice lastKnownAsk() {
        return lastKnownAsk;
    }

    /** What the model says of an option; null for everything else, and when it cannot be priced. */
    public @Nullable ModelPrice model() {
        return model;
    }

    void setModel(@Nullable ModelPrice other) {
        model = other;
    }

    /** Everything level 1 shows, as it is now. */
    public TopOfMarket top() {
        return new TopOfMarket(
                bid,
                ask,
                lastKnownBid,
                lastKnownAsk,
                last,
                open,
                high,
                low,
                close,
                volume,
                turnover,
                tradeCount,
                halt,
                auction);
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

    /** Market time of the current quote, nanoseconds since 1970-01-01 UTC; 0 when it has none. */
    public long quoteNanos() {
        return quoteNanos;
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
        lastKnownBid = bid.price() == null ? lastKnownBid : bid;
        lastKnownAsk = ask.price() == null ? lastKnownAsk : ask;
        lastRow = quote.row();
        quoteNanos = quote.timeNanos();
        firstRow = wasSubscribed && firstRow == null ? lastRow : firstRow;
        return change;
    }

    void apply(MarketEvent.Trade trade) {
        volume = volume.add(trade.size());
        turnover = turnover.add(trade.size().multiply(trade.price()));
        tradeCount++;
        if (!trade.updatesLast()) {
            return;
        }
        last = trade;
        open = open == null ? trade.price() : open;
        high = high == null ? trade.price() : high.max(trade.price());
        low = low == null ? trade.price() : low.min(trade.price());
    }

    void apply(MarketEvent.Depth depth) {
        book = depth.book();
        hasBook |= !book.isEmpty();
    }

    /** An auction without shares is over. */
    void apply(MarketEvent.Auction event) {
        auction = event.paired().signum() == 0 ? null : event;
    }

    /** The present row without prices. */
    MarketEvent.Quote withdrawal() {
        long row = lastRow == null ? 0 : lastRow;
        return new MarketEvent.Quote(contract.symbol(), 0, row, BestPrice.NONE, BestPrice.NONE);
    }

    void setHalt(HaltKind kind) {
        halt = kind;
    }

    void startDay() {
        close = last == null ? close : last.price();
        open = null;
        high = null;
        low = null;
        volume = BigDecimal.ZERO;
        turnover = BigDecimal.ZERO;
        tradeCount = 0;
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
