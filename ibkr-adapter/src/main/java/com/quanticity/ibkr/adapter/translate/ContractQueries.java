package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.adapter.contract.Combination;
import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the broker is asked for to resolve a specification: as much as the specification says, and nothing that would have to be guessed. */
public final class ContractQueries {

    private ContractQueries() {}

    /**
     * The query of one specification.
     *
     * @throws IllegalArgumentException for a combination: its legs are asked for one by one, see {@code Combination}
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
            case ContractSpec.FutureOption option -> option(option);
            case ContractSpec.Bond bond ->
                GatewayContract.builder()
                        .secType(SecurityType.BOND.wireCode())
                        .secIdType(bond.identifierType())
                        .secId(bond.identifier())
                        .exchange(bond.exchange())
                        .currency(bond.currency())
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
     * A combination as orders name it: by its legs, for it has no id of its own.
     *
     * @param combination its symbol, currency and exchange
     */
    public static GatewayContract combination(Contract combination, List<Combination.Leg> legs) {
        List<ComboLeg> wire = legs.stream()
                .map(leg -> ComboLeg.of(
                        leg.contract().id().value(),
                        Math.abs(leg.ratio()),
                        leg.ratio() > 0 ? "BUY" : "SELL",
                        leg.contract().exchange()))
                .toList();
        return typed(SecurityType.COMBINATION, combination.symbol(), combination.exchange(), combination.currency())
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

    private static GatewayContract option(ContractSpec.FutureOption option) {
        return typed(SecurityType.FUTURE_OPTION, option.symbol(), option.exchange(), option.currency())
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
