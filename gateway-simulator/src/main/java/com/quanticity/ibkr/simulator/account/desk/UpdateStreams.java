package com.quanticity.ibkr.simulator.account.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountTags;
import com.quanticity.ibkr.simulator.account.AccountValues.Profit;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.account.TagValue;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Account updates: everything of one account, one account at a time for all clients together. */
final class UpdateStreams {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Accounts accounts;
    private final Valuation valuation;
    private final InstantSource time;
    private final ZoneId zone;
    private final Map<Client, Download> downloads = new LinkedHashMap<>();
    private boolean isReady = true;

    UpdateStreams(Accounts accounts, Valuation valuation, InstantSource time, ZoneId zone) {
        this.accounts = accounts;
        this.valuation = valuation;
        this.time = time;
        this.zone = zone;
    }

    void serve(Client client, Request.AccountUpdates request) {
        Account account = request.account().isEmpty() && accounts.all().size() == 1
                ? accounts.first()
                : accounts.of(request.account());
        if (account == null) {
            client.sendMessage(
                    -1,
                    321,
                    "Error validating request.-'bK' : cause - Invalid account code '" + request.account() + "'.");
        } else if (request.subscribe()) {
            open(client, account);
        } else {
            downloads.remove(client);
        }
    }

    private void open(Client client, Account account) {
        Client other = holderOfAnother(client, account);
        if (other != null) {
            client.sendMessage(
                    -1,
                    2101,
                    "Unable to subscribe to account as the following clients are subscribed to a different account: "
                            + other.clientId());
            return;
        }
        Download before = downloads.get(client);
        if (before != null && before.account() != account) {
            client.sendMessage(
                    -1,
                    2100,
                    "New account data requested from TWS.  API client has been unsubscribed from account data.");
        }
        Download download = new Download(account, new SentValues(), new HashMap<>());
        downloads.put(client, download);
        send(client, download);
        client.send(Event.of("ACCT_DOWNLOAD_END").with("accountName", account.code()));
    }

    private @Nullable Client holderOfAnother(Client client, Account account) {
        return downloads.entrySet().stream()
                .filter(entry -> entry.getKey() != client && entry.getValue().account() != account)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    void onClosed(Client client) {
        downloads.remove(client);
    }

    /** Something was traded: the account's clients hear of it at once. */
    void onPosition(Account account) {
        downloads.forEach((client, download) -> {
            if (download.account() == account) {
                send(client, download);
            }
        });
    }

    void sendChanges() {
        downloads.forEach(this::send);
    }

    void setReady(boolean ready) {
        isReady = ready;
        sendChanges();
    }

    private void send(Client client, Download download) {
        Account account = download.account();
        List<TagValue> values = AccountTags.updates(account, valuation.of(account), isReady);
        for (TagValue value : download.sent().changed(account.code(), values)) {
            client.send(Event.of("ACCT_VALUE")
                    .with("key", value.tag())
                    .with("value", value.value())
                    .with("currency", value.currency())
                    .with("accountName", account.code()));
        }
        account.positions().forEach(position -> sendIfChanged(client, download, position));
        client.send(Event.of("ACCT_UPDATE_TIME")
                .with("timeStamp", TIME.format(time.instant().atZone(zone))));
    }

    private void sendIfChanged(Client client, Download download, Position position) {
        Holding now = holding(download.account(), position);
        Holding before = download.holdings().put(position.contract().conId(), now);
        boolean isNews = before == null ? position.isOpen() : !before.equals(now);
        if (!isNews) {
            return;
        }
        Event event = Event.of("PORTFOLIO_VALUE");
        ContractFields.describe(event, position.contract(), "0");
        client.send(event.with("contract.primaryExchange", position.contract().listingExchange())
                .with("position", now.quantity())
                .with("marketPrice", now.price())
                .with("marketValue", now.value())
                .with("averageCost", now.averageCost())
                .with("unrealizedPNL", now.unrealized())
                .with("realizedPNL", now.realized())
                .with("accountName", download.account().code()));
    }

    private Holding holding(Account account, Position position) {
        BigDecimal price = valuation.markOf(position);
        Profit profits = valuation.profitOf(account, position);
        return new Holding(
                position.quantity(),
                price,
                Amounts.cents(position.valueAt(price)),
                position.averageCost(),
                Amounts.cents(profits.unrealized()),
                Amounts.cents(profits.realized()));
    }

    private record Download(Account account, SentValues sent, Map<Integer, Holding> holdings) {}

    private record Holding(
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal value,
            BigDecimal averageCost,
            BigDecimal unrealized,
            BigDecimal realized) {}
}
