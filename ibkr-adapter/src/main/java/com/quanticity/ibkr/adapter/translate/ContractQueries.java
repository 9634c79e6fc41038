package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the broker is asked for to resolve a specification: as much as the specification says, and nothing that would have to be guessed. */
public final class ContractQueries {

    private ContractQueries() {}

    /**
     * The query of one specification.
     *
     * @throws IllegalArgumentException for a combination: its legs are asked for one by one, see {@link #combination}
     */
    public static GatewayContract of(ContractSpec spec) {
        return switch (spec) {
            case ContractSpec.Stock stock -> GatewayContract.stock(stock.symbol(), stock.listing(), stock.currency());
            case ContractSpec.Option option -> option(option);
            case ContractSpec.Occ occ -> occ(occ.symbol());
            case ContractSpec.Future future ->
                typed(SecurityType.FUTURE, future.symbol(), future.exchange(), future.currency())
                        .lastTradeDateOrContractMonth(future.month())
                        .build();
            case ContractSpec.CurrencyPair pair ->
                typed(SecurityType.CURRENCY, pair.base(), "IDEALPRO", pair.quote())
                        .build();
            case ContractSpec.Index index ->
                typed(SecurityType.INDEX, index.symbol(), index.exchange(), index.currency())
                        .build();
            case ContractSpec.ById byId ->
                GatewayContract.ofId(
                        byId.id().value(), byId.exchange().equals(ContractSpec.SMART) ? "" : byId.exchange());
            case ContractSpec.Combination _ ->
                throw new IllegalArgumentException(
                        "a combination has no details of its own; resolve its legs " + spec.text());
        };
    }

    /** All options of an underlying that expire on a day, of one class, both rights. */
    public static GatewayContract optionsOf(
            String symbol, String tradingClass, String expiry, String exchange, String currency) {
        return typed(SecurityType.OPTION, symbol, exchange, currency)
                .tradingClass(tradingClass)
                .lastTradeDateOrContractMonth(expiry)
                .build();
    }

    /**
     * A combination as orders name it.
     *
     * @param legs the resolved contracts, in the order of the combination's legs
     */
    public static GatewayContract combination(ContractSpec.Combination combination, List<Contract> legs) {
        if (legs.size() != combination.legs().size()) {
            throw new IllegalArgumentException(
                    legs.size() + " contracts for " + combination.legs().size() + " legs; give one for each");
        }
        List<ComboLeg> wire = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            int ratio = combination.legs().get(i).ratio();
            Contract leg = legs.get(i);
            wire.add(ComboLeg.of(leg.id().value(), Math.abs(ratio), ratio > 0 ? "BUY" : "SELL", leg.exchange()));
        }
        Contract first = Objects.requireNonNull(legs.getFirst());
        return typed(SecurityType.COMBINATION, first.symbol(), ContractSpec.SMART, first.currency())
                .legs(wire)
                .build();
    }

    private static GatewayContract option(ContractSpec.Option option) {
        return typed(SecurityType.OPTION, option.symbol(), option.exchange(), option.currency())
                .lastTradeDateOrContractMonth(DateTimeFormatter.BASIC_ISO_DATE.format(option.expiry()))
                .right(option.right().wireCode())
                .strike(option.strike())
                .tradingClass(option.tradingClass())
                .build();
    }

    /** The broker's local symbol of a US option is its OCC symbol. */
    private static GatewayContract occ(OccSymbol symbol) {
        return GatewayContract.builder()
                .secType(SecurityType.OPTION.wireCode())
                .localSymbol(symbol.toString())
                .exchange(ContractSpec.SMART)
                .currency(ContractSpec.USD)
                .build();
    }

    private static GatewayContract.Builder typed(SecurityType type, String symbol, String exchange, String currency) {
        return GatewayContract.builder()
                .symbol(symbol)
                .secType(type.wireCode())
                .exchange(exchange)
                .currency(currency);
    }
}
