package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.market.EntitlementsInForce;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.marketdata.tick.ExchangeForPhysical;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.List;
import java.util.function.Supplier;

/** Level 1 lines, tick-by-tick data and five-second bars of all sessions. */
public final class MarketDataDesk implements Desk<Request.MarketDataRequest>, MarketListener {

    private final DataFaults faults;
    private final DataTypes types = new DataTypes();
    private final QuoteDesk quotes;
    private final TickByTickDesk ticks;
    private final BarDesk bars;

    /**
     * Opens the desk.
     *
     * @param limits as they are now
     */
    public MarketDataDesk(
            EventLoop loop,
            ContractMaster contracts,
            Market market,
            Playback playback,
            MarketOptions options,
            EntitlementsInForce entitlements,
            Supplier<DataLimits> limits,
            DataFaults faults) {
        this.faults = faults;
        DataParts parts = new DataParts(
                loop, new Feed(contracts, market), playback, options, entitlements, types, limits, faults);
        this.quotes = new QuoteDesk(parts);
        this.ticks = new TickByTickDesk(parts);
        this.bars = new BarDesk(parts);
    }

    @Override
    public void serve(Client client, Request.MarketDataRequest request) {
        switch (request) {
            case Request.MarketData wanted -> quotes.subscribe(client, wanted);
            case Request.CancelMarketData cancel -> quotes.cancel(client, cancel.requestId());
            case Request.MarketDataType type -> types.set(client, type.type());
            case Request.TickByTick wanted -> ticks.subscribe(client, wanted);
            case Request.CancelTickByTick cancel -> ticks.cancel(client, cancel.requestId());
            case Request.RealTimeBars wanted -> bars.subscribe(client, wanted);
            case Request.CancelRealTimeBars cancel -> bars.cancel(client, cancel.requestId());
        }
    }

    @Override
    public void onClosed(Client client) {
        types.forget(client);
        quotes.onClosed(client);
        ticks.onClosed(client);
        bars.onClosed(client);
    }

    /** Whether a client was told this key of smart components with its market data. */
    public boolean wasTold(Client client, String key) {
        return quotes.wasTold(client, key);
    }

    /** The open lines of a symbol hear nothing more; later ones do. */
    public void silencePresentLines(String symbol) {
        linesOf(symbol).forEach(line -> line.setSilent(true));
    }

    /** What lines missed they are not told; they hear where the market is now. */
    public void endSilence(String symbol) {
        List<Line> withheld = linesOf(symbol).stream()
                .filter(line -> line.isSilent() || faults.silences(line.symbol()))
                .toList();
        faults.endSilence(symbol);
        withheld.forEach(quotes::hearAgain);
    }

    public void startCompetingSession() {
        faults.setCompetingSession(true);
        quotes.tellCompeting();
        ticks.tellCompeting();
        bars.tellCompeting();
    }

    public void endCompetingSession() {
        if (faults.hasCompetingSession()) {
            faults.setCompetingSession(false);
            quotes.allLines().filter(line -> !line.isSilent()).toList().forEach(quotes::hearAgain);
        }
    }

    public void endFarmOutage() {
        if (faults.isFarmBroken()) {
            faults.setFarmBroken(false);
            quotes.allLines().filter(line -> !line.isSilent()).toList().forEach(quotes::hearAgain);
        }
    }

    /** Ends every silence at once. */
    public void clearFaults() {
        List<Line> withheld = quotes.allLines()
                .filter(line -> line.isSilent() || faults.silences(line.symbol()))
                .toList();
        faults.clear();
        withheld.forEach(quotes::hearAgain);
    }

    /** Ends every five-second bar subscription of a symbol with 10225, as a bust does. */
    public void bust(String symbol) {
        bars.bust(symbol);
    }

    /** Tells every open level 1 line of a symbol that hears anything what its future would cost. */
    public void tellExchangeForPhysical(String symbol, ExchangeForPhysical efp) {
        linesOf(symbol).forEach(line -> quotes.tellExchangeForPhysical(line, efp));
    }

    /** What the user may see has changed, and what is open follows. */
    public void reconsider() {
        quotes.reconsider();
        ticks.reconsider();
        bars.reconsider();
    }

    /** Level 1 lines of all clients. */
    public int openLines() {
        return quotes.open();
    }

    /** Tick-by-tick streams of all clients. */
    public int openTickByTick() {
        return ticks.open();
    }

    /** Regulatory snapshots that were served. */
    public long regulatorySnapshots() {
        return quotes.regulatorySnapshots();
    }

    /** Streams of five-second bars of all clients. */
    public int openBars() {
        return bars.open();
    }

    /** Tells a client's line of this id, if it has one, where the market is now. */
    public void tellAgain(Client client, int requestId) {
        linesOf(client).stream().filter(line -> line.requestId() == requestId).forEach(quotes::hearAgain);
    }

    /** The level 1 lines of a session, oldest first. */
    public List<Line> linesOf(Client client) {
        return quotes.linesOf(client);
    }

    private List<Line> linesOf(String symbol) {
        return quotes.allLines()
                .filter(line -> line.symbol().contract().symbol().equals(symbol))
                .toList();
    }

    @Override
    public void onQuote(SymbolMarket symbol, QuoteChange change) {
        quotes.onQuote(symbol);
        ticks.onQuote(symbol, change);
        bars.onQuote(symbol);
    }

    @Override
    public void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        quotes.onTrade(symbol, trade);
        ticks.onTrade(symbol, trade);
        bars.onTrade(symbol, trade);
    }

    @Override
    public void onStatus(SymbolMarket symbol) {
        quotes.onChange(symbol);
    }
}
