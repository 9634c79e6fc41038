package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.Quote;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Snapshots on demand. They take no market data line for long and never enter the stream of quotes. Thread-safe; never blocks. */
public final class Snapshots {

    private static final long NO_IDENTITY = 1;

    private final GatewaySession session;
    private final ExchangeNames exchanges;
    private final Level1Properties settings;
    private final Clock clock;

    /** How it ended. */
    public sealed interface Outcome {

        /** The gateway said that it was all. */
        record Complete(Snapshot snapshot) implements Outcome {}

        /** The broker said no. */
        record Refused(int code, String message) implements Outcome {}

        /** No end in time, no connection, or not sent; one line says which. */
        record NotAnswered(String why) implements Outcome {}
    }

    Snapshots(GatewaySession session, ExchangeNames exchanges, Level1Properties settings, Clock clock) {
        this.session = session;
        this.exchanges = exchanges;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes one. The future never completes exceptionally.
     *
     * @param symbol the desk's name of the contract
     * @param regulatory true for one of the whole market, which the broker charges for each time
     */
    public CompletableFuture<Outcome> take(String symbol, Contract contract, boolean regulatory) {
        ReqMktData request = new ReqMktData(
                session.nextRequestId(),
                ContractTranslator.INSTANCE.wire(contract),
                "",
                !regulatory,
                regulatory,
                List.of());
        return session.ask(request, settings.snapshotPatience())
                .thenApply(outcome -> outcome(symbol, contract, regulatory, outcome));
    }

    private Outcome outcome(String symbol, Contract contract, boolean regulatory, RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Answered answered ->
                new Outcome.Complete(snapshot(symbol, contract, regulatory, answered));
            case RequestOutcome.BrokerError error -> new Outcome.Refused(error.code(), error.message());
            case RequestOutcome.TimedOut timedOut ->
                new Outcome.NotAnswered(
                        "no end of the snapshot within " + timedOut.timeout().toSeconds() + " s");
            case RequestOutcome.ConnectionLost lost -> new Outcome.NotAnswered("connection lost: " + lost.reason());
            case RequestOutcome.NotSent notSent ->
                new Outcome.NotAnswered("not sent: " + notSent.refusal().message());
        };
    }

    private Snapshot snapshot(String symbol, Contract contract, boolean regulatory, RequestOutcome.Answered answered) {
        TopOfBook book = new TopOfBook(symbol, contract.id());
        FactBook facts = new FactBook(settings.volumeUnit(contract.securityType()));
        for (TickEvent tick : answered.events(TickEvent.class)) {
            book.apply(tick);
            facts.apply(tick);
        }
        Instant now = clock.instant();
        Quote quote = book.quote(NO_IDENTITY, NO_IDENTITY, now);
        String key = facts.facts().bboExchange();
        return new Snapshot(
                symbol,
                contract.id().value(),
                book.dataType(),
                quote.bid(),
                quote.bidSize(),
                quote.ask(),
                quote.askSize(),
                quote.last(),
                quote.lastSize(),
                exchanges.names(key, quote.bidExchange()),
                exchanges.names(key, quote.askExchange()),
                facts.facts(),
                regulatory,
                now);
    }
}
