package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.calendar.MarketPhase;
import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.Entitlements.Right;
import com.quanticity.ibkr.simulator.market.EntitlementsInForce;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.market.TopOfMarket;
import com.quanticity.ibkr.simulator.marketdata.tick.ExchangeForPhysical;
import com.quanticity.ibkr.simulator.marketdata.tick.GenericTick;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The level 1 lines of all sessions. */
final class QuoteDesk {

    private static final String BBO_KEY = "a60001";

    /** A snapshot that still misses something ends then. Source: tws-wire behaviour.md, section 4. */
    private static final Duration SNAPSHOT_PATIENCE = Duration.ofSeconds(11);

    private static final Duration DELAYED_STEP = Duration.ofSeconds(1);

    private final EventLoop loop;
    private final Feed feed;
    private final Playback playback;
    private final MarketOptions options;
    private final TradingCalendar calendar;
    private final EntitlementsInForce entitlements;
    private final DataTypes types;
    private final Supplier<DataLimits> limits;
    private final DataFaults faults;
    private final Conflator conflator;
    private final Map<Client, Map<Integer, Line>> byClient = new LinkedHashMap<>();
    private final Set<Client> keyHolders = new HashSet<>();
    private final Map<SymbolMarket, List<Line>> bySymbol = new LinkedHashMap<>();
    private final Map<SymbolMarket, DelayedTape> tapes = new HashMap<>();
    private final LineMaker maker;
    private long regulatorySnapshots;

    QuoteDesk(DataParts parts) {
        this.maker = new LineMaker(parts);
        this.loop = parts.loop();
        this.feed = parts.feed();
        this.playback = parts.playback();
        this.options = parts.options();
        this.calendar = parts.calendar();
        this.entitlements = parts.entitlements();
        this.types = parts.types();
        this.limits = parts.limits();
        this.faults = parts.faults();
        this.conflator = new Conflator(loop, this::cadenceOf, this::tell);
    }

    private Duration cadenceOf(SymbolMarket symbol) {
        return options.conflation() == MarketOptions.Conflation.ON
                ? Instruments.cadence(symbol.contract())
                : Duration.ZERO;
    }

    void subscribe(Client client, Request.MarketData request) {
        int id = request.requestId();
        Map<Integer, Line> lines = byClient.computeIfAbsent(client, any -> new LinkedHashMap<>());
        if (lines.containsKey(id)) {
            client.sendMessage(id, 322, "Error processing request.-'bS' : cause - Duplicate ticker id");
        } else if (isSnapshot(request) && !request.genericTicks().isEmpty()) {
            client.sendMessage(
                    id,
                    321,
                    "Error validating request.-'bN' : cause - Snapshot market data subscription is not applicable to generic ticks");
        } else if (linesInUse(lines) >= limits.get().lines()) {
            client.sendMessage(id, 101, "Max number of tickers has been reached");
        } else {
            SymbolMarket symbol = feed.forLevel1(client, id, request.contract());
            if (symbol != null) {
                openWanted(client, lines, request, symbol);
            }
        }
    }

    private int linesInUse(Map<Integer, Line> own) {
        return limits.get().areShared() ? open() : own.size();
    }

    /** How many are open, of all clients together. */
    int open() {
        return byClient.values().stream().mapToInt(Map::size).sum();
    }

    private void openWanted(Client client, Map<Integer, Line> lines, Request.MarketData request, SymbolMarket symbol) {
        Optional<GenericTick.Wanted> wanted = GenericTick.read(request.genericTicks());
        Optional<Refusals.Message> refusal = Refusals.ofTerms(request, symbol, wanted);
        if (refusal.isPresent() || wanted.isEmpty()) {
            refusal.ifPresent(message -> client.sendMessage(request.requestId(), message.code(), message.text()));
            return;
        }
        DataKind kind = request.regulatory() ? boughtSnapshot() : kindFor(client, request.requestId(), symbol);
        if (kind != null) {
            open(lines, maker.line(client, request.requestId(), symbol, kind, wanted.get()), isSnapshot(request));
        }
    }

    private static boolean isSnapshot(Request.MarketData request) {
        return request.snapshot() || request.regulatory();
    }

    /** A regulatory snapshot is paid for one by one and needs no subscription. */
    private DataKind boughtSnapshot() {
        regulatorySnapshots++;
        return DataKind.LIVE;
    }

    /** Regulatory snapshots that were served, each of which costs money. */
    long regulatorySnapshots() {
        return regulatorySnapshots;
    }

