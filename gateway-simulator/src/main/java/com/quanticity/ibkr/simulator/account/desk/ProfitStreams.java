package com.quanticity.ibkr.simulator.account.desk;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountValues.Profit;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Position;
import com.quanticity.ibkr.simulator.account.Valuation;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Profit and loss of whole accounts and of single positions. */
final class ProfitStreams {

    private final Accounts accounts;
    private final Valuation valuation;
    private final OpenStreams<Stream> streams = new OpenStreams<>();

    ProfitStreams(Accounts accounts, Valuation valuation) {
        this.accounts = accounts;
        this.valuation = valuation;
    }

    void open(Client client, Request.ProfitAndLoss request) {
        open(client, request.requestId(), request.account(), null);
    }

    void open(Client client, Request.ProfitAndLossSingle request) {
        open(client, request.requestId(), request.account(), request.conId());
    }

    private void open(Client client, int requestId, String code, @Nullable Integer conId) {
        Account account = accounts.of(code);
        if (account == null) {
            AccountLookup.refuse(client, requestId, code);
            return;
        }
        Stream stream = new Stream(requestId, account, conId);
        if (streams.tryOpen(client, requestId, stream)) {
            send(client, stream);
        }
    }

    void cancel(Client client, int requestId) {
        streams.close(client, requestId);
    }

    void onClosed(Client client) {
        streams.closeAll(client);
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    void sendChanges() {
        streams.forEach(this::send);
    }

    private void send(Client client, Stream stream) {
        Figures figures = stream.conId == null
                ? whole(valuation.of(stream.account).profit())
                : single(stream.account, stream.conId);
        if (!figures.equals(stream.sent)) {
            stream.sent = figures;
            client.send(event(stream, figures));
        }
    }

    private static Figures whole(Profit profit) {
        return new Figures(
                BigDecimal.ZERO,
                Amounts.text(profit.daily()),
                Amounts.text(profit.unrealized()),
                Amounts.text(profit.realized()),
                "");
    }

    private Figures single(Account account, int conId) {
        Position position = account.position(conId);
        if (position == null) {
            String unset = Amounts.text(null);
            return new Figures(BigDecimal.ZERO, unset, unset, unset, unset);
        }
        Profit profit = valuation.profitOf(account, position);
        return new Figures(
                position.quantity(),
                Amounts.text(profit.daily()),
                Amounts.text(profit.unrealized()),
                Amounts.text(profit.realized()),
                Amounts.text(position.valueAt(valuation.markOf(position))));
    }

    private static Event event(Stream stream, Figures figures) {
        Event event = stream.conId == null
                ? Event.of("PNL")
                : Event.of("PNL_SINGLE").with("position", figures.quantity()).with("value", figures.value());
        return event.with("reqId", stream.requestId)
                .with("dailyPnL", figures.daily())
                .with("unrealizedPnL", figures.unrealized())
                .with("realizedPnL", figures.realized());
    }

    private static final class Stream {

        private final int requestId;
        private final Account account;
        private final @Nullable Integer conId;
        private @Nullable Figures sent;

        Stream(int requestId, Account account, @Nullable Integer conId) {
            this.requestId = requestId;
            this.account = account;
            this.conId = conId;
        }
    }

    private record Figures(BigDecimal quantity, String daily, String unrealized, String realized, String value) {}
}
