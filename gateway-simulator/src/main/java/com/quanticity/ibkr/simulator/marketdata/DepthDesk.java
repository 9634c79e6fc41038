package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.market.Book;
import com.quanticity.ibkr.simulator.market.BookRow;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.Entitlements.Right;
import com.quanticity.ibkr.simulator.market.EntitlementsInForce;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketListener;
import com.quanticity.ibkr.simulator.market.Playback;
import com.quanticity.ibkr.simulator.market.QuoteChange;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.market.Venue;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The depth subscriptions of all sessions. Source of the codes: tws-wire behaviour.md, section 5. */
public final class DepthDesk implements Desk<Request.DepthRequest>, MarketListener {

    private static final String HALTED = "Market depth data has been HALTED. Please re-subscribe.";

    private final Feed feed;
    private final Playback playback;
    private final EventLoop loop;
    private final EntitlementsInForce entitlements;
    private final Supplier<DataLimits> limits;
    private final DataFaults faults;
    private final Map<Client, Map<Integer, DepthLine>> byClient = new LinkedHashMap<>();
    private final Map<SymbolMarket, List<DepthLine>> bySymbol = new HashMap<>();
    private final Map<Client, Integer> kept = new HashMap<>();

    /**
     * Opens the desk.
     *
     * @param limits as they are now
     */
    public DepthDesk(
            EventLoop loop,
            ContractMaster contracts,
            Market market,
            Playback playback,
            EntitlementsInForce entitlements,
            Supplier<DataLimits> limits,
            DataFaults faults) {
        this.loop = loop;
        this.feed = new Feed(contracts, market);
        this.playback = playback;
        this.entitlements = entitlements;
        this.limits = limits;
        this.faults = faults;
    }

    @Override
    public void serve(Client client, Request.DepthRequest request) {
        switch (request) {
            case Request.MarketDepth wanted -> subscribe(client, wanted);
            case Request.CancelMarketDepth cancel -> cancel(client, cancel);
        }
    }

    private void subscribe(Client client, Request.MarketDepth request) {
        int id = request.requestId();
        Map<Integer, DepthLine> lines = byClient.computeIfAbsent(client, any -> new LinkedHashMap<>());
        if (lines.containsKey(id)) {
            client.sendMessage(id, 322, "Error processing request.-'bS' : cause - Duplicate ticker id");
        } else if (request.rows() < 1) {
            client.sendMessage(id, 321, "Error validating request.-'bS' : cause - Number of rows must be at least 1");
        } else if (slotsInUse(client) >= limits.get().depthSlots()) {
            client.sendMessage(
                    id,
                    309,
                    "Max number (" + limits.get().depthSlots() + ") of market depth requests has been reached");
        } else {
            SymbolMarket symbol = feed.forDepth(client, id, request.contract());
            DepthView view = symbol == null ? null : viewFor(client, request, symbol);
            if (symbol != null && view != null) {
                open(lines, new DepthLine(client, id, symbol, view, request.rows()));
            }
        }
    }

    /** What is to be shown; null after a refusal. */
    private @Nullable DepthView viewFor(Client client, Request.MarketDepth request, SymbolMarket symbol) {
        Optional<Refusals.Message> refusal =
                refusalOf(symbol, request.smart() ? "" : request.contract().exchange());
        if (refusal.isPresent()) {
            client.sendMessage(
                    request.requestId(), refusal.get().code(), refusal.get().text());
            return null;
        }
        if (symbol.isHalted()) {
            client.sendMessage(request.requestId(), 316, HALTED);
            return null;
        }
        Optional<DepthView> view = viewOf(request, symbol);
        if (view.isEmpty() || !symbol.hasBook()) {
            client.sendMessage(request.requestId(), 10092, "Deep market data is not supported for this combination.");
            return null;
        }
        return view.get();
    }

    /** Empty for the exchange of a SMART request, whose exchanges are looked at one by one. */
    private Optional<Refusals.Message> refusalOf(SymbolMarket symbol, String exchange) {
        Entitlements now = entitlements.now();
        Optional<Refusals.Message> refusal = Refusals.ofDepth(now.rightOn(symbol.contract(), Entitlements.Feed.DEPTH));
        return refusal.isPresent() || exchange.isEmpty()
                ? refusal
                : Refusals.ofDepth(now.rightOn(symbol.contract(), Entitlements.Feed.DEPTH, exchange));
    }

    private boolean isHidden(ListedContract contract, String exchange) {
        Right right = entitlements.now().rightOn(contract, Entitlements.Feed.DEPTH, exchange);
        return Refusals.ofDepth(right).isPresent();
    }

    private Optional<DepthView> viewOf(Request.MarketDepth request, SymbolMarket symbol) {
        ListedContract contract = symbol.contract();
        String exchange = request.contract().exchange();
        boolean isRoutedSmart = exchange.isEmpty() || exchange.equals("SMART");
        if (request.smart()) {
            return isRoutedSmart && Instruments.isSmart(contract)
                    ? Optional.of(new DepthView.Smart(venue -> isHidden(contract, venue)))
                    : Optional.empty();
        }
        if (isRoutedSmart) {
            return Optional.empty();
        }
        if (!Instruments.isSmart(contract)) {
            return Optional.of(DepthView.Single.of(exchange, symbol.book()));
        }
        return Venue.ofName(exchange)
                .map(venue -> new DepthView.Single(venue.name(), !venue.makers().isEmpty()));
    }

    private void open(Map<Integer, DepthLine> lines, DepthLine line) {
        lines.put(line.requestId(), line);
        bySymbol.computeIfAbsent(line.symbol(), any -> new ArrayList<>()).add(line);
        if (line.isSmart()) {
            line.client().sendMessage(line.requestId(), 2152, advisory(line.symbol()));
        }
        if (faults.hasCompetingSession()) {
            Refusals.tellCompeting(line.client(), line.requestId());
        }
        if (!faults.silences(line.symbol())) {
            line.tell();
        }
        playback.begin();
    }

