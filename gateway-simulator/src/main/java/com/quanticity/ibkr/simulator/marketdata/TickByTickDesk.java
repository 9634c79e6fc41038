package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.Entitlements.Right;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.marketdata.TickMemory.QuoteTick;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The tick-by-tick streams of all sessions: nothing is merged. */
final class TickByTickDesk {

    /** Between two requests of one kind for one instrument. Source: tws-wire behaviour.md, section 3. */
    private static final Duration BETWEEN = Duration.ofSeconds(15);

    private final EventLoop loop;
    private final Feed feed;
    private final Playback playback;
    private final MarketOptions options;
    private final IntSupplier slots;
    private final DataFaults faults;
    private final Map<Client, Map<Integer, TickByTickLine>> byClient = new LinkedHashMap<>();
    private final Map<SymbolMarket, List<TickByTickLine>> bySymbol = new HashMap<>();
    private final Map<SymbolMarket, TickMemory> memories = new HashMap<>();
    private final Map<Wish, Instant> asked = new HashMap<>();

    private record Wish(Client client, SymbolMarket symbol, TickByTickKind kind) {}

    TickByTickDesk(
            EventLoop loop, Feed feed, Playback playback, MarketOptions options, IntSupplier slots, DataFaults faults) {
        this.loop = loop;
        this.feed = feed;
        this.playback = playback;
        this.options = options;
        this.slots = slots;
        this.faults = faults;
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
        } else if (lines.size() >= slots.getAsInt()) {
            client.sendMessage(id, 10190, "Max number of tick-by-tick requests has been reached.");
        } else {
            SymbolMarket symbol = feed.find(client, id, request.contract());
            if (symbol != null && isAllowed(client, id, symbol, kind.get())) {
                open(lines, new TickByTickLine(client, id, symbol, kind.get(), request.ignoreSize()), request);
            }
        }
    }

    private boolean isAllowed(Client client, int id, SymbolMarket symbol, TickByTickKind kind) {
        String refusal = refusalOf(symbol);
        if (!refusal.isEmpty()) {
            client.sendMessage(id, 10189, "Failed to request tick-by-tick data:" + refusal);
            return false;
        }
        Instant now = loop.now();
        Instant before = asked.put(new Wish(client, symbol, kind), now);
        if (before != null && now.isBefore(before.plus(BETWEEN))) {
            client.sendMessage(
                    id, 10190, "Max number of tick-by-tick requests has been reached: one in 15 s for an instrument.");
            return false;
        }
        return true;
    }

    private String refusalOf(SymbolMarket symbol) {
        String type = Instruments.securityType(symbol.contract());
        if (type.equals("OPT") || type.equals("FOP") || type.equals("BAG")) {
            return "No tick-by-tick data for " + type;
        }
        Right right = options.entitlements().rightOn(symbol.contract());
        return right == Right.LIVE || right == Right.PARTLY
                ? ""
                : "No market data permissions for "
                        + symbol.contract().listingExchange() + " "
                        + Instruments.securityType(symbol.contract());
    }

    private void open(Map<Integer, TickByTickLine> lines, TickByTickLine line, Request.TickByTick request) {
        playback.begin();
        if (request.numberOfTicks() > 0) {
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
        asked.keySet().removeIf(wish -> wish.client().equals(client));
        Map<Integer, TickByTickLine> lines = byClient.remove(client);
        if (lines != null) {
            lines.values().forEach(this::drop);
        }
    }

    private void drop(TickByTickLine line) {
        bySymbol.getOrDefault(line.symbol(), new ArrayList<>()).remove(line);
    }

    void onQuote(SymbolMarket symbol, QuoteChange change) {
        if (!change.bid().isNewDisplay() && !change.ask().isNewDisplay()) {
            return;
        }
        QuoteTick quote = new QuoteTick(
                playback.marketTime().getEpochSecond(),
                symbol.bid(),
                symbol.ask(),
                isBelow(symbol.bid().price(), symbol.low()),
                isBelow(symbol.high(), symbol.ask().price()));
        memoryOf(symbol).add(quote);
        if (!faults.silences(symbol)) {
            bySymbol.getOrDefault(symbol, List.of()).forEach(line -> line.onQuote(quote, change));
        }
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
