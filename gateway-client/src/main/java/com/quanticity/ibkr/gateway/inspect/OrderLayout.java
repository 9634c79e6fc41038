package com.quanticity.ibkr.gateway.inspect;

import com.quanticity.ibkr.gateway.internal.wire.Version;
import java.math.BigDecimal;

/** PLACE_ORDER, in wire order from top to bottom. Source: wire specification, requests. */
final class OrderLayout {

    private static final String ORDER = "order";

    private OrderLayout() {}

    static void placeOrder(MessageFields in) {
        in.integer("orderId");
        ContractLayout.contract(in);
        ContractLayout.securityId(in);
        in.in(ORDER, OrderLayout::terms);
        if (ContractLayout.isCombo(in)) {
            ContractLayout.orderLegs(in);
            in.in(ORDER, order -> order.optionalNumbers("orderComboLegs").tags("smartComboRoutingParams"));
        }
        in.in(ORDER, OrderLayout::sharing);
        in.in(ORDER, OrderLayout::restrictions);
        in.in(ORDER, OrderLayout::volatility);
        in.in(ORDER, OrderLayout::scale);
        in.in(ORDER, OrderLayout::hedgeAndClearing);
        ContractLayout.deltaNeutral(in);
        in.in(ORDER, OrderLayout::algo);
        in.in(ORDER, OrderLayout::benchmarkPeg);
        in.in(ORDER, OrderLayout::conditions);
        in.in(ORDER, OrderLayout::adjustment);
        in.in(ORDER, OrderLayout::regulatory);
        in.in(ORDER, OrderLayout::tail);
    }

    private static void terms(MessageFields order) {
        order.textWithDefault("action")
                .size("totalQuantity")
                .textWithDefault("orderType")
                .optionalNumber("lmtPrice")
                .optionalNumber("auxPrice")
                .textWithDefault("tif")
                .text("ocaGroup")
                .text("account")
                .text("openClose")
                .integer("origin")
                .text("orderRef")
                .flagWithDefault("transmit")
                .integer("parentId")
                .flag("blockOrder")
                .flag("sweepToFill")
                .integer("displaySize")
                .integer("triggerMethod")
                .flag("outsideRth")
                .flag("hidden");
    }

    private static void sharing(MessageFields order) {
        order.skip()
                .optionalNumberOrPlainZero("discretionaryAmt")
                .text("goodAfterTime")
                .text("goodTillDate")
                .text("faGroup")
                .text("faMethod")
                .text("faPercentage")
                .skipIf(order.version() < Version.FA_PROFILE_GONE)
                .text("modelCode")
                .integer("shortSaleSlot")
                .text("designatedLocation")
                .integerUnless(-1, "exemptCode");
    }

    private static void restrictions(MessageFields order) {
        order.integer("ocaType")
                .text("rule80A")
                .text("settlingFirm")
                .flag("allOrNone")
                .optionalInteger("minQty")
                .optionalNumber("percentOffset")
                .skip()
                .skip()
                .skip()
                .optionalIntegerUnless(0, "auctionStrategy")
                .optionalNumber("startingPrice")
                .optionalNumber("stockRefPrice")
                .optionalNumber("delta")
                .optionalNumber("stockRangeLower")
                .optionalNumber("stockRangeUpper")
                .flag("overridePercentageConstraints");
    }

    private static void volatility(MessageFields order) {
        order.optionalNumber("volatility")
                .optionalInteger("volatilityType")
                .text("deltaNeutralOrderType")
                .optionalNumber("deltaNeutralAuxPrice");
        if (has(order, "deltaNeutralOrderType")) {
            order.integer("deltaNeutralConId")
                    .text("deltaNeutralSettlingFirm")
                    .text("deltaNeutralClearingAccount")
                    .text("deltaNeutralClearingIntent")
                    .text("deltaNeutralOpenClose")
                    .flag("deltaNeutralShortSale")
                    .integer("deltaNeutralShortSaleSlot")
                    .text("deltaNeutralDesignatedLocation");
        }
        order.integer("continuousUpdate")
                .optionalInteger("referencePriceType")
                .optionalNumber("trailStopPrice")
                .optionalNumber("trailingPercent");
    }

    private static void scale(MessageFields order) {
        order.optionalInteger("scaleInitLevelSize")
                .optionalInteger("scaleSubsLevelSize")
                .optionalNumber("scalePriceIncrement");
        if (order.current()
                        .path("scalePriceIncrement")
                        .asDecimal(BigDecimal.ZERO)
                        .signum()
                > 0) {
            order.optionalNumber("scalePriceAdjustValue")
                    .optionalInteger("scalePriceAdjustInterval")
                    .optionalNumber("scaleProfitOffset")
                    .flag("scaleAutoReset")
                    .optionalInteger("scaleInitPosition")
                    .optionalInteger("scaleInitFillQty")
                    .flag("scaleRandomPercent");
        }
        order.text("scaleTable").text("activeStartTime").text("activeStopTime");
    }

