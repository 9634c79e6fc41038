package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.wire.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a client wants to hear of, or tells it why there is nothing to hear. */
final class Feed {

    private static final String NO_DEFINITION = "No security definition has been found for the request";

    private static final Map<String, String> FUTURES = Map.of("SPX", "ES", "NDX", "NQ");

    private final ContractMaster contracts;
    private final Market market;

    Feed(ContractMaster contracts, Market market) {
        this.contracts = contracts;
        this.market = market;
    }

    /** The market of the one contract that is meant; null after a refusal, or when a CFD was sent on to its underlying. */
    @Nullable SymbolMarket forLevel1(Client client, int requestId, ContractQuery query) {
        return findOrReroute(client, requestId, query, "REROUTE_MKT_DATA_REQ");
    }

    /** The same for order books. */
    @Nullable SymbolMarket forDepth(Client client, int requestId, ContractQuery query) {
        return findOrReroute(client, requestId, query, "REROUTE_MKT_DEPTH_REQ");
    }

    private @Nullable SymbolMarket findOrReroute(Client client, int requestId, ContractQuery query, String event) {
        SymbolMarket found = find(client, requestId, query);
        Optional<ListedContract> underlying =
                found == null ? Optional.empty() : contracts.underlyingOfCfd(found.contract());
        if (underlying.isEmpty()) {
            return found;
        }
        client.send(Event.of(event)
                .with("reqId", requestId)
                .with("conId", underlying.get().conId())
                .with("exchange", underlying.get().exchange()));
        return null;
    }

    /** The market of the one contract that is meant; null after a refusal. */
    @Nullable SymbolMarket find(Client client, int requestId, ContractQuery query) {
        if (query.secType().equals("BAG")) {
            return combination(client, requestId, query);
        }
        List<ListedContract> found = contracts.find(query);
        if (found.size() != 1) {
            client.sendMessage(
                    requestId,
                    200,
                    found.isEmpty()
                            ? NO_DEFINITION
                            : "The contract description specified is ambiguous; you must specify"
                                    + " the multiplier or trading class.");
            return null;
        }
        Optional<SymbolMarket> symbol = market.of(found.getFirst());
        if (symbol.isEmpty()) {
            client.sendMessage(requestId, 354, "Requested market data is not subscribed.");
            return null;
        }
        return symbol.get();
    }

    private @Nullable SymbolMarket combination(Client client, int requestId, ContractQuery query) {
        if (query.legs().isEmpty()) {
            client.sendMessage(requestId, 314, "A BAG contract needs its legs.");
            return null;
        }
        Optional<ContractQuery.Leg> unknown = query.legs().stream()
                .filter(leg -> leg.ratio() < 1 || contracts.ofId(leg.conId()).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            client.sendMessage(
                    requestId, 313, "Details of the leg " + unknown.get().conId() + " are invalid.");
            return null;
        }
        Optional<SymbolMarket> symbol = market.of(contracts.combination(query));
        if (symbol.isEmpty()) {
            client.sendMessage(requestId, 354, "Requested market data is not subscribed.");
        }
        return symbol.orElse(null);
    }

    /** The front future on an index; null when there is none. */
    @Nullable SymbolMarket futureOn(ListedContract contract) {
        String root = contract.secType().equals("IND") ? FUTURES.get(contract.symbol()) : null;
        return root == null ? null : market.of(contracts.ofSymbol(root)).orElse(null);
    }
}