    /** What the client may see, after telling it what it may not; null when it is refused. */
    private @Nullable DataKind kindFor(Client client, int requestId, SymbolMarket symbol) {
        Refusals.ofLevel1(rightOn(symbol), types.wantsDelayed(client))
                .ifPresent(message -> client.sendMessage(requestId, message.code(), message.text()));
        return kindOf(client, symbol);
    }

    private Right rightOn(SymbolMarket symbol) {
        return entitlements.now().rightOn(symbol.contract(), Entitlements.Feed.LEVEL_1);
    }

    private @Nullable DataKind kindOf(Client client, SymbolMarket symbol) {
        int type = types.of(client);
        boolean isResting = phaseOf(symbol) == MarketPhase.CLOSED;
        return switch (rightOn(symbol)) {
            case LIVE, PARTLY, PARTLY_FOR_API ->
                isResting && (type == 2 || type == 4) ? DataKind.FROZEN : DataKind.LIVE;
            case NOT_FOR_API, ONLY_DELAYED ->
                !types.wantsDelayed(client)
                        ? null
                        : isResting && type == 4 ? DataKind.DELAYED_FROZEN : DataKind.DELAYED;
            case NOTHING, UNSUPPORTED -> null;
        };
    }

    /** Shows every line what its user may see now: delayed instead of live, live again, or nothing any more. */
    void reconsider() {
        for (Line line : allLines().toList()) {
            DataKind kind = kindOf(line.client(), line.symbol());
            if (kind == null) {
                DataKind _ = kindFor(line.client(), line.requestId(), line.symbol());
                byClient.getOrDefault(line.client(), new HashMap<>()).remove(line.requestId());
                drop(line);
            } else if (kind.isDelayed() != line.kind().isDelayed()) {
                DataKind _ = kindFor(line.client(), line.requestId(), line.symbol());
                change(line, kind);
            }
        }
    }

    private void change(Line line, DataKind kind) {
        line.setKind(kind);
        tellKind(line);
        if (mayHear(line)) {
            tellAll(line);
        }
        if (kind.isDelayed()) {
            loop.after(DELAYED_STEP, () -> tellDelayed(line));
        }
    }

    private MarketPhase phaseOf(SymbolMarket symbol) {
        return calendar.phaseAt(Instruments.hours(symbol.contract()), playback.marketTime());
    }

    private void open(Map<Integer, Line> lines, Line line, boolean isSnapshot) {
        tellBeginning(line);
        if (isSnapshot && Line.isComplete(line.symbol().top())) {
            endSnapshot(line);
            return;
        }
        if (isSnapshot) {
            loop.after(SNAPSHOT_PATIENCE, () -> endIfOpen(lines, line));
        } else {
            line.symbol().onSubscribed();
        }
        lines.put(line.requestId(), line);
        bySymbol.computeIfAbsent(line.symbol(), any -> new ArrayList<>()).add(line);
        if (line.kind().isDelayed()) {
            loop.after(DELAYED_STEP, () -> tellDelayed(line));
        }
        playback.begin();
    }

    private void endIfOpen(Map<Integer, Line> lines, Line line) {
        if (lines.remove(line.requestId(), line)) {
            drop(line);
            endSnapshot(line);
        }
    }

    private static void endSnapshot(Line line) {
        line.client().send(Event.of("TICK_SNAPSHOT_END").with("reqId", line.requestId()));
    }

    /** Whether a client was told this key of smart components in this session. */
    boolean wasTold(Client client, String key) {
        return keyHolders.contains(client) && key.equals(BBO_KEY);
    }

    private void tellBeginning(Line line) {
        Client client = line.client();
        tellKind(line);
        ListedContract contract = line.symbol().contract();
        if (Instruments.isSmart(contract)) {
            keyHolders.add(client);
        }
        client.send(Event.of("TICK_REQ_PARAMS")
                .with("reqId", line.requestId())
                .with("minTick", contract.minTick())
                .with("bboExchange", Instruments.isSmart(contract) ? BBO_KEY : "")
                .with("snapshotPermissions", Instruments.isSmart(contract) ? 3 : 0));
        if (faults.hasCompetingSession()) {
            Refusals.tellCompeting(client, line.requestId());
        }
        if (!faults.silences(line.symbol())) {
            tellAll(line);
        }
    }

    private static void tellKind(Line line) {
        line.client()
                .send(Event.of("MARKET_DATA_TYPE")
                        .with("reqId", line.requestId())
                        .with("marketDataType", line.kind().code()));
    }

