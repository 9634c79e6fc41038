package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.EntitlementsInForce;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The five-second bars of all sessions, in market time. */
final class BarDesk {

    private final Feed feed;
    private final Playback playback;
    private final EntitlementsInForce entitlements;
    private final TradingCalendar calendar;
    private final DataFaults faults;
    private final Map<Client, Map<Integer, BarLine>> byClient = new LinkedHashMap<>();
    private boolean isTicking;

    BarDesk(DataParts parts) {
        this.feed = parts.feed();
        this.playback = parts.playback();
        this.entitlements = parts.entitlements();
        this.calendar = parts.calendar();
        this.faults = parts.faults();
    }

    void subscribe(Client client, Request.RealTimeBars request) {
        int id = request.requestId();
        Map<Integer, BarLine> lines = byClient.computeIfAbsent(client, any -> new LinkedHashMap<>());
        Optional<BarKind> kind = BarKind.of(request.whatToShow());
        if (lines.containsKey(id)) {
            client.sendMessage(id, 322, "Error processing request.-'bS' : cause - Duplicate ticker id");
        } else if (kind.isEmpty()) {
            client.sendMessage(
                    id,
                    420,
                    "Invalid Real-time Query:Bars of " + request.whatToShow()
                            + " do not exist: ask for TRADES, BID, ASK or MIDPOINT");
        } else {
            SymbolMarket symbol = feed.find(client, id, request.contract());
            if (symbol != null && isAllowed(client, id, symbol)) {
                open(lines, client, request, symbol, kind.get());
            }
        }
    }

    private boolean isAllowed(Client client, int id, SymbolMarket symbol) {
        Optional<Refusals.Message> refusal = refusalOf(symbol);
        refusal.ifPresent(message -> client.sendMessage(id, message.code(), message.text()));
        return refusal.isEmpty();
    }

    private Optional<Refusals.Message> refusalOf(SymbolMarket symbol) {
        ListedContract contract = symbol.contract();
        return Refusals.ofBars(entitlements.now().rightOn(contract, Entitlements.Feed.BARS), contract);
    }

    /** Ends the bars that may not be seen any more. */
    void reconsider() {
        for (BarLine line : allLines()) {
            refusalOf(line.symbol()).ifPresent(message -> {
                drop(line);
                line.client().sendMessage(line.requestId(), message.code(), message.text());
            });
        }
    }

    private void drop(BarLine line) {
        byClient.getOrDefault(line.client(), new HashMap<>()).remove(line.requestId());
    }

    void tellCompeting() {
        allLines().forEach(line -> Refusals.tellCompeting(line.client(), line.requestId()));
    }

    /** How many are open, of all clients together. */
    int open() {
        return byClient.values().stream().mapToInt(Map::size).sum();
    }

    private void open(
            Map<Integer, BarLine> lines,
            Client client,
            Request.RealTimeBars request,
            SymbolMarket symbol,
            BarKind kind) {
        playback.begin();
        long now = playback.marketTime().getEpochSecond();
        lines.put(
                request.requestId(),
                new BarLine(client, request.requestId(), symbol, kind, request.regularHours(), now));
        if (faults.hasCompetingSession()) {
            Refusals.tellCompeting(client, request.requestId());
        }
        if (!isTicking) {
            isTicking = true;
            scheduleNext();
        }
    }

    private void scheduleNext() {
        long now = playback.marketTime().getEpochSecond();
        Instant end = Instant.ofEpochSecond(now - Math.floorMod(now, BarLine.SECONDS) + BarLine.SECONDS);
        playback.at(end, () -> tick(end));
    }

    private void tick(Instant end) {
        List<BarLine> open = allLines();
        open.forEach(line -> tellUntil(line, end.getEpochSecond()));
        if (open.isEmpty()) {
            isTicking = false;
        } else {
            Instant next = end.plusSeconds(BarLine.SECONDS);
            playback.at(next, () -> tick(next));
        }
    }

    private void tellUntil(BarLine line, long now) {
        SymbolMarket symbol = line.symbol();
        boolean isRegular = calendar.phaseAt(Instruments.hours(symbol.contract()), Instant.ofEpochSecond(now - 1))
                .isRegularHours();
        line.tellUntil(now, faults.silences(symbol), isRegular);
    }

    private List<BarLine> allLines() {
        List<BarLine> all = new ArrayList<>();
        byClient.values().forEach(lines -> all.addAll(lines.values()));
        return all;
    }

    private List<BarLine> linesOf(SymbolMarket symbol) {
        List<BarLine> lines = allLines();
        lines.removeIf(line -> !line.symbol().equals(symbol));
        return lines;
    }

    void cancel(Client client, int requestId) {
        if (byClient.getOrDefault(client, new HashMap<>()).remove(requestId) == null) {
            client.sendMessage(requestId, 300, "Can't find EId with tickerId:" + requestId);
        }
    }

    void onClosed(Client client) {
        byClient.remove(client);
    }

    /** A trade was taken back: the bars of the symbol end and must be asked for again. */
    void bust(String symbol) {
        for (BarLine line : allLines()) {
            if (symbol.isEmpty() || line.symbol().contract().symbol().equals(symbol)) {
                drop(line);
                line.client()
                        .sendMessage(
                                line.requestId(),
                                10225,
                                "Bust event occurred, current subscription is deactivated. Please resubscribe real-time"
                                        + " bars immediately.");
            }
        }
    }

    void onQuote(SymbolMarket symbol) {
        if (isTicking) {
            for (BarLine line : linesOf(symbol)) {
                tellUntil(line, playback.marketTime().getEpochSecond());
                line.onQuote();
            }
        }
    }

    void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        if (isTicking) {
            for (BarLine line : linesOf(symbol)) {
                tellUntil(line, trade.timeNanos() / 1_000_000_000L);
                line.onTrade(trade);
            }
        }
    }
}
