package com.quanticity.ibkr.simulator.account.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Positions of all accounts, or by request id of one. */
final class PositionStreams {

    private final Accounts accounts;
    private final Set<Client> readers = new LinkedHashSet<>();
    private final OpenStreams<Multi> multis = new OpenStreams<>();

    PositionStreams(Accounts accounts) {
        this.accounts = accounts;
    }

    void open(Client client) {
        readers.add(client);
        for (Account account : accounts.carrying()) {
            account.openPositions().forEach(position -> client.send(position(account, position)));
        }
        client.send(Event.of("POSITION_END"));
    }

    void cancel(Client client) {
        readers.remove(client);
    }

    boolean isOpen(Client client) {
        return readers.contains(client);
    }

    void open(Client client, Request.PositionsMulti request) {
        List<Account> wanted = AccountLookup.wanted(accounts, request.account());
        if (wanted.isEmpty()) {
            AccountLookup.refuse(client, request.requestId(), request.account());
            return;
        }
        Multi multi = new Multi(request.requestId(), request.model().isEmpty() ? wanted : List.of());
        if (!multis.tryOpen(client, request.requestId(), multi)) {
            return;
        }
        for (Account account : multi.accounts()) {
            account.openPositions().forEach(position -> client.send(multi(multi, account, position)));
        }
        client.send(Event.of("POSITION_MULTI_END").with("reqId", request.requestId()));
    }

    void cancel(Client client, int requestId) {
        multis.close(client, requestId);
    }

    void onClosed(Client client) {
        readers.remove(client);
        multis.closeAll(client);
    }

    void onPosition(Account account, Position position) {
        readers.forEach(client -> client.send(position(account, position)));
        multis.forEach((client, multi) -> {
            if (multi.accounts().contains(account)) {
                client.send(multi(multi, account, position));
            }
        });
    }

    private static Event position(Account account, Position position) {
        return describe(Event.of("POSITION_DATA"), account, position);
    }

    private static Event multi(Multi multi, Account account, Position position) {
        return describe(Event.of("POSITION_MULTI").with("reqId", multi.requestId()), account, position);
    }

    private static Event describe(Event event, Account account, Position position) {
        ContractFields.describe(event, position.contract(), "");
        return event.with("account", account.code())
                .with("contract.exchange", position.contract().listingExchange())
                .with("position", position.quantity())
                .with("avgCost", position.averageCost());
    }

    private record Multi(int requestId, List<Account> accounts) {}
}
