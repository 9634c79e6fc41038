package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Market-data lines of all sessions: every row of the market goes to every line, none is merged with another. */
final class MarketDataDesk implements MarketListener {

    private static final int LIVE = 1;
    private static final String COMPETING = "No market data during competing live session";

    private final ContractMaster contracts;
    private final Market market;
    private final Playback playback;
    private final int lineLimit;
    private final Faults faults;
    private final Map<Session, Map<Integer, Line>> bySession = new LinkedHashMap<>();
    private final Map<SymbolMarket, List<Line>> bySymbol = new HashMap<>();

    MarketDataDesk(ContractMaster contracts, Market market, Playback playback, int lineLimit, Faults faults) {
        this.contracts = contracts;
        this.market = market;
        this.playback = playback;
        this.lineLimit = lineLimit;
        this.faults = faults;
    }

    void subscribe(Session session, Request.MarketData request) {
        Map<Integer, Line> lines = bySession.computeIfAbsent(session, any -> new LinkedHashMap<>());
        if (lines.containsKey(request.requestId())) {
            session.sendMessage(
                    request.requestId(), 322, "Error processing request.-'bS' : cause - Duplicate ticker id");
        } else if (request.snapshot() && !request.genericTicks().isEmpty()) {
            session.sendMessage(
                    request.requestId(),
                    321,
                    "Error validating request.-'bN' : cause - Snapshot market data subscription is not applicable to generic ticks");
        } else if (lines.size() >= lineLimit) {
            session.sendMessage(request.requestId(), 101, "Max number of tickers has been reached");
        } else {
            open(session, lines, request);
        }
    }

    private void open(Session session, Map<Integer, Line> lines, Request.MarketData request) {
        Optional<ListedContract> contract =
                ReferenceDesk.resolve(session, request.requestId(), contracts, request.contract());
        if (contract.isEmpty()) {
            return;
        }
        Optional<SymbolMarket> symbol = market.of(contract.get());
        if (symbol.isEmpty()) {
            session.sendMessage(request.requestId(), 354, "Requested market data is not subscribed.");
            return;
        }
        Line line = new Line(session, request.requestId(), symbol.get());
        if (request.snapshot()) {
            sendInitial(line);
            session.send(Event.of("TICK_SNAPSHOT_END").with("reqId", request.requestId()));
            return;
        }
        sendInitial(line);
        symbol.get().onSubscribed();
        lines.put(request.requestId(), line);
        bySymbol.computeIfAbsent(symbol.get(), any -> new ArrayList<>()).add(line);
        playback.begin();
    }

    private void sendInitial(Line line) {
        int requestId = line.requestId();
        line.session()
                .send(Event.of("MARKET_DATA_TYPE").with("reqId", requestId).with("marketDataType", LIVE));
        line.session()
                .send(Event.of("TICK_REQ_PARAMS")
                        .with("reqId", requestId)
                        .with("minTick", line.symbol().contract().minTick())
                        .with("bboExchange", "a60001")
                        .with("snapshotPermissions", 3));
        if (faults.hasCompetingSession()) {
            line.session().sendMessage(requestId, 10197, COMPETING);
        }
        if (!faults.silences(line.symbol())) {
            line.sendInitial();
        }
    }

    /** The open lines of a symbol hear nothing more; later ones do. */
    void silencePresentLines(String symbol) {
        linesOf(symbol).forEach(line -> line.setSilent(true));
    }

    /** What lines missed they are not told; they hear where the market is now. */
    void endSilence(String symbol) {
        List<Line> lines = linesOf(symbol).stream()
                .filter(line -> line.isSilent() || faults.silences(line.symbol()))
                .toList();
        faults.endSilence(symbol);
        lines.forEach(this::hearAgain);
    }

    void startCompetingSession() {
        faults.setCompetingSession(true);
        allLines().forEach(line -> line.session().sendMessage(line.requestId(), 10197, COMPETING));
    }

    void endCompetingSession() {
        if (faults.hasCompetingSession()) {
            faults.setCompetingSession(false);
            allLines().filter(line -> !line.isSilent()).forEach(this::hearAgain);
        }
    }

    /** Ends every silence at once. */
    void clearFaults() {
        List<Line> withheld = allLines()
                .filter(line -> line.isSilent() || faults.silences(line.symbol()))
                .toList();
        faults.clear();
        withheld.forEach(this::hearAgain);
    }

    private void hearAgain(Line line) {
        line.setSilent(false);
        if (!faults.silences(line.symbol())) {
            line.sendInitial();
        }
    }

    private Stream<Line> allLines() {
        return bySymbol.values().stream().flatMap(List::stream);
    }

    private List<Line> linesOf(String symbol) {
        return allLines()
                .filter(line -> line.symbol().contract().symbol().equals(symbol))
                .toList();
    }

    void cancel(Session session, int requestId) {
        Line line = bySession.getOrDefault(session, Map.of()).remove(requestId);
        if (line == null) {
            session.sendMessage(requestId, 300, "Can't find EId with tickerId:" + requestId);
            return;
        }
        drop(line);
    }

    void onClosed(Session session) {
        Map<Integer, Line> lines = bySession.remove(session);
        if (lines != null) {
            lines.values().forEach(this::drop);
        }
    }

    private void drop(Line line) {
        List<Line> lines = bySymbol.get(line.symbol());
        if (lines != null) {
            lines.remove(line);
        }
    }

    /** The lines of a session, oldest first. */
    List<Line> linesOf(Session session) {
        return List.copyOf(bySession.getOrDefault(session, Map.of()).values());
    }

    @Override
    public void onQuote(SymbolMarket symbol, QuoteChange change) {
        List<Line> lines = bySymbol.get(symbol);
        if (lines != null && !faults.silences(symbol)) {
            BestPrice bid = symbol.bid();
            BestPrice ask = symbol.ask();
            for (Line line : lines) {
                if (!line.isSilent()) {
                    line.onQuote(bid, ask, change);
                }
            }
        }
    }

    @Override
    public void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        List<Line> lines = bySymbol.get(symbol);
        if (lines != null && !faults.silences(symbol)) {
            for (Line line : lines) {
                if (!line.isSilent()) {
                    line.onTrade(trade);
                }
            }
        }
    }
}
