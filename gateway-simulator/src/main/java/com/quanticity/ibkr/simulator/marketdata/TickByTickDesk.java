package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.EntitlementsInForce;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.marketdata.TickMemory.QuoteTick;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tick-by-tick streams of all sessions: nothing is merged. */
final class TickByTickDesk {

    private static final Set<String> WITHOUT_TICKS = Set.of("OPT", "FOP", "BAG", "CFD");

    private final EventLoop loop;
    private final Feed feed;
    private final Playback playback;
    private final EntitlementsInForce entitlements;
    private final DataTypes types;
    private final Supplier<DataLimits> limits;
    private final DataFaults faults;
    private final Map<Client, Map<Integer, TickByTickLine>> byClient = new LinkedHashMap<>();
    private final Map<SymbolMarket, List<TickByTickLine>> bySymbol = new HashMap<>();
    private final Map<SymbolMarket, TickMemory> memories = new HashMap<>();
    private final Map<Wish, Instant> asked = new HashMap<>();

    /** Of one client, or of any when the slots are the login's. */
    private record Wish(@Nullable Client client, SymbolMarket symbol) {}

    TickByTickDesk(DataParts parts) {
        this.loop = parts.loop();
        this.feed = parts.feed();
        this.playback = parts.playback();
        this.entitlements = parts.entitlements();
        this.types = parts.types();
        this.limits = parts.limits();
        this.faults = parts.faults();
    }

    void subscribe(Client client, Request.TickByTick request) {
        int id = request.requestId();
        Map<Integer, TickByTickLine> lines = byClient.computeIfAbsent(client, any -> new LinkedHashMap<>());
        Optional<TickByTickKind> kind = TickByTickKind.of(request.tickType());
        if (lines.containsKey(id)) {
            client.sendMessage(id, 322, "Error processing request.-'bS' : cause - Duplicate ticker id");
        } else if (kind.isEmpty()) {
            client.sendMessage(
                    id,
                    321,
                    "Error validating request.-'cf' : cause - Incorrect tick-by-tick type " + request.tickType()
                            + ": ask for Last, AllLast, BidAsk or MidPoint");
        } else if (request.numberOfTicks() < 0 || request.numberOfTicks() > TickMemory.MOST) {
            client.sendMessage(
                    id,
                    321,
                    "Error validating request.-'cf' : cause - Number of ticks must be 0 to " + TickMemory.MOST);
        } else if (slotsInUse(lines) >= limits.get().tickByTickSlots()) {
            client.sendMessage(id, 10190, "Max number of tick-by-tick requests has been reached.");
        } else {
            SymbolMarket symbol = feed.find(client, id, request.contract());
            if (symbol != null && isAllowed(client, id, symbol)) {
                open(lines, new TickByTickLine(client, id, symbol, kind.get(), request.ignoreSize()), request);
            }
        }
    }

    private int slotsInUse(Map<Integer, TickByTickLine> own) {
        return limits.get().areShared() ? open() : own.size();
    }

    private boolean isAllowed(Client client, int id, SymbolMarket symbol) {
        Optional<Refusals.Message> refusal = refusalOf(client, symbol);
        if (refusal.isPresent()) {
            client.sendMessage(id, refusal.get().code(), refusal.get().text());
            return false;
        }
        Instant now = loop.now();
        Wish wish = new Wish(limits.get().areShared() ? null : client, symbol);
        Instant before = asked.get(wish);
        if (before != null && now.isBefore(before.plus(limits.get().tickByTickSpacing()))) {
            client.sendMessage(
                    id, 10190, "Max number of tick-by-tick requests has been reached: one in 15 s for an instrument.");
            return false;
        }
        asked.put(wish, now);
        return true;
    }

    private Optional<Refusals.Message> refusalOf(Client client, SymbolMarket symbol) {
        ListedContract contract = symbol.contract();
        String type = Instruments.securityType(contract);
        if (WITHOUT_TICKS.contains(type)) {
            return Optional.of(new Refusals.Message(
                    10189, "Failed to request tick-by-tick data:No tick-by-tick data for " + type));
        }
        return Refusals.ofTickByTick(
                entitlements.now().rightOn(contract, Entitlements.Feed.TICK_BY_TICK),
                contract,
                types.wantsDelayed(client));
    }

    private void open(Map<Integer, TickByTickLine> lines, TickByTickLine line, Request.TickByTick request) {
        playback.begin();
        if (faults.hasCompetingSession()) {
            Refusals.tellCompeting(line.client(), line.requestId());
        } else if (request.numberOfTicks() > 0) {
            line.tellPast(memoryOf(line.symbol()), request.numberOfTicks());
        }
        lines.put(line.requestId(), line);
        bySymbol.computeIfAbsent(line.symbol(), any -> new ArrayList<>()).add(line);
    }

    private TickMemory memoryOf(SymbolMarket symbol) {
        return memories.computeIfAbsent(symbol, any -> new TickMemory());
    }

    void cancel(Client client, int requestId) {
        TickByTickLine line = byClient.getOrDefault(client, new HashMap<>()).remove(requestId);
        if (line == null) {
            client.sendMessage(requestId, 300, "Can't find EId with tickerId:" + requestId);
        } else {
            drop(line);
        }
    }

    void onClosed(Client client) {
        asked.keySet().removeIf(wish -> client.equals(wish.client()));
        Map<Integer, TickByTickLine> lines = byClient.remove(client);
        if (lines != null) {
            lines.values().forEach(this::drop);
        }
    }

    /** Ends the streams that may not be seen any more. */
    void reconsider() {
        byClient.forEach((client, lines) -> List.copyOf(lines.values())
                .forEach(line -> refusalOf(client, line.symbol()).ifPresent(message -> {
                    lines.remove(line.requestId());
                    drop(line);
                    client.sendMessage(line.requestId(), message.code(), message.text());
                })));
    }

    void tellCompeting() {
        byClient.forEach((client, lines) -> lines.keySet().forEach(id -> Refusals.tellCompeting(client, id)));
    }

    /** How many are open, of all clients together. */
    int open() {
        return byClient.values().stream().mapToInt(Map::size).sum();
    }

    private void drop(TickByTickLine line) {
        bySymbol.getOrDefault(line.symbol(), new ArrayList<>()).remove(line);
    }

    void onQuote(SymbolMarket symbol, QuoteChange change) {
        if (!change.bid().isNewDisplay() && !change.ask().isNewDisplay()) {
            return;
        }
        QuoteTick quote = new QuoteTick(
                secondOf(symbol),
                symbol.bid(),
                symbol.ask(),
                isBelow(symbol.bid().price(), symbol.low()),
                isBelow(symbol.high(), symbol.ask().price()));
        memoryOf(symbol).add(quote);
        if (!faults.silences(symbol)) {
            bySymbol.getOrDefault(symbol, List.of()).forEach(line -> line.onQuote(quote, change));
        }
    }

    /** That of the quote; a quote that the market made by itself is of now. */
    private long secondOf(SymbolMarket symbol) {
        long nanos = symbol.quoteNanos();
        return nanos == 0 ? playback.marketTime().getEpochSecond() : Math.floorDiv(nanos, 1_000_000_000L);
    }

    void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        memoryOf(symbol).add(trade);
        if (!faults.silences(symbol)) {
            bySymbol.getOrDefault(symbol, List.of()).forEach(line -> line.onTrade(trade));
        }
    }

    private static boolean isBelow(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) < 0;
    }
}
