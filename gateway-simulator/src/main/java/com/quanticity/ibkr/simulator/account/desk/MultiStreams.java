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
import java.util.List;

/** Account updates by request id: any number of accounts at once. There are no models, so a model's values are none. */
final class MultiStreams {

    private final Accounts accounts;
    private final Valuation valuation;
    private final OpenStreams<Stream> streams = new OpenStreams<>();

    MultiStreams(Accounts accounts, Valuation valuation) {
        this.accounts = accounts;
        this.valuation = valuation;
    }

    void open(Client client, Request.AccountUpdatesMulti request) {
        List<Account> wanted = AccountLookup.wanted(accounts, request.account());
        if (wanted.isEmpty()) {
            AccountLookup.refuse(client, request.requestId(), request.account());
            return;
        }
        List<Account> told = request.model().isEmpty() ? wanted : List.of();
        Stream stream = new Stream(request.requestId(), told, request.ledgerOnly(), new SentValues());
        if (streams.tryOpen(client, request.requestId(), stream)) {
            stream.accounts().forEach(account -> send(client, stream, account));
            client.send(Event.of("ACCOUNT_UPDATE_MULTI_END").with("reqId", request.requestId()));
        }
    }

    void cancel(Client client, int requestId) {
        streams.close(client, requestId);
    }

    void onClosed(Client client) {
        streams.closeAll(client);
    }

    void onPosition(Account account) {
        streams.forEach((client, stream) -> {
            if (stream.accounts().contains(account)) {
                send(client, stream, account);
            }
        });
    }

    void sendChanges() {
        streams.forEach((client, stream) -> stream.accounts().forEach(account -> send(client, stream, account)));
    }

    private void send(Client client, Stream stream, Account account) {
        AccountValues now = valuation.of(account);
        List<TagValue> values = stream.ledgerOnly()
                ? AccountTags.ledgerAndNetLiquidation(account, now)
                : AccountTags.updates(account, now, true);
        for (TagValue value : stream.sent().changed(account.code(), values)) {
            client.send(Event.of("ACCOUNT_UPDATE_MULTI")
                    .with("reqId", stream.requestId())
                    .with("account", account.code())
                    .with("key", value.tag())
                    .with("value", value.value())
                    .with("currency", value.currency()));
        }
    }

    private record Stream(int requestId, List<Account> accounts, boolean ledgerOnly, SentValues sent) {}
}
