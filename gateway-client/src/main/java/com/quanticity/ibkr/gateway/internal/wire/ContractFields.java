package com.quanticity.ibkr.gateway.internal.wire;

import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.DeltaNeutralContract;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of contract fields that several messages share. */
final class ContractFields {

    private ContractFields() {}

    /** The eleven fields of orders, executions and positions. */
    static GatewayContract.Builder read(FieldReader in) {
        return GatewayContract.builder()
                .conId(in.integer("contract.conId"))
                .symbol(in.text("contract.symbol"))
                .secType(in.text("contract.secType"))
                .lastTradeDateOrContractMonth(in.text("contract.lastTradeDateOrContractMonth"))
                .strike(in.numberOrNullIfZero("contract.strike"))
                .right(in.right("contract.right"))
                .multiplier(in.text("contract.multiplier"))
                .exchange(in.text("contract.exchange"))
                .currency(in.text("contract.currency"))
                .localSymbol(in.text("contract.localSymbol"))
                .tradingClass(in.text("contract.tradingClass"));
    }

    static List<ComboLeg> readLegs(FieldReader in) {
        int count = in.count("legs#");
        List<ComboLeg> legs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            legs.add(new ComboLeg(
                    in.integer("legs[].conId"),
                    in.integer("legs[].ratio"),
                    in.text("legs[].action"),
                    in.text("legs[].exchange"),
                    in.integer("legs[].openClose"),
                    in.integer("legs[].shortSaleSlot"),
                    in.text("legs[].designatedLocation"),
                    in.integer("legs[].exemptCode")));
        }
        return legs;
    }

    static @Nullable DeltaNeutralContract readDeltaNeutralContract(FieldReader in) {
        if (!in.bool("deltaNeutralContract")) {
            return null;
        }
        return new DeltaNeutralContract(
                in.integer("deltaNeutralContract.conId"),
                in.number("deltaNeutralContract.delta"),
                in.number("deltaNeutralContract.price"));
    }
}
