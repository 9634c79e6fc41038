package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.contract.match.OccCheck;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.OccMapping;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.contract.PriceIncrement;
import com.quanticity.ibkr.model.contract.PriceLadder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one contract, as REST tells it.
 *
 * @param contract text by which orders and other requests may name it
 * @param exchange where orders named so go
 * @param blocked why orders for it are denied, null when they are not
 * @param occSymbol the symbol of an option, null for everything else
 * @param occMappings option symbols that were resolved to it
 * @param priceIncrements by market rule, with the exchanges that it counts on
 */
record ContractDetail(
        String contract,
        String exchange,
        @Nullable String blocked,
        @Nullable OccSymbol occSymbol,
        List<OccMapping> occMappings,
        ContractReference reference,
        List<Increments> priceIncrements) {

    /**
     * Price increments of one market rule.
     *
     * @param increments from each price on; null while the broker has not answered, then {@code minTick} counts
     */
    record Increments(
            int marketRule,
            List<String> exchanges,
            @Nullable List<PriceIncrement> increments) {}

    static ContractDetail of(
            String contract,
            String exchange,
            ContractReference reference,
            ContractDirectory directory,
            OccMappings mappings) {
        return new ContractDetail(
                contract,
                exchange,
                directory.blocked(reference.contractId()).orElse(null),
                OccCheck.symbolOf(reference).orElse(null),
                mappings.of(reference.contractId()),
                reference,
                increments(reference, directory));
    }

    private static List<Increments> increments(ContractReference reference, ContractDirectory directory) {
        Map<Integer, List<String>> exchanges = new LinkedHashMap<>();
        for (String exchange : reference.validExchanges()) {
            Integer rule = reference.marketRuleAt(exchange);
            if (rule != null) {
                exchanges.computeIfAbsent(rule, any -> new ArrayList<>()).add(exchange);
            }
        }
        List<Increments> all = new ArrayList<>();
        exchanges.forEach((rule, places) -> all.add(new Increments(
                rule,
                List.copyOf(places),
                directory.ladder(rule).map(PriceLadder::increments).orElse(null))));
        return all;
    }
}
