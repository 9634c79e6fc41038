package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountValues;
import com.quanticity.ibkr.simulator.account.AccountValues.TagValue;
import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Account summaries and positions of all sessions. */
final class AccountDesk implements Desk<Request.AccountRequest> {

    private final Account account;
    private final Valuation valuation;
    private final SessionLimits limits;
    private final Map<Client, Map<Integer, Summary>> summaries = new LinkedHashMap<>();
    private final Set<Client> positionReaders = new LinkedHashSet<>();

    AccountDesk(Account account, Valuation valuation, SessionLimits limits) {
        this.account = account;
        this.valuation = valuation;
        this.limits = limits;
        account.onPosition(position -> positionReaders.forEach(client -> send(client, position)));
    }

    /** Looks for changed values again and again. */
    void pushChangesOn(EventLoop loop) {
        loop.after(limits.summaryInterval(), () -> {
            pushChanges();
            pushChangesOn(loop);
        });
    }

    @Override
    public void serve(Client client, Request.AccountRequest request) {
        switch (request) {
            case Request.AccountSummary wanted -> subscribeSummary(client, wanted);
            case Request.CancelAccountSummary cancel -> cancelSummary(client, cancel.requestId());
            case Request.Positions _ -> subscribePositions(client);
            case Request.CancelPositions _ -> cancelPositions(client);
            case Request.AccountUpdates _,
                    Request.AccountUpdatesMulti _,
                    Request.CancelAccountUpdatesMulti _,
                    Request.PositionsMulti _,
                    Request.CancelPositionsMulti _,
                    Request.ProfitAndLoss _,
                    Request.CancelProfitAndLoss _,
                    Request.ProfitAndLossSingle _,
                    Request.CancelProfitAndLossSingle _,
                    Request.ExerciseOptions _ -> Desk.unserved().serve(client, request);
        }
    }

    private void subscribeSummary(Client client, Request.AccountSummary request) {
        Map<Integer, Summary> open = summaries.computeIfAbsent(client, any -> new LinkedHashMap<>());
        if (open.containsKey(request.requestId())) {
            client.sendMessage(
                    request.requestId(), 322, "Error processing request.-'bU' : cause - Duplicate request id");
            return;
        }
        if (open.size() >= limits.accountSummaries()) {
            client.sendMessage(
                    request.requestId(),
                    322,
                    "Error processing request.-'bU' : cause - Maximum number of account summary requests exceeded");
            return;
        }
        Summary summary = new Summary(request.requestId(), request.tags(), new HashMap<>());
        open.put(request.requestId(), summary);
        send(client, summary, valuation.now());
        client.send(Event.of("ACCOUNT_SUMMARY_END").with("reqId", request.requestId()));
    }

    private void cancelSummary(Client client, int requestId) {
        summaries.getOrDefault(client, Map.of()).remove(requestId);
    }

    private void subscribePositions(Client client) {
        positionReaders.add(client);
        account.positions().stream()
                .filter(position -> position.quantity().signum() != 0)
                .forEach(position -> send(client, position));
        client.send(Event.of("POSITION_END"));
    }

    private void cancelPositions(Client client) {
        positionReaders.remove(client);
    }

    @Override
    public void onClosed(Client client) {
        summaries.remove(client);
        positionReaders.remove(client);
    }

    boolean readsPositions(Client client) {
        return positionReaders.contains(client);
    }

    int summariesOf(Client client) {
        return summaries.getOrDefault(client, Map.of()).size();
    }

    private void pushChanges() {
        if (summaries.isEmpty()) {
            return;
        }
        AccountValues now = valuation.now();
        summaries.forEach((client, open) -> open.values().forEach(summary -> send(client, summary, now)));
    }

    private void send(Client client, Summary summary, AccountValues values) {
        for (Named named : wanted(summary, values)) {
            if (named.value().equals(summary.sent().put(named.tag(), named.value()))) {
                continue;
            }
            client.send(Event.of("ACCOUNT_SUMMARY")
                    .with("reqId", summary.requestId())
                    .with("account", account.code())
                    .with("tag", named.tag())
                    .with("value", named.value().value())
                    .with("currency", named.value().currency()));
        }
    }

    private static List<Named> wanted(Summary summary, AccountValues values) {
        SortedMap<String, TagValue> all = values.tags();
        SortedMap<String, TagValue> wanted = new TreeMap<>();
        List<Named> named = new ArrayList<>();
        for (String tag : summary.tags()) {
            if (tag.startsWith("$LEDGER")) {
                values.ledger().forEach((name, value) -> named.add(new Named(name, value)));
            } else if (all.containsKey(tag)) {
                wanted.put(tag, all.get(tag));
            }
        }
        wanted.forEach((tag, value) -> named.add(new Named(tag, value)));
        return named;
    }

    private void send(Client client, Position position) {
        client.send(Event.of("POSITION_DATA")
                .with("account", account.code())
                .with("contract.conId", position.contract().conId())
                .with("contract.symbol", position.contract().symbol())
                .with("contract.secType", "STK")
                .with("contract.strike", "0.0")
                .with("contract.exchange", position.contract().listingExchange())
                .with("contract.currency", "USD")
                .with("contract.localSymbol", position.contract().symbol())
                .with("contract.tradingClass", position.contract().tradingClass())
                .with("position", position.quantity())
                .with("avgCost", position.averageCost()));
    }

    private record Summary(int requestId, List<String> tags, Map<String, TagValue> sent) {}

    private record Named(String tag, TagValue value) {}
}
