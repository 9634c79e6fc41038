package com.quanticity.ibkr.simulator.reference;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Fields;
import com.quanticity.ibkr.simulator.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds symbols by their beginning or by words of the name; answers a client once a second. */
final class SymbolSearch {

    /** Source: tws-wire behaviour.md, sections 3 and 8. */
    private static final int MOST = 16;

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final ContractMaster contracts;
    private final EventLoop loop;
    private final Map<Client, Instant> nextSlot = new HashMap<>();

    SymbolSearch(ContractMaster contracts, EventLoop loop) {
        this.contracts = contracts;
        this.loop = loop;
    }

    void serve(Client client, Request.MatchingSymbols request) {
        Instant now = loop.now();
        Instant slot = nextSlot.getOrDefault(client, now);
        Instant when = slot.isAfter(now) ? slot : now;
        nextSlot.put(client, when.plus(BETWEEN));
        if (when.equals(now)) {
            answer(client, request);
        } else {
            loop.at(when, () -> answer(client, request));
        }
    }

    void onClosed(Client client) {
        nextSlot.remove(client);
    }

    private void answer(Client client, Request.MatchingSymbols request) {
        client.send(Event.of("SYMBOL_SAMPLES")
                .with("reqId", request.requestId())
                .withGroup("samples", samples(request.pattern())));
    }

    private List<Fields> samples(String pattern) {
        String wanted = pattern.strip().toUpperCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        Stream<ListedContract> bySymbol = contracts
                .listed()
                .filter(contract -> contract.symbol().startsWith(wanted))
                .sorted(Comparator.comparing(ListedContract::symbol));
        Stream<ListedContract> byName = contracts
                .listed()
                .filter(contract -> contract.longName().toUpperCase(Locale.ROOT).contains(wanted));
        return Stream.concat(bySymbol, byName)
                .distinct()
                .limit(MOST)
                .map(this::sample)
                .toList();
    }

    private Fields sample(ListedContract contract) {
        boolean hasOptions =
                !contracts.optionClasses(contract.symbol(), contract.secType()).isEmpty();
        List<Fields> derivatives = hasOptions ? List.of(new Fields().put("secType", "OPT")) : List.of();
        return new Fields()
                .put("conId", contract.conId())
                .put("symbol", contract.symbol())
                .put("secType", contract.secType())
                .put("primaryExchange", contract.listingExchange())
                .put("currency", contract.currency())
                .putGroup("derivativeSecTypes", derivatives)
                .put("description", contract.longName())
                .put("issuerId", "");
    }
}
