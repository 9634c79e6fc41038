package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.market.MarketOptions;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Market-data lines of all sessions: every row of the market goes to every line, none is merged with another. */
final class MarketDataDesk implements Desk<Request.MarketDataRequest>, MarketListener {

    private static final Logger log = LoggerFactory.getLogger(MarketDataDesk.class);

    private static final int LIVE = 1;
    private static final String COMPETING = "No market data during competing live session";

    private final ContractMaster contracts;
    private final Market market;
    private final Playback playback;
    private final int lineLimit;
    private final MarketOptions options;
    private final Faults faults;
    private final Map<Client, Map<Integer, Line>> bySession = new LinkedHashMap<>();
    private final Map<SymbolMarket, List<Line>> bySymbol = new HashMap<>();

    MarketDataDesk(GatewayParts parts, Faults faults) {
        this.contracts = parts.contracts();
        this.market = parts.market();
        this.playback = parts.playback();
        this.lineLimit = parts.limits().marketDataLines();
        this.options = parts.marketData();
        this.faults = faults;
    }

    @Override
    public void serve(Client client, Request.MarketDataRequest request) {
        switch (request) {
            case Request.MarketData wanted -> subscribe(client, wanted);
            case Request.CancelMarketData cancel -> cancel(client, cancel.requestId());
            case Request.MarketDataType type -> log.debug("market data is always live type={}", type.type());
            case Request.TickByTick _,
                    Request.CancelTickByTick _,
                    Request.RealTimeBars _,
                    Request.CancelRealTimeBars _ -> Desk.unserved().serve(client, request);
        }
    }

    private void subscribe(Client client, Request.MarketData request) {
        Map<Integer, Line> lines = bySession.computeIfAbsent(client, any -> new LinkedHashMap<>());
        if (lines.containsKey(request.requestId())) {
            client.sendMessage(
                    request.requestId(), 322, "Error processing request.-'bS' : cause - Duplicate ticker id");
        } else if (request.snapshot() && !request.genericTicks().isEmpty()) {
            client.sendMessage(
                    request.requestId(),
                    321,
                    "Error validating request.-'bN' : cause - Snapshot market data subscription is not applicable to generic ticks");
        } else if (lines.size() >= lineLimit) {
            client.sendMessage(request.requestId(), 101, "Max number of tickers has been reached");
        } else {
            open(client, lines, request);
        }
    }

    private void open(Client client, Map<Integer, Line> lines, Request.MarketData request) {
        Optional<ListedContract> contract =
                ReferenceDesk.resolve(client, request.requestId(), contracts, request.contract());
        if (contract.isEmpty()) {
            return;
        }
        Optional<SymbolMarket> symbol = market.of(contract.get());
        if (symbol.isEmpty()) {
            client.sendMessage(request.requestId(), 354, "Requested market data is not subscribed.");
            return;
        }
        Line line = new Line(client, request.requestId(), symbol.get(), options.volumeInLots());
        if (request.snapshot()) {
            sendInitial(line);
            client.send(Event.of("TICK_SNAPSHOT_END").with("reqId", request.requestId()));
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
        line.client().send(Event.of("MARKET_DATA_TYPE").with("reqId", requestId).with("marketDataType", LIVE));
        line.client()
                .send(Event.of("TICK_REQ_PARAMS")
                        .with("reqId", requestId)
                        .with("minTick", line.symbol().contract().minTick())
                        .with("bboExchange", "a60001")
                        .with("snapshotPermissions", 3));
        if (faults.hasCompetingSession()) {
            line.client().sendMessage(requestId, 10197, COMPETING);
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
        allLines().forEach(line -> line.client().sendMessage(line.requestId(), 10197, COMPETING));
    }

    void endCompetingSession() {
        if (faults.hasCompetingSession()) {
            faults.setCompetingSession(false);
            allLines().filter(line -> !line.isSilent()).forEach(this::hearAgain);
        }
    }

    void endFarmOutage() {
        if (faults.isFarmBroken()) {
            faults.setFarmBroken(false);
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

    private void cancel(Client client, int requestId) {
        Line line = bySession.getOrDefault(client, Map.of()).remove(requestId);
        if (line == null) {
            client.sendMessage(requestId, 300, "Can't find EId with tickerId:" + requestId);
            return;
        }
        drop(line);
    }

    @Override
    public void onClosed(Client client) {
        Map<Integer, Line> lines = bySession.remove(client);
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
    List<Line> linesOf(Client client) {
        return List.copyOf(bySession.getOrDefault(client, Map.of()).values());
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
