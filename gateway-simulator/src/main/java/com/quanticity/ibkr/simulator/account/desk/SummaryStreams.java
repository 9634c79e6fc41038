package com.quanticity.ibkr.simulator.account.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountTags;
import com.quanticity.ibkr.simulator.account.AccountValues;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.TagValue;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.IntSupplier;

/** Account summaries: chosen tags of all accounts, then what changes of them. */
final class SummaryStreams {

    private static final String LEDGER = "$LEDGER";

    private final Accounts accounts;
    private final Valuation valuation;
    private final IntSupplier atOnce;
    private final OpenStreams<Summary> streams = new OpenStreams<>();

    SummaryStreams(Accounts accounts, Valuation valuation, IntSupplier atOnce) {
        this.accounts = accounts;
        this.valuation = valuation;
        this.atOnce = atOnce;
    }

    void open(Client client, Request.AccountSummary request) {
        List<Account> group = group(request.group());
        if (group.isEmpty()) {
            client.sendMessage(
                    request.requestId(),
                    321,
                    "Error validating request.-'bU' : cause - Group " + request.group()
                            + " is unknown: ask for All or an advisor's group");
            return;
        }
        Summary summary = new Summary(request.requestId(), group, List.copyOf(request.tags()), new SentValues());
        if (streams.count(client) >= atOnce.getAsInt() && !isDuplicate(client, request.requestId())) {
            client.sendMessage(
                    request.requestId(),
                    322,
                    "Error processing request.-'bU' : cause - Maximum number of account summary requests exceeded");
        } else if (streams.tryOpen(client, request.requestId(), summary)) {
            send(client, summary, values());
            client.send(Event.of("ACCOUNT_SUMMARY_END").with("reqId", request.requestId()));
        }
    }

    /** The accounts of a group; empty when there is no such group. */
    private List<Account> group(String name) {
        return name.equals("All")
                ? List.copyOf(accounts.carrying())
                : accounts.groups().of(name).stream()
                        .flatMap(group -> accounts.carrying().stream()
                                .filter(account -> group.accounts().contains(account.code())))
                        .toList();
    }

    private boolean isDuplicate(Client client, int requestId) {
        List<Integer> ids = new ArrayList<>();
        streams.forEach((other, summary) -> {
            if (other == client) {
                ids.add(summary.requestId());
            }
        });
        return ids.contains(requestId);
    }

    void cancel(Client client, int requestId) {
        streams.close(client, requestId);
    }

    void onClosed(Client client) {
        streams.closeAll(client);
    }

    int openOf(Client client) {
        return streams.count(client);
    }

    void sendChanges() {
        if (!streams.isEmpty()) {
            Map<Account, AccountValues> values = values();
            streams.forEach((client, summary) -> send(client, summary, values));
        }
    }

    private Map<Account, AccountValues> values() {
        Map<Account, AccountValues> values = new LinkedHashMap<>();
        accounts.carrying().forEach(account -> values.put(account, valuation.of(account)));
        return values;
    }

    private static void send(Client client, Summary summary, Map<Account, AccountValues> values) {
        values.forEach((account, current) -> {
            if (!summary.group().contains(account)) {
                return;
            }
            for (TagValue value : summary.sent().changed(account.code(), wanted(summary, account, current))) {
                client.send(Event.of("ACCOUNT_SUMMARY")
                        .with("reqId", summary.requestId())
                        .with("account", account.code())
                        .with("tag", value.tag())
                        .with("value", value.value())
                        .with("currency", value.currency()));
            }
        });
    }

    private static List<TagValue> wanted(Summary summary, Account account, AccountValues values) {
        SortedMap<String, TagValue> all = AccountTags.summary(values);
        List<TagValue> wanted = new ArrayList<>();
        for (String tag : new TreeSet<>(summary.tags())) {
            if (tag.startsWith(LEDGER)) {
                ledgers(tag, values).forEach(currency -> wanted.addAll(AccountTags.ledger(account, values, currency)));
            } else if (all.containsKey(tag)) {
                wanted.add(all.get(tag));
            }
        }
        return wanted;
    }

    /** The currencies that {@code $LEDGER}, {@code $LEDGER:EUR} or {@code $LEDGER:ALL} asks for. */
    private static List<String> ledgers(String tag, AccountValues values) {
        String which = tag.substring(LEDGER.length());
        if (which.isEmpty()) {
            return List.of(AccountTags.BASE);
        }
        if (!which.equals(":ALL")) {
            return List.of(which.substring(1));
        }
        List<String> all = new ArrayList<>(List.of(AccountTags.BASE));
        values.currencies().forEach(each -> all.add(each.currency()));
        return all;
    }

    private record Summary(int requestId, List<Account> group, List<String> tags, SentValues sent) {}
}
