package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.contract.FundDetails;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.GatewayContractDetails;
import com.quanticity.ibkr.gateway.contract.IneligibilityReason;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.internal.wire.Version;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contract details of everything but bonds. */
final class ContractDecoder {

    private final FieldReader in;
    private final int version;

    ContractDecoder(FieldReader in, int version) {
        this.in = in;
        this.version = version;
    }

    GatewayEvent contractDetails() {
        int reqId = in.integer("reqId");
        GatewayContract.Builder contract = GatewayContract.builder().symbol(in.text("contract.symbol"));
        String secType = in.text("contract.secType");
        LastTrade lastTrade = LastTrade.of(in.text("lastTradeDateRaw"));
        contract.secType(secType).lastTradeDateOrContractMonth(lastTrade.date());
        if (version >= Version.LAST_TRADE_DATE) {
            contract.lastTradeDate(in.text("contract.lastTradeDate"));
        }
        contract.strike(in.numberOrNullIfZero("contract.strike"))
                .right(in.right("contract.right"))
                .exchange(in.text("contract.exchange"))
                .currency(in.text("contract.currency"))
                .localSymbol(in.text("contract.localSymbol"));
        String marketName = in.text("marketName");
        contract.tradingClass(in.text("contract.tradingClass")).conId(in.integer("contract.conId"));
        var minTick = in.numberOrNullIfZero("minTick");
        contract.multiplier(in.text("contract.multiplier"));
        String orderTypes = in.text("orderTypes");
        String validExchanges = in.text("validExchanges");
        int priceMagnifier = in.integer("priceMagnifier");
        int underConId = in.integer("underConId");
        String longName = in.escapedText("longName");
        contract.primaryExchange(in.text("contract.primaryExchange"));
        return new ContractEvent.ContractDetails(
                reqId,
                new GatewayContractDetails(
                        contract.build(),
                        lastTrade.time(),
                        marketName,
                        minTick,
                        orderTypes,
                        validExchanges,
                        priceMagnifier,
                        underConId,
                        longName,
                        in.text("contractMonth"),
                        in.text("industry"),
                        in.text("category"),
                        in.text("subcategory"),
                        in.text("timeZoneId"),
                        in.text("tradingHours"),
                        in.text("liquidHours"),
                        in.text("evRule"),
                        in.number("evMultiplier"),
                        ContractFields.readSecIds(in),
                        in.integer("aggGroup"),
                        in.text("underSymbol"),
                        in.text("underSecType"),
                        in.text("marketRuleIds"),
                        in.text("realExpirationDate"),
                        in.text("stockType"),
                        in.sizeOrNull("minSize"),
                        in.sizeOrNull("sizeIncrement"),
                        in.sizeOrNull("suggestedSizeIncrement"),
                        fund(secType),
                        null,
                        ineligibilityReasons()));
    }

    private @Nullable FundDetails fund(String secType) {
        if (version < Version.FUND_FIELDS || !secType.equals("FUND")) {
            return null;
        }
        return new FundDetails(
                in.text("fundName"),
                in.text("fundFamily"),
                in.text("fundType"),
                in.text("fundFrontLoad"),
                in.text("fundBackLoad"),
                in.text("fundBackLoadTimeInterval"),
                in.text("fundManagementFee"),
                in.bool("fundClosed"),
                in.bool("fundClosedForNewInvestors"),
                in.bool("fundClosedForNewMoney"),
                in.text("fundNotifyAmount"),
                in.text("fundMinimumInitialPurchase"),
                in.text("fundSubsequentMinimumPurchase"),
                in.text("fundBlueSkyStates"),
                in.text("fundBlueSkyTerritories"),
                in.text("fundDistributionPolicyIndicator"),
                in.text("fundAssetType"));
    }

    private List<IneligibilityReason> ineligibilityReasons() {
        if (version < Version.INELIGIBILITY_REASONS) {
            return List.of();
        }
        return in.group(
                "ineligibilityReasons#",
                2,
                () -> new IneligibilityReason(
                        in.text("ineligibilityReasons[].id"), in.text("ineligibilityReasons[].description")));
    }
}
