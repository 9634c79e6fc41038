package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.Entitlements.Right;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.marketdata.tick.GenericTick;
import com.quanticity.ibkr.simulator.reference.NewsArchive;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.Optional;

/** What a client is told about market data it has not subscribed to. Source: tws-wire behaviour.md, sections 3 and 4. */
final class Refusals {

    private static final String NOT_SUBSCRIBED = "Requested market data is not subscribed.";
    private static final String NOT_FOR_API =
            "Requested market data requires additional subscription for API. See link in 'Market Data Connections'"
                    + " dialog for more details.";

    private Refusals() {}

    /** The same user is logged in elsewhere: the subscription stays and hears nothing. */
    static void tellCompeting(Client client, int requestId) {
        client.sendMessage(requestId, 10197, "No market data during competing live session");
    }

    /** A code with its text. */
    record Message(int code, String text) {}

    /** Why there is no level 1 data on these terms, whoever asks; empty when there is. */
    static Optional<Message> ofTerms(
            Request.MarketData request, SymbolMarket symbol, Optional<GenericTick.Wanted> wanted) {
        if (wanted.isEmpty()) {
            return message(
                    321, GenericTick.refusal(request.genericTicks(), Instruments.securityType(symbol.contract())));
        }
        if (!NewsArchive.knows(wanted.get().providers())) {
            return message(10276, "News feed is not allowed.");
        }
        return request.regulatory() && !Instruments.isSmart(symbol.contract())
                ? message(
                        321,
                        "Error validating request.-'bN' : cause - There is no regulatory snapshot of this contract")
                : Optional.empty();
    }

    /** About a level 1 request, which may live on; empty when there is nothing to tell. */
    static Optional<Message> ofLevel1(Right right, boolean wantsDelayed) {
        return switch (right) {
            case LIVE -> Optional.empty();
            case PARTLY ->
                message(
                        10090,
                        "Part of requested market data is not subscribed. Subscription-independent ticks are still active.");
            case PARTLY_FOR_API ->
                message(
                        10091,
                        "Part of requested market data requires additional subscription for API. See link in 'Market"
                                + " Data Connections' dialog for more details.");
            case NOT_FOR_API -> message(10089, NOT_FOR_API + "Delayed market data is available.");
            case ONLY_DELAYED ->
                wantsDelayed
                        ? message(10167, NOT_SUBSCRIBED + " Displaying delayed market data.")
                        : message(10168, NOT_SUBSCRIBED + " Delayed market data is not enabled.");
            case NOTHING, UNSUPPORTED -> message(354, NOT_SUBSCRIBED);
        };
    }

    /** Why there are no five-second bars; empty when there are. */
    static Optional<Message> ofBars(Right right, ListedContract contract) {
        if (contract.secType().equals("CFD")) {
            return message(420, "Invalid Real-time Query:No real-time bars of CFD: ask for its underlying");
        }
        return switch (right) {
            case LIVE, PARTLY, PARTLY_FOR_API -> Optional.empty();
            case NOT_FOR_API, ONLY_DELAYED -> message(10089, NOT_FOR_API);
            case NOTHING, UNSUPPORTED ->
                message(420, "Invalid Real-time Query:No market data permissions for " + contract.listingExchange());
        };
    }

    /** Why there is no tick-by-tick data; empty when there is. */
    static Optional<Message> ofTickByTick(Right right, ListedContract contract, boolean wantsDelayed) {
        return switch (right) {
            case LIVE, PARTLY, PARTLY_FOR_API -> Optional.empty();
            case NOT_FOR_API -> message(10089, NOT_FOR_API);
            case ONLY_DELAYED ->
                wantsDelayed
                        ? noTickByTick(contract)
                        : message(10186, NOT_SUBSCRIBED + " Delayed market data is not enabled.");
            case NOTHING, UNSUPPORTED -> noTickByTick(contract);
        };
    }

    private static Optional<Message> noTickByTick(ListedContract contract) {
        return message(
                10189,
                "Failed to request tick-by-tick data:No market data permissions for " + contract.listingExchange() + " "
                        + contract.secType());
    }

    /** Why there is no depth; empty when there is. */
    static Optional<Message> ofDepth(Right right) {
        return switch (right) {
            case LIVE, PARTLY, PARTLY_FOR_API -> Optional.empty();
            case NOT_FOR_API, ONLY_DELAYED, NOTHING -> message(354, NOT_SUBSCRIBED);
            case UNSUPPORTED -> message(10092, "Deep market data is not supported for this combination.");
        };
    }

    private static Optional<Message> message(int code, String text) {
        return Optional.of(new Message(code, text));
    }
}
