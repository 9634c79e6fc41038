package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.DeltaNeutralContract;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import org.jspecify.annotations.Nullable;

/** The blocks of contract fields that several requests share. */
final class ContractWriter {

    private ContractWriter() {}

    /** The twelve fields with which requests name a contract. */
    static void write(FieldWriter out, GatewayContract contract) {
        upToExchange(out, contract);
        out.text("contract.primaryExchange", contract.primaryExchange());
        fromCurrency(out, contract);
    }

    /** The same without the primary exchange: options that are exercised. */
    static void writeExercised(FieldWriter out, GatewayContract contract) {
        upToExchange(out, contract);
        fromCurrency(out, contract);
    }

    /** Legs as queries name them; nothing for anything but a BAG. */
    static void writeLegs(FieldWriter out, GatewayContract contract) {
        if (!contract.isCombo()) {
            return;
        }
        out.integer(contract.legs().size());
        for (ComboLeg leg : contract.legs()) {
            out.integer(leg.conId());
            out.integer(leg.ratio());
            out.text("legs[].action", leg.action());
            out.text("legs[].exchange", leg.exchange());
        }
    }

    static void writeDeltaNeutralContract(FieldWriter out, @Nullable DeltaNeutralContract contract) {
        out.bool(contract != null);
        if (contract != null) {
            out.integer(contract.conId());
            out.number(contract.delta());
            out.number(contract.price());
        }
    }

    private static void upToExchange(FieldWriter out, GatewayContract contract) {
        out.integer(contract.conId());
        out.text("contract.symbol", contract.symbol());
        out.text("contract.secType", contract.secType());
        out.text("contract.lastTradeDateOrContractMonth", contract.lastTradeDateOrContractMonth());
        out.numberOrZero(contract.strike());
        out.text("contract.right", contract.right());
        out.text("contract.multiplier", contract.multiplier());
        out.text("contract.exchange", contract.exchange());
    }

    private static void fromCurrency(FieldWriter out, GatewayContract contract) {
        out.text("contract.currency", contract.currency());
        out.text("contract.localSymbol", contract.localSymbol());
        out.text("contract.tradingClass", contract.tradingClass());
    }
}