    private static void hedgeAndClearing(MessageFields order) {
        order.text("hedgeType");
        if (has(order, "hedgeType")) {
            order.text("hedgeParam");
        }
        order.flag("optOutSmartRouting")
                .text("clearingAccount")
                .text("clearingIntent")
                .flag("notHeld");
    }

    private static void algo(MessageFields order) {
        order.text("algoStrategy");
        if (has(order, "algoStrategy")) {
            order.tags("algoParams");
        }
        order.text("algoId")
                .flag("whatIf")
                .tagList("orderMiscOptions")
                .flag("solicited")
                .flag("randomizeSize")
                .flag("randomizePrice");
    }

    private static void benchmarkPeg(MessageFields order) {
        if (isType(order, "PEG BENCH")) {
            order.integer("referenceContractId")
                    .flag("isPeggedChangeAmountDecrease")
                    .number("peggedChangeAmount")
                    .number("referenceChangeAmount")
                    .text("referenceExchangeId");
        }
    }

    private static void conditions(MessageFields order) {
        order.group("conditions", OrderLayout::condition);
        if (order.current().has("conditions")) {
            order.flag("conditionsIgnoreRth").flag("conditionsCancelOrder");
        }
    }

    private static void condition(MessageFields condition) {
        condition.integer("type").text("conjunction");
        int type = condition.current().path("type").asInt(0);
        if (type != 5) {
            condition.flag("isMore");
        }
        switch (type) {
            case 1 ->
                condition.number("value").integer("conId").text("exchange").integer("triggerMethod");
            case 3 -> condition.text("value");
            case 4 -> condition.integer("value");
            case 5 -> condition.text("secType").text("execExchange").text("symbol");
            case 6 -> condition.integer("value").integer("conId").text("exchange");
            case 7 -> condition.number("value").integer("conId").text("exchange");
            default ->
                throw new BrokenMessageException("conditions[].type: " + type + " is no condition of this range");
        }
    }

    private static void adjustment(MessageFields order) {
        order.text("adjustedOrderType")
                .optionalNumber("triggerPrice")
                .optionalNumber("lmtPriceOffset")
                .optionalNumber("adjustedStopPrice")
                .optionalNumber("adjustedStopLimitPrice")
                .optionalNumber("adjustedTrailingAmount")
                .integer("adjustableTrailingUnit");
    }

    private static void regulatory(MessageFields order) {
        order.text("extOperator")
                .inOptional("softDollarTier", tier -> tier.text("name").text("value"))
                .optionalNumber("cashQty")
                .text("mifid2DecisionMaker")
                .text("mifid2DecisionAlgo")
                .text("mifid2ExecutionTrader")
                .text("mifid2ExecutionAlgo");
    }

    private static void tail(MessageFields order) {
        order.flag("dontUseAutoPriceForHedge")
                .flag("isOmsContainer")
                .flag("discretionaryUpToLimitPrice")
                .optionalFlag("usePriceMgmtAlgo")
                .optionalInteger("duration")
                .optionalInteger("postToAts")
                .flag("autoCancelParent")
                .text("advancedErrorOverride")
                .text("manualOrderTime");
        bestPeg(order);
        int version = order.version();
        boolean hasFiller = version >= Version.RFQ_FILLER && version < Version.RFQ_FILLER_GONE;
        order.textIf(version >= Version.CUSTOMER_ACCOUNT, "customerAccount")
                .flagIf(version >= Version.PROFESSIONAL_CUSTOMER, "professionalCustomer")
                .skipIf(hasFiller)
                .skipIf(hasFiller)
                .flagIf(version >= Version.INCLUDE_OVERNIGHT, "includeOvernight");
        if (version >= Version.MANUAL_ORDER_INDICATOR) {
            order.optionalInteger("manualOrderIndicator");
        }
        order.flagIf(version >= Version.IMBALANCE_ONLY, "imbalanceOnly");
    }

    private static void bestPeg(MessageFields order) {
        if (order.member("contract", "exchange").equals("IBKRATS")) {
            order.optionalInteger("minTradeQty");
        }
        boolean isBest = isType(order, "PEG BEST");
        if (isBest) {
            order.optionalInteger("minCompeteSize").optionalNumber("competeAgainstBestOffset");
        }
        boolean isUpToMid =
                order.current().path("competeAgainstBestOffset").asString("").equals("Infinity");
        if (isType(order, "PEG MID") || (isBest && isUpToMid)) {
            order.optionalNumber("midOffsetAtWhole").optionalNumber("midOffsetAtHalf");
        }
    }

    private static boolean has(MessageFields order, String member) {
        return order.current().has(member);
    }

    private static boolean isType(MessageFields order, String type) {
        String orderType = order.current().path("orderType").asString("");
        return orderType.equals(type) || orderType.equals(type.replace(" ", ""));
    }
}
