package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import com.quanticity.ibkr.gateway.order.SoftDollarTier;

/** Account figures, positions, profit and loss, advisor data. */
final class AccountDecoder {

    private final FieldReader in;

    AccountDecoder(FieldReader in) {
        this.in = in;
    }

    AccountEvent summary() {
        in.skip("version");
        return new AccountEvent.AccountSummary(
                in.integer("reqId"), in.text("account"), in.text("tag"), in.text("value"), in.code("currency"));
    }

    /** The account is absent below message version 2. */
    AccountEvent value() {
        int messageVersion = in.integer("version");
        return new AccountEvent.UpdateAccountValue(
                in.text("key"),
                in.text("value"),
                in.code("currency"),
                messageVersion < 2 ? "" : in.text("accountName"));
    }

    AccountEvent portfolio() {
        in.skip("version");
        return new AccountEvent.UpdatePortfolio(
                ContractFields.readPortfolio(in).build(),
                in.size("position"),
                in.numberOrNull("marketPrice"),
                in.numberOrNull("marketValue"),
                in.numberOrNull("averageCost"),
                in.numberOrNull("unrealizedPNL"),
                in.numberOrNull("realizedPNL"),
                in.text("accountName"));
    }

    AccountEvent updateTime() {
        in.skip("version");
        return new AccountEvent.UpdateAccountTime(in.text("timeStamp"));
    }

    AccountEvent downloadEnd() {
        in.skip("version");
        return new AccountEvent.AccountDownloadEnd(in.text("accountName"));
    }

    AccountEvent updateMulti() {
        in.skip("version");
        return new AccountEvent.AccountUpdateMulti(
                in.integer("reqId"),
                in.text("account"),
                in.text("modelCode"),
                in.text("key"),
                in.text("value"),
                in.code("currency"));
    }

    AccountEvent position() {
        in.skip("version");
        String account = in.text("account");
        GatewayContract contract = ContractFields.read(in).build();
        return new AccountEvent.Position(account, contract, in.size("position"), in.number("avgCost"));
    }

    AccountEvent positionMulti() {
        in.skip("version");
        int reqId = in.integer("reqId");
        String account = in.text("account");
        GatewayContract contract = ContractFields.read(in).build();
        var position = in.size("position");
        var avgCost = in.number("avgCost");
        return new AccountEvent.PositionMulti(reqId, account, in.text("modelCode"), contract, position, avgCost);
    }

    AccountEvent pnl() {
        return new AccountEvent.Pnl(
                in.integer("reqId"),
                in.numberOrNull("dailyPnL"),
                in.numberOrNull("unrealizedPnL"),
                in.numberOrNull("realizedPnL"));
    }

    AccountEvent pnlSingle() {
        return new AccountEvent.PnlSingle(
                in.integer("reqId"),
                in.sizeOrNull("position"),
                in.numberOrNull("dailyPnL"),
                in.numberOrNull("unrealizedPnL"),
                in.numberOrNull("realizedPnL"),
                in.numberOrNull("value"));
    }

    AccountEvent familyCodes() {
        return new AccountEvent.FamilyCodes(in.group(
                "codes#",
                2,
                () -> new AccountEvent.FamilyCode(in.text("codes[].accountID"), in.text("codes[].familyCode"))));
    }

    AccountEvent softDollarTiers() {
        return new AccountEvent.SoftDollarTiers(
                in.integer("reqId"),
                in.group(
                        "tiers#",
                        3,
                        () -> new SoftDollarTier(
                                in.text("tiers[].name"), in.text("tiers[].value"), in.text("tiers[].displayName"))));
    }

    AccountEvent receiveFa() {
        in.skip("version");
        return new AccountEvent.ReceiveFa(in.integer("faDataType"), in.text("xml"));
    }

    AccountEvent replaceFaEnd() {
        return new AccountEvent.ReplaceFaEnd(in.integer("reqId"), in.text("text"));
    }
}
