package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountValues;
import com.quanticity.ibkr.simulator.account.AccountValues.TagValue;
import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.account.Valuation;
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
final class AccountDesk {

    private final Account account;
    private final Valuation valuation;
    private final SessionLimits limits;
    private final Map<Session, Map<Integer, Summary>> summaries = new LinkedHashMap<>();
    private final Set<Session> positionReaders = new LinkedHashSet<>();

    AccountDesk(Account account, Valuation valuation, SessionLimits limits) {
        this.account = account;
        this.valuation = valuation;
        this.limits = limits;
        account.onPosition(position -> positionReaders.forEach(session -> send(session, position)));
    }

    /** Looks for changed values again and again. */
    void pushChangesOn(EventLoop loop) {
        loop.after(limits.summaryInterval(), () -> {
            pushChanges();
            pushChangesOn(loop);
        });
    }

    void subscribeSummary(Session session, Request.AccountSummary request) {
        Map<Integer, Summary> open = summaries.computeIfAbsent(session, any -> new LinkedHashMap<>());
        if (open.containsKey(request.requestId())) {
            session.sendMessage(
                    request.requestId(), 322, "Error processing request.-'bU' : cause - Duplicate request id");
            return;
        }
        if (open.size() >= limits.accountSummaries()) {
            session.sendMessage(
                    request.requestId(),
                    322,
                    "Error processing request.-'bU' : cause - Maximum number of account summary requests exceeded");
            return;
        }
        Summary summary = new Summary(request.requestId(), request.tags(), new HashMap<>());
        open.put(request.requestId(), summary);
        send(session, summary, valuation.now());
        session.send(Event.of("ACCOUNT_SUMMARY_END").with("reqId", request.requestId()));
    }

    void cancelSummary(Session session, int requestId) {
        summaries.getOrDefault(session, Map.of()).remove(requestId);
    }

    void subscribePositions(Session session) {
        positionReaders.add(session);
        account.positions().stream()
                .filter(position -> position.quantity().signum() != 0)
                .forEach(position -> send(session, position));
        session.send(Event.of("POSITION_END"));
    }

    void cancelPositions(Session session) {
        positionReaders.remove(session);
    }

    void onClosed(Session session) {
        summaries.remove(session);
        positionReaders.remove(session);
    }

    boolean readsPositions(Session session) {
        return positionReaders.contains(session);
    }

    int summariesOf(Session session) {
        return summaries.getOrDefault(session, Map.of()).size();
    }

    private void pushChanges() {
        if (summaries.isEmpty()) {
            return;
        }
        AccountValues now = valuation.now();
        summaries.forEach((session, open) -> open.values().forEach(summary -> send(session, summary, now)));
    }

    private void send(Session session, Summary summary, AccountValues values) {
        for (Named named : wanted(summary, values)) {
            if (named.value().equals(summary.sent().put(named.tag(), named.value()))) {
                continue;
            }
            session.send(Event.of("ACCOUNT_SUMMARY")
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

    private void send(Session session, Position position) {
        session.send(Event.of("POSITION_DATA")
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
