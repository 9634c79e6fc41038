package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;
import com.quanticity.ibkr.gateway.internal.wire.Version;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;

/** Executions, commissions, and what else orders bring about. */
final class ExecutionDecoder {

    private final FieldReader in;
    private final int version;

    ExecutionDecoder(FieldReader in, int version) {
        this.in = in;
        this.version = version;
    }

    TradingEvent execution() {
        int reqId = in.integer("reqId");
        int orderId = in.integer("execution.orderId");
        GatewayContract contract = ContractFields.read(in).build();
        String execId = in.text("execution.execId");
        String time = in.text("execution.time");
        String account = in.text("execution.acctNumber");
        String exchange = in.text("execution.exchange");
        String side = in.text("execution.side");
        var shares = in.size("execution.shares");
        var price = in.number("execution.price");
        Long permId = in.longOrNull("execution.permId");
        int clientId = in.integer("execution.clientId");
        return new TradingEvent.ExecDetails(
                reqId,
                contract,
                new GatewayExecution(
                        orderId,
                        clientId,
                        execId,
                        time,
                        account,
                        exchange,
                        side,
                        shares,
                        price,
                        permId,
                        in.integer("execution.liquidation"),
                        in.size("execution.cumQty"),
                        in.number("execution.avgPrice"),
                        in.text("execution.orderRef"),
                        in.text("execution.evRule"),
                        in.number("execution.evMultiplier"),
                        in.text("execution.modelCode"),
                        in.integer("execution.lastLiquidity"),
                        version >= Version.PENDING_PRICE_REVISION && in.bool("execution.pendingPriceRevision"),
                        version >= Version.SUBMITTER ? in.text("execution.submitter") : ""));
    }

    TradingEvent commission() {
        in.skip("version");
        return new TradingEvent.CommissionReport(
                in.text("execId"),
                in.number("commission"),
                in.text("currency"),
                in.numberOrNull("realizedPNL"),
                in.numberOrNull("yield"),
                in.integerOrNullIfZero("yieldRedemptionDate"));
    }

    TradingEvent orderBound() {
        return new TradingEvent.OrderBound(in.longInteger("permId"), in.integer("clientId"), in.integer("orderId"));
    }

    TradingEvent deltaNeutralValidation() {
        in.skip("version");
        return new TradingEvent.DeltaNeutralValidation(in.integer("reqId"), ContractFields.readHedge(in));
    }
}
