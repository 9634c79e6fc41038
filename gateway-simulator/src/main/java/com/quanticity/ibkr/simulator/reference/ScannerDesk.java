package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Ranks the stocks of the simulated market; sends a ranking again when it has changed. */
public final class ScannerDesk implements Desk<Request.ScannerRequest> {

    /** Source: tws-wire requests.md, REQ_SCANNER_SUBSCRIPTION: the most rows, also when none are asked for. */
    private static final int MOST_ROWS = 50;

    private static final int MOST_SUBSCRIPTIONS = 10;
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final Market market;
    private final EventLoop loop;
    private final Map<Client, Map<Integer, Subscription>> byClient = new LinkedHashMap<>();

    public ScannerDesk(Market market, EventLoop loop) {
        this.market = market;
        this.loop = loop;
    }

    @Override
    public void serve(Client client, Request.ScannerRequest request) {
        switch (request) {
            case Request.ScannerParameters _ ->
                client.send(Event.of("SCANNER_PARAMETERS").with("xml", ScanCode.parameters()));
            case Request.ScannerSubscription wanted -> subscribe(client, wanted);
            case Request.CancelScannerSubscription cancel -> cancel(client, cancel.requestId());
        }
    }

    @Override
    public void onClosed(Client client) {
        byClient.remove(client);
    }

    private void subscribe(Client client, Request.ScannerSubscription request) {
        int requestId = request.requestId();
        Map<Integer, Subscription> open = byClient.computeIfAbsent(client, any -> new LinkedHashMap<>());
        Optional<ScanCode> code = ScanCode.named(request.fields().text("subscription.scanCode"));
        if (open.containsKey(requestId)) {
            client.sendMessage(requestId, 385, "Duplicate ticker id for a scanner subscription");
        } else if (code.isEmpty() || !isAboutStocks(request.fields())) {
            client.sendMessage(
                    requestId,
                    321,
                    "Error validating request.-'bN' : cause - The simulator scans instrument STK at STK.US for "
                            + ScanCode.names());
        } else if (open.size() >= MOST_SUBSCRIPTIONS) {
            client.sendMessage(
                    requestId, 162, "Historical Market Data Service error message:Only 10 simultaneous scans allowed");
        } else {
            Subscription subscription = new Subscription(client, requestId, code.get(), request.fields());
            open.put(requestId, subscription);
            refresh(subscription);
        }
    }

    private static boolean isAboutStocks(Fields wanted) {
        String instrument = wanted.text("subscription.instrument");
        String location = wanted.text("subscription.locationCode");
        return (instrument.equals("STK") || instrument.startsWith("ETF."))
                && (location.startsWith("STK.US") || location.startsWith("ETF."));
    }

    private void refresh(Subscription subscription) {
        if (isOpen(subscription)) {
            subscription.send(ranking(subscription));
            loop.after(BETWEEN, () -> refresh(subscription));
        }
    }

    private boolean isOpen(Subscription subscription) {
        return byClient.getOrDefault(subscription.client, Map.of()).get(subscription.requestId) == subscription;
    }

    private List<ListedContract> ranking(Subscription subscription) {
        int wanted = subscription.wanted.integer("subscription.numberOfRows");
        int rows = wanted > 0 ? Math.min(wanted, MOST_ROWS) : MOST_ROWS;
        return subscription
                .code
                .rank(market.all(), subscription.wanted)
                .limit(rows)
                .toList();
    }

    private void cancel(Client client, int requestId) {
        if (byClient.getOrDefault(client, new HashMap<>()).remove(requestId) == null) {
            client.sendMessage(requestId, 365, "No scanner subscription found for ticker id:" + requestId);
        }
    }

    /** A ranking that one client wants, and the one it has. */
    private static final class Subscription {

        private final Client client;
        private final int requestId;
        private final ScanCode code;
        private final Fields wanted;
        private boolean hasSent;
        private List<ListedContract> sent = List.of();

        Subscription(Client client, int requestId, ScanCode code, Fields wanted) {
            this.client = client;
            this.requestId = requestId;
            this.code = code;
            this.wanted = wanted;
        }

        void send(List<ListedContract> ranking) {
            if (hasSent && ranking.equals(sent)) {
                return;
            }
            hasSent = true;
            sent = ranking;
            List<Fields> rows = IntStream.range(0, ranking.size())
                    .mapToObj(rank -> row(rank, ranking.get(rank)))
                    .toList();
            client.send(Event.of("SCANNER_DATA").with("reqId", requestId).withGroup("rows", rows));
        }

        private static Fields row(int rank, ListedContract contract) {
            return new Fields()
                    .put("rank", rank)
                    .put("conId", contract.conId())
                    .put("symbol", contract.symbol())
                    .put("secType", contract.secType())
                    .put("strike", "0")
                    .put("right", "0")
                    .put("exchange", contract.exchange())
                    .put("currency", contract.currency())
                    .put("localSymbol", contract.localSymbol())
                    .put("marketName", contract.marketName())
                    .put("tradingClass", contract.tradingClass());
        }
    }
}
