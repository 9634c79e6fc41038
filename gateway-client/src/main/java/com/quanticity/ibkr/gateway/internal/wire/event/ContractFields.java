package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.DeltaNeutralContract;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of contract fields that several messages share. */
final class ContractFields {

    private ContractFields() {}

    /** The eleven fields of orders, executions and positions. */
    static GatewayContract.Builder read(FieldReader in) {
        GatewayContract.Builder contract = readUpToMultiplier(in).exchange(in.code("contract.exchange"));
        return readNames(in, contract);
    }

    /** The eleven fields of a portfolio line, which names the primary exchange and no exchange. */
    static GatewayContract.Builder readPortfolio(FieldReader in) {
        GatewayContract.Builder contract = readUpToMultiplier(in).primaryExchange(in.code("contract.primaryExchange"));
        return readNames(in, contract);
    }

    private static GatewayContract.Builder readUpToMultiplier(FieldReader in) {
        return GatewayContract.builder()
                .conId(in.integer("contract.conId"))
                .symbol(in.code("contract.symbol"))
                .secType(in.code("contract.secType"))
                .lastTradeDateOrContractMonth(in.code("contract.lastTradeDateOrContractMonth"))
                .strike(in.numberOrNullIfZero("contract.strike"))
                .right(in.right("contract.right"))
                .multiplier(in.code("contract.multiplier"));
    }

    private static GatewayContract.Builder readNames(FieldReader in, GatewayContract.Builder contract) {
        return contract.currency(in.code("contract.currency"))
                .localSymbol(in.text("contract.localSymbol"))
                .tradingClass(in.code("contract.tradingClass"));
    }

    static List<ComboLeg> readLegs(FieldReader in) {
        return in.group(
                "legs#",
                8,
                () -> new ComboLeg(
                        in.integer("legs[].conId"),
                        in.integer("legs[].ratio"),
                        in.code("legs[].action"),
                        in.code("legs[].exchange"),
                        in.integer("legs[].openClose"),
                        in.integer("legs[].shortSaleSlot"),
                        in.text("legs[].designatedLocation"),
                        in.integer("legs[].exemptCode")));
    }

    static @Nullable DeltaNeutralContract readDeltaNeutralContract(FieldReader in) {
        return in.bool("deltaNeutralContract") ? readHedge(in) : null;
    }

    static DeltaNeutralContract readHedge(FieldReader in) {
        return new DeltaNeutralContract(
                in.integer("deltaNeutralContract.conId"),
                in.number("deltaNeutralContract.delta"),
                in.number("deltaNeutralContract.price"));
    }

    static List<TagValue> readSecIds(FieldReader in) {
        return in.group("secIdList#", 2, () -> new TagValue(in.text("secIdList[].tag"), in.text("secIdList[].value")));
    }
}
