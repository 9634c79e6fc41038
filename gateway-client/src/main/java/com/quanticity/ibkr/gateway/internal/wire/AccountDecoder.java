package com.quanticity.ibkr.gateway.internal.wire;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;

/** Executions, commissions, positions, account summary. */
final class AccountDecoder {

    private final FieldReader in;
    private final int version;

    AccountDecoder(FieldReader in, int version) {
        this.in = in;
        this.version = version;
    }

    GatewayEvent execution() {
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

    GatewayEvent commission() {
        in.skip("version");
        return new TradingEvent.CommissionReport(
                in.text("execId"),
                in.number("commission"),
                in.text("currency"),
                in.numberOrNull("realizedPNL"),
                in.numberOrNull("yield"),
                in.integerOrNullIfZero("yieldRedemptionDate"));
    }

    GatewayEvent position() {
        in.skip("version");
        String account = in.text("account");
        GatewayContract contract = ContractFields.read(in).build();
        return new AccountEvent.Position(account, contract, in.size("position"), in.number("avgCost"));
    }

    GatewayEvent summary() {
        in.skip("version");
        return new AccountEvent.AccountSummary(
                in.integer("reqId"), in.text("account"), in.text("tag"), in.text("value"), in.text("currency"));
    }
}
