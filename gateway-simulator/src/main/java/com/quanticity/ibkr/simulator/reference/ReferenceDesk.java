package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.contract.MarketRule;
import com.quanticity.ibkr.simulator.contract.OptionClass;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Answers which contracts there are, where they trade and in which steps. */
public final class ReferenceDesk implements Desk<Request.ReferenceRequest> {

    private final ContractMaster contracts;
    private final ContractDetails details;
    private final SymbolSearch search;
    private final Fundamentals fundamentals;
    private final BiPredicate<Client, String> keys;

    /**
     * A desk over all contracts.
     *
     * @param keys whether a client was told an exchange key with its market data: only those are answered
     */
    public ReferenceDesk(ContractMaster contracts, EventLoop loop, BiPredicate<Client, String> keys) {
        this.contracts = contracts;
        this.details = new ContractDetails(contracts, loop::now);
        this.fundamentals = new Fundamentals(contracts, loop::now);
        this.search = new SymbolSearch(contracts, loop);
        this.keys = keys;
    }

    @Override
    public void serve(Client client, Request.ReferenceRequest request) {
        switch (request) {
            case Request.ContractData wanted -> contractData(client, wanted);
            case Request.MatchingSymbols wanted -> search.serve(client, wanted);
            case Request.OptionParameters wanted -> optionParameters(client, wanted);
            case Request.MarketRule wanted -> marketRule(client, wanted.ruleId());
            case Request.SmartComponents wanted -> smartComponents(client, wanted);
            case Request.DepthExchanges _ ->
                client.send(Event.of("MKT_DEPTH_EXCHANGES").withGroup("exchanges", Exchanges.withDepth()));
            case Request.FundamentalData wanted -> fundamentals.serve(client, wanted);
            case Request.CancelFundamentalData _ -> {
                // every report is sent at once
            }
        }
    }

    @Override
    public void onClosed(Client client) {
        search.onClosed(client);
    }

    private void contractData(Client client, Request.ContractData request) {
        List<ListedContract> found = ContractLookup.all(client, request.requestId(), contracts, request.contract());
        if (!found.isEmpty()) {
            found.forEach(contract -> client.send(details.of(request.requestId(), contract)));
            client.send(Event.of("CONTRACT_DATA_END").with("reqId", request.requestId()));
        }
    }

    private void optionParameters(Client client, Request.OptionParameters request) {
        Optional<ListedContract> underlying = contracts
                .ofId(request.conId())
                .filter(contract -> contract.symbol().equals(request.symbol())
                        && contract.secType().equals(request.secType()));
        if (underlying.isEmpty()) {
            client.sendMessage(
                    request.requestId(),
                    321,
                    "Error validating request.-'bN' : cause - Invalid underlying: symbol, security type and contract id"
                            + " must name one contract");
            return;
        }
        for (OptionClass options : contracts.optionClasses(request.symbol(), request.secType())) {
            options.exchanges().stream()
                    .filter(exchange -> request.futureExchange().isEmpty()
                            || request.futureExchange().equals(exchange))
                    .forEach(exchange -> client.send(optionParameters(request.requestId(), exchange, options)));
        }
        client.send(Event.of("SECURITY_DEFINITION_OPTION_PARAMETER_END").with("reqId", request.requestId()));
    }

    private static Event optionParameters(int requestId, String exchange, OptionClass options) {
        List<Fields> expirations = options.expirations().stream()
                .map(day -> new Fields().put("date", DateTimeFormatter.BASIC_ISO_DATE.format(day)))
                .toList();
        List<Fields> strikes = options.strikes().stream()
                .map(strike -> new Fields().put("strike", strike))
                .toList();
        return Event.of("SECURITY_DEFINITION_OPTION_PARAMETER")
                .with("reqId", requestId)
                .with("exchange", exchange)
                .with("underlyingConId", options.underlyingId())
                .with("tradingClass", options.tradingClass())
                .with("multiplier", options.multiplier().toPlainString())
                .withGroup("expirations", expirations)
                .withGroup("strikes", strikes);
    }

    private static void marketRule(Client client, int ruleId) {
        Optional<MarketRule> rule = MarketRule.of(ruleId);
        if (rule.isEmpty()) {
            client.sendMessage(-1, 322, "Error processing request.-'bN' : cause - Unknown market rule " + ruleId);
            return;
        }
        List<Fields> increments = rule.get().steps().stream()
                .map(step -> new Fields().put("lowEdge", step.lowEdge()).put("increment", step.increment()))
                .toList();
        client.send(Event.of("MARKET_RULE").with("marketRuleId", ruleId).withGroup("increments", increments));
    }

    private void smartComponents(Client client, Request.SmartComponents request) {
        if (!keys.test(client, request.bboExchange())) {
            client.sendMessage(
                    request.requestId(),
                    321,
                    "Error validating request.-'bN' : cause - BBO exchange '" + request.bboExchange()
                            + "' is not known: ask with a key that came with market data of this session");
            return;
        }
        client.send(Event.of("SMART_COMPONENTS")
                .with("reqId", request.requestId())
                .withGroup("components", Exchanges.components()));
    }
}