    private void tellAll(Line line) {
        line.setPreOpen(isPreOpen(line.symbol()));
        line.tellAll(topFor(line), playback.marketTime());
    }

    private boolean isPreOpen(SymbolMarket symbol) {
        MarketPhase phase = phaseOf(symbol);
        return phase == MarketPhase.PRE_MARKET || phase == MarketPhase.OPENING_AUCTION;
    }

    private TopOfMarket topFor(Line line) {
        TopOfMarket top = line.symbol().top();
        if (line.kind().isDelayed()) {
            top = tapeOf(line.symbol()).at(loop.now(), top);
        }
        return line.kind().isFrozen() ? top.frozen() : top;
    }

    private DelayedTape tapeOf(SymbolMarket symbol) {
        return tapes.computeIfAbsent(symbol, any -> new DelayedTape(options.delay(), loop.now(), symbol.top()));
    }

    /** Tells every second what the tape shows, for as long as the line is open. */
    private void tellDelayed(Line line) {
        boolean isOpen = bySymbol.getOrDefault(line.symbol(), List.of()).contains(line);
        if (isOpen && line.kind().isDelayed()) {
            if (mayHear(line)) {
                line.tell(topFor(line), playback.marketTime());
            }
            loop.after(DELAYED_STEP, () -> tellDelayed(line));
        }
    }

    private boolean mayHear(Line line) {
        return !line.isSilent() && !faults.silences(line.symbol());
    }

    void cancel(Client client, int requestId) {
        Line line = byClient.getOrDefault(client, new HashMap<>()).remove(requestId);
        if (line == null) {
            client.sendMessage(requestId, 300, "Can't find EId with tickerId:" + requestId);
        } else {
            drop(line);
        }
    }

    void onClosed(Client client) {
        keyHolders.remove(client);
        Map<Integer, Line> lines = byClient.remove(client);
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

    /** Whether any line shows a symbol. */
    boolean shows(SymbolMarket symbol) {
        return !bySymbol.getOrDefault(symbol, List.of()).isEmpty();
    }

    /** The lines of a session, oldest first. */
    List<Line> linesOf(Client client) {
        return List.copyOf(byClient.getOrDefault(client, Map.of()).values());
    }

    Stream<Line> allLines() {
        return bySymbol.values().stream().flatMap(List::stream);
    }

    void tellCompeting() {
        allLines().forEach(line -> Refusals.tellCompeting(line.client(), line.requestId()));
    }

    /** There is no delayed form of these ticks. */
    void tellExchangeForPhysical(Line line, ExchangeForPhysical efp) {
        if (mayHear(line) && !line.kind().isDelayed()) {
            LocalDate today = TradingCalendar.dateOf(playback.marketTime());
            efp.events(line.requestId(), topFor(line), today).forEach(line.client()::send);
        }
    }

    /** What a line missed it is not told; it hears where the market is now. */
    void hearAgain(Line line) {
        line.setSilent(false);
        if (!faults.silences(line.symbol())) {
            tellAll(line);
        }
    }

    void onQuote(SymbolMarket symbol) {
        for (Line line : bySymbol.getOrDefault(symbol, List.of())) {
            line.countRow();
        }
        onChange(symbol);
    }

    void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        maker.onTrade(symbol, trade);
        onChange(symbol);
    }

    void onChange(SymbolMarket symbol) {
        DelayedTape tape = tapes.get(symbol);
        if (tape != null) {
            tape.add(loop.now(), symbol.top());
        } else if (rightOn(symbol) != Right.LIVE) {
            tapeOf(symbol);
        }
        if (shows(symbol)) {
            conflator.onChange(symbol);
        }
    }

    private void tell(SymbolMarket symbol) {
        List<Line> lines = bySymbol.getOrDefault(symbol, List.of());
        if (lines.isEmpty() || faults.silences(symbol)) {
            return;
        }
        TopOfMarket top = symbol.top();
        boolean isPreOpen = isPreOpen(symbol);
        Instant now = playback.marketTime();
        for (Line line : lines) {
            if (!line.isSilent() && !line.kind().isDelayed()) {
                thaw(line, top);
                line.setPreOpen(isPreOpen);
                line.tell(line.kind().isFrozen() ? top.frozen() : top, now);
            }
        }
    }

    /** Frozen data becomes live with the first quote of the new day. */
    private void thaw(Line line, TopOfMarket top) {
        if (line.kind() == DataKind.FROZEN && Line.isComplete(top)) {
            line.setKind(DataKind.LIVE);
            tellKind(line);
        }
    }
}
