package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.contract.BondDetails;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.GatewayContractDetails;
import com.quanticity.ibkr.gateway.event.ContractEvent.BondContractDetails;
import com.quanticity.ibkr.gateway.internal.wire.Version;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import java.util.List;

/** Contract details of bonds: a layout of its own. */
final class BondDecoder {

    private final FieldReader in;
    private final int version;

    BondDecoder(FieldReader in, int version) {
        this.in = in;
        this.version = version;
    }

    BondContractDetails details() {
        int reqId = in.integer("reqId");
        GatewayContract.Builder contract =
                GatewayContract.builder().symbol(in.text("contract.symbol")).secType(in.code("contract.secType"));
        String cusip = in.text("cusip");
        var coupon = in.number("coupon");
        LastTrade lastTrade = LastTrade.of(in.text("lastTradeDateRaw"));
        String issueDate = in.text("issueDate");
        String ratings = in.text("ratings");
        String bondType = in.text("bondType");
        String couponType = in.text("couponType");
        boolean convertible = in.bool("convertible");
        boolean callable = in.bool("callable");
        boolean putable = in.bool("putable");
        String descAppend = in.text("descAppend");
        contract.exchange(in.code("contract.exchange")).currency(in.code("contract.currency"));
        String marketName = in.text("marketName");
        contract.tradingClass(in.text("contract.tradingClass")).conId(in.integer("contract.conId"));
        var minTick = in.numberOrNullIfZero("minTick");
        String orderTypes = in.text("orderTypes");
        String validExchanges = in.text("validExchanges");
        BondDetails bond = new BondDetails(
                cusip,
                coupon,
                lastTrade.date(),
                issueDate,
                ratings,
                bondType,
                couponType,
                convertible,
                callable,
                putable,
                descAppend,
                in.text("nextOptionDate"),
                in.text("nextOptionType"),
                in.bool("nextOptionPartial"),
                in.text("notes"));
        String longName = in.text("longName");
        boolean hasHours = version >= Version.BOND_HOURS;
        String zone = hasHours ? in.text("timeZoneId") : "";
        return new BondContractDetails(
                reqId,
                new GatewayContractDetails(
                        contract.build(),
                        lastTrade.time(),
                        marketName,
                        minTick,
                        orderTypes,
                        validExchanges,
                        0,
                        0,
                        longName,
                        "",
                        "",
                        "",
                        "",
                        zone.isEmpty() ? lastTrade.zone() : zone,
                        hasHours ? in.text("tradingHours") : "",
                        hasHours ? in.text("liquidHours") : "",
                        in.text("evRule"),
                        in.number("evMultiplier"),
                        ContractFields.readSecIds(in),
                        in.integer("aggGroup"),
                        "",
                        "",
                        in.text("marketRuleIds"),
                        "",
                        "",
                        in.sizeOrNull("minSize"),
                        in.sizeOrNull("sizeIncrement"),
                        in.sizeOrNull("suggestedSizeIncrement"),
                        null,
                        bond,
                        List.of()));
    }
}