    private String advisory(SymbolMarket symbol) {
        String hidden = exchangesOf(symbol, true);
        return "Exchanges - Depth: " + exchangesOf(symbol, false)
                + (hidden.isEmpty() ? "" : "Need additional market data permissions - Depth: " + hidden);
    }

    private String exchangesOf(SymbolMarket symbol, boolean isHidden) {
        Book book = symbol.book();
        return Stream.concat(book.bids().stream(), book.asks().stream())
                .map(BookRow::exchange)
                .distinct()
                .filter(exchange -> isHidden(symbol.contract(), exchange) == isHidden)
                .sorted()
                .map(exchange -> exchange + "; ")
                .collect(Collectors.joining());
    }

    /** Ends the subscriptions that may not be seen any more; SMART ones lose and get back single exchanges. */
    public void reconsider() {
        for (DepthLine line : linesOf("")) {
            refusalOf(line.symbol(), line.exchange())
                    .ifPresentOrElse(
                            message -> {
                                drop(line);
                                line.client().sendMessage(line.requestId(), message.code(), message.text());
                            },
                            () -> onDepth(line.symbol()));
        }
    }

    /** Open subscriptions of all clients. */
    public int open() {
        return byClient.values().stream().mapToInt(Map::size).sum();
    }

    /** Slots that are taken although nothing is open any more, of all clients. */
    public int keptSlots() {
        return kept.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int slotsInUse(Client client) {
        return limits.get().areShared()
                ? open() + keptSlots()
                : byClient.getOrDefault(client, Map.of()).size() + kept.getOrDefault(client, 0);
    }

    /** A cancel that says otherwise about SMART depth than its request finds nothing. */
    private void cancel(Client client, Request.CancelMarketDepth request) {
        Map<Integer, DepthLine> lines = byClient.getOrDefault(client, Map.of());
        DepthLine line = lines.get(request.requestId());
        if (line == null || line.isSmart() != request.smart()) {
            client.sendMessage(
                    request.requestId(),
                    310,
                    "Can't find the subscribed market depth with tickerId:" + request.requestId());
        } else if (faults.lateDepth().isZero()) {
            drop(line);
        } else {
            dropLate(lines, line);
        }
    }

    /** The cancelled subscription goes on for a while, and may hold its slot as long. */
    private void dropLate(Map<Integer, DepthLine> lines, DepthLine line) {
        Client client = line.client();
        boolean keepsSlot = faults.keepsDepthSlots();
        lines.remove(line.requestId());
        if (keepsSlot) {
            kept.merge(client, 1, Integer::sum);
        }
        loop.after(faults.lateDepth(), () -> {
            drop(line);
            if (keepsSlot) {
                kept.computeIfPresent(client, (_, slots) -> slots == 1 ? null : slots - 1);
            }
        });
    }

    @Override
    public void onClosed(Client client) {
        List.copyOf(byClient.getOrDefault(client, Map.of()).values()).forEach(this::drop);
        byClient.remove(client);
        kept.remove(client);
        bySymbol.values().forEach(lines -> lines.removeIf(line -> line.client().equals(client)));
    }

    private void drop(DepthLine line) {
        byClient.getOrDefault(line.client(), new HashMap<>()).remove(line.requestId(), line);
        bySymbol.getOrDefault(line.symbol(), new ArrayList<>()).remove(line);
    }

    /** Resets the book of every subscription of a symbol, of all symbols when it is empty: 317, then all rows anew. */
    public void reset(String symbol) {
        linesOf(symbol).forEach(DepthLine::reset);
    }

    /** Resets the book of a client's subscription of this id, if it has one. */
    public void reset(Client client, int requestId) {
        DepthLine line = byClient.getOrDefault(client, Map.of()).get(requestId);
        if (line != null) {
            line.reset();
        }
    }

    /** Another session of the user has the data: 10197 for every subscription, which stays open. */
    public void tellCompeting() {
        linesOf("").forEach(line -> Refusals.tellCompeting(line.client(), line.requestId()));
    }

    /** Tells every subscription that may hear what has changed while it could not. */
    public void catchUp() {
        linesOf("").stream().filter(line -> !faults.silences(line.symbol())).forEach(DepthLine::tell);
    }

    /** Ends every subscription of a symbol with 316, as a halt of its depth does. */
    public void halt(String symbol) {
        linesOf(symbol).forEach(this::halt);
    }

    private void halt(DepthLine line) {
        drop(line);
        line.client().sendMessage(line.requestId(), 316, HALTED);
    }

    private List<DepthLine> linesOf(String symbol) {
        return byClient.values().stream()
                .flatMap(lines -> lines.values().stream())
                .filter(line ->
                        symbol.isEmpty() || line.symbol().contract().symbol().equals(symbol))
                .toList();
    }

    @Override
    public void onDepth(SymbolMarket symbol) {
        if (!faults.silences(symbol)) {
            bySymbol.getOrDefault(symbol, List.of()).forEach(DepthLine::tell);
        }
    }

    @Override
    public void onStatus(SymbolMarket symbol) {
        if (symbol.isHalted()) {
            List.copyOf(bySymbol.getOrDefault(symbol, List.of())).forEach(this::halt);
        }
    }

    @Override
    public void onQuote(SymbolMarket symbol, QuoteChange change) {
        // the book tells more
    }

    @Override
    public void onTrade(SymbolMarket symbol, MarketEvent.Trade trade) {
        // trades are not depth
    }
}
