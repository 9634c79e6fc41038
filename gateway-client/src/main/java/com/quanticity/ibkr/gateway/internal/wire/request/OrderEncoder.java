package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.internal.wire.Version;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderAdjustment;
import com.quanticity.ibkr.gateway.order.OrderCombo.LegPrice;
import com.quanticity.ibkr.gateway.order.OrderHandling;
import com.quanticity.ibkr.gateway.order.OrderScale;
import com.quanticity.ibkr.gateway.order.condition.OrderCondition;
import com.quanticity.ibkr.gateway.order.peg.OrderBenchmarkPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderBestPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderVolatility;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import java.math.BigDecimal;

/** PLACE_ORDER, in wire order from top to bottom. */
final class OrderEncoder {

    private final int version;

    OrderEncoder(int version) {
        this.version = version;
    }

    void placeOrder(FieldWriter out, PlaceOrder request) {
        GatewayContract contract = request.contract();
        GatewayOrder order = request.order();
        out.message(OutboundMessage.PLACE_ORDER);
        out.integer(request.orderId());
        ContractWriter.write(out, contract);
        out.text("contract.secIdType", contract.secIdType());
        out.text("contract.secId", contract.secId());
        terms(out, order);
        if (contract.isCombo()) {
            combo(out, contract, order);
        }
        sharing(out, order);
        restrictions(out, order);
        volatility(out, order.volatility());
        out.numberOrEmpty(order.trailing().trailStopPrice());
        out.numberOrEmpty(order.trailing().trailingPercent());
        scale(out, order.scale());
        out.text("order.scaleTable", order.scale().scaleTable());
        out.text("order.activeStartTime", order.timing().activeStartTime());
        out.text("order.activeStopTime", order.timing().activeStopTime());
        hedgeAndClearing(out, order);
        ContractWriter.writeDeltaNeutralContract(out, contract.deltaNeutralContract());
        algo(out, order);
        out.bool(order.whatIf());
        out.tagList("order.orderMiscOptions", order.handling().orderMiscOptions());
        out.bool(order.handling().solicited());
        out.bool(order.handling().randomizeSize());
        out.bool(order.handling().randomizePrice());
        if (order.isBenchmarkPeg()) {
            benchmarkPeg(out, order.benchmarkPeg());
        }
        conditions(out, order);
        adjustment(out, order);
        regulatory(out, order);
        tail(out, contract, order);
    }

    private static void terms(FieldWriter out, GatewayOrder order) {
        out.text("order.action", order.action());
        out.sizeOrEmpty(order.totalQuantity());
        out.text("order.orderType", order.orderType());
        out.numberOrEmpty(order.lmtPrice());
        out.numberOrEmpty(order.auxPrice());
        out.text("order.tif", order.tif());
        out.text("order.ocaGroup", order.group().ocaGroup());
        out.text("order.account", order.account());
        out.text("order.openClose", order.clearing().openClose());
        out.integer(order.clearing().origin());
        out.text("order.orderRef", order.orderRef());
        out.bool(order.transmit());
        out.integer(order.group().parentId());
        OrderHandling handling = order.handling();
        out.bool(handling.blockOrder());
        out.bool(handling.sweepToFill());
        Integer displaySize = handling.displaySize();
        out.integer(displaySize == null ? 0 : displaySize);
        out.integer(handling.triggerMethod());
        out.bool(order.outsideRth());
        out.bool(handling.hidden());
    }

    private static void combo(FieldWriter out, GatewayContract contract, GatewayOrder order) {
        out.integer(contract.legs().size());
        for (ComboLeg leg : contract.legs()) {
            out.integer(leg.conId());
            out.integer(leg.ratio());
            out.text("legs[].action", leg.action());
            out.text("legs[].exchange", leg.exchange());
            out.integer(leg.openClose());
            out.integer(leg.shortSaleSlot());
            out.text("legs[].designatedLocation", leg.designatedLocation());
            out.integer(leg.exemptCode());
        }
        out.integer(order.combo().orderComboLegs().size());
        for (LegPrice leg : order.combo().orderComboLegs()) {
            out.numberOrEmpty(leg.price());
        }
        out.tags("smartComboRoutingParams", order.combo().smartComboRoutingParams());
    }

    private void sharing(FieldWriter out, GatewayOrder order) {
        // sharesAllocation, deprecated.
        out.empty();
        out.numberOrMax(order.handling().discretionaryAmt());
        out.text("order.goodAfterTime", order.timing().goodAfterTime());
        out.text("order.goodTillDate", order.timing().goodTillDate());
        out.text("order.faGroup", order.advisor().faGroup());
        out.text("order.faMethod", order.advisor().faMethod());
        out.text("order.faPercentage", order.advisor().faPercentage());
        if (version < Version.FA_PROFILE_GONE) {
            out.empty();
        }
        out.text("order.modelCode", order.advisor().modelCode());
        out.integer(order.shortSale().shortSaleSlot());
        out.text("order.designatedLocation", order.shortSale().designatedLocation());
        out.integer(order.shortSale().exemptCode());
    }

    private static void restrictions(FieldWriter out, GatewayOrder order) {
        OrderHandling handling = order.handling();
        out.integer(order.group().ocaType());
        out.text("order.rule80A", handling.rule80A());
        out.text("order.settlingFirm", order.clearing().settlingFirm());
        out.bool(handling.allOrNone());
        out.integerOrEmpty(handling.minQty());
        out.numberOrEmpty(handling.percentOffset());
        // eTradeOnly, firmQuoteOnly and nbboPriceCap: anything else is refused with 10268, 10269, 10270.
        out.bool(false);
        out.bool(false);
        out.empty();
        out.integer(order.stockPeg().auctionStrategy());
        out.numberOrEmpty(order.stockPeg().startingPrice());
        out.numberOrEmpty(order.stockPeg().stockRefPrice());
        out.numberOrEmpty(order.stockPeg().delta());
        out.numberOrEmpty(order.stockPeg().stockRangeLower());
        out.numberOrEmpty(order.stockPeg().stockRangeUpper());
        out.bool(handling.overridePercentageConstraints());
    }

    private static void volatility(FieldWriter out, OrderVolatility volatility) {
        out.numberOrEmpty(volatility.volatility());
        out.integerOrMax(volatility.volatilityType());
        out.text("order.deltaNeutralOrderType", volatility.deltaNeutralOrderType());
        out.numberOrEmpty(volatility.deltaNeutralAuxPrice());
        if (!volatility.deltaNeutralOrderType().isEmpty()) {
            out.integer(volatility.deltaNeutralConId());
            out.text("order.deltaNeutralSettlingFirm", volatility.deltaNeutralSettlingFirm());
            out.text("order.deltaNeutralClearingAccount", volatility.deltaNeutralClearingAccount());
            out.text("order.deltaNeutralClearingIntent", volatility.deltaNeutralClearingIntent());
            out.text("order.deltaNeutralOpenClose", volatility.deltaNeutralOpenClose());
            out.bool(volatility.deltaNeutralShortSale());
            out.integer(volatility.deltaNeutralShortSaleSlot());
            out.text("order.deltaNeutralDesignatedLocation", volatility.deltaNeutralDesignatedLocation());
        }
        out.integer(volatility.continuousUpdate());
        out.integerOrMax(volatility.referencePriceType());
    }

    private static void scale(FieldWriter out, OrderScale scale) {
        out.integerOrEmpty(scale.scaleInitLevelSize());
        out.integerOrEmpty(scale.scaleSubsLevelSize());
        BigDecimal increment = scale.scalePriceIncrement();
        out.numberOrEmpty(increment);
        if (increment != null && increment.signum() > 0) {
            out.numberOrEmpty(scale.scalePriceAdjustValue());
            out.integerOrEmpty(scale.scalePriceAdjustInterval());
            out.numberOrEmpty(scale.scaleProfitOffset());
            out.bool(scale.scaleAutoReset());
            out.integerOrEmpty(scale.scaleInitPosition());
            out.integerOrEmpty(scale.scaleInitFillQty());
            out.bool(scale.scaleRandomPercent());
        }
    }

    private static void hedgeAndClearing(FieldWriter out, GatewayOrder order) {
        out.text("order.hedgeType", order.hedge().hedgeType());
        if (!order.hedge().hedgeType().isEmpty()) {
            out.text("order.hedgeParam", order.hedge().hedgeParam());
        }
        out.bool(order.handling().optOutSmartRouting());
        out.text("order.clearingAccount", order.clearing().clearingAccount());
        out.text("order.clearingIntent", order.clearing().clearingIntent());
        out.bool(order.handling().notHeld());
    }

    private static void algo(FieldWriter out, GatewayOrder order) {
        out.text("order.algoStrategy", order.algo().algoStrategy());
        if (!order.algo().algoStrategy().isEmpty()) {
            out.integer(order.algo().algoParams().size());
            for (TagValue param : order.algo().algoParams()) {
                out.text("algoParams[].tag", param.tag());
                out.text("algoParams[].value", param.value());
            }
        }
        out.text("order.algoId", order.algo().algoId());
    }

    private static void benchmarkPeg(FieldWriter out, OrderBenchmarkPeg peg) {
        out.integer(peg.referenceContractId());
        out.bool(peg.isPeggedChangeAmountDecrease());
        out.numberOrZero(peg.peggedChangeAmount());
        out.numberOrZero(peg.referenceChangeAmount());
        out.text("order.referenceExchangeId", peg.referenceExchangeId());
    }

    private static void conditions(FieldWriter out, GatewayOrder order) {
        var conditions = order.conditions().conditions();
        out.integer(conditions.size());
        for (OrderCondition condition : conditions) {
            condition(out, condition);
        }
        if (!conditions.isEmpty()) {
            out.bool(order.conditions().conditionsIgnoreRth());
            out.bool(order.conditions().conditionsCancelOrder());
        }
    }

    private static void condition(FieldWriter out, OrderCondition condition) {
        out.integer(condition.type());
        out.text("conditions[].conjunction", condition.conjunction());
        switch (condition) {
            case OrderCondition.Price price -> {
                out.bool(price.isMore());
                out.number(price.value());
                out.integer(price.conId());
                out.text("conditions[].exchange", price.exchange());
                out.integer(price.triggerMethod());
            }
            case OrderCondition.Time time -> {
                out.bool(time.isMore());
                out.text("conditions[].value", time.value());
            }
            case OrderCondition.Margin margin -> {
                out.bool(margin.isMore());
                out.integer(margin.value());
            }
            case OrderCondition.Execution execution -> {
                out.text("conditions[].secType", execution.secType());
                out.text("conditions[].execExchange", execution.execExchange());
                out.text("conditions[].symbol", execution.symbol());
            }
            case OrderCondition.Volume volume -> {
                out.bool(volume.isMore());
                out.integer(volume.value());
                out.integer(volume.conId());
                out.text("conditions[].exchange", volume.exchange());
            }
            case OrderCondition.PercentChange change -> {
                out.bool(change.isMore());
                out.number(change.value());
                out.integer(change.conId());
                out.text("conditions[].exchange", change.exchange());
            }
        }
    }

    private static void adjustment(FieldWriter out, GatewayOrder order) {
        OrderAdjustment adjustment = order.adjustment();
        out.text("order.adjustedOrderType", adjustment.adjustedOrderType());
        out.numberOrMax(adjustment.triggerPrice());
        out.numberOrMax(order.trailing().lmtPriceOffset());
        out.numberOrMax(adjustment.adjustedStopPrice());
        out.numberOrMax(adjustment.adjustedStopLimitPrice());
        out.numberOrMax(adjustment.adjustedTrailingAmount());
        out.integer(adjustment.adjustableTrailingUnit());
    }

    private static void regulatory(FieldWriter out, GatewayOrder order) {
        out.text("order.extOperator", order.regulatory().extOperator());
        out.text(
                "order.softDollarTier.name", order.regulatory().softDollarTier().name());
        out.text(
                "order.softDollarTier.value",
                order.regulatory().softDollarTier().value());
        out.numberOrEmpty(order.cashQty());
        out.text("order.mifid2DecisionMaker", order.regulatory().mifid2DecisionMaker());
        out.text("order.mifid2DecisionAlgo", order.regulatory().mifid2DecisionAlgo());
        out.text("order.mifid2ExecutionTrader", order.regulatory().mifid2ExecutionTrader());
        out.text("order.mifid2ExecutionAlgo", order.regulatory().mifid2ExecutionAlgo());
    }

    private void tail(FieldWriter out, GatewayContract contract, GatewayOrder order) {
        OrderHandling handling = order.handling();
        out.bool(order.hedge().dontUseAutoPriceForHedge());
        out.bool(handling.isOmsContainer());
        out.bool(handling.discretionaryUpToLimitPrice());
        out.boolOrEmpty(handling.usePriceMgmtAlgo());
        out.integerOrMax(order.timing().duration());
        out.integerOrMax(handling.postToAts());
        out.bool(order.group().autoCancelParent());
        out.text("order.advancedErrorOverride", handling.advancedErrorOverride());
        out.text("order.manualOrderTime", order.timing().manualOrderTime());
        bestPeg(out, contract, order);
        if (version >= Version.CUSTOMER_ACCOUNT) {
            out.text("order.customerAccount", order.clearing().customerAccount());
        }
        if (version >= Version.PROFESSIONAL_CUSTOMER) {
            out.bool(order.clearing().professionalCustomer());
        }
        if (version >= Version.RFQ_FILLER && version < Version.RFQ_FILLER_GONE) {
            out.empty();
            out.maxInteger();
        }
        if (version >= Version.INCLUDE_OVERNIGHT) {
            out.bool(order.timing().includeOvernight());
        }
        if (version >= Version.MANUAL_ORDER_INDICATOR) {
            out.integerOrMax(order.regulatory().manualOrderIndicator());
        }
        if (version >= Version.IMBALANCE_ONLY) {
            out.bool(handling.imbalanceOnly());
        }
    }

    private static void bestPeg(FieldWriter out, GatewayContract contract, GatewayOrder order) {
        OrderBestPeg peg = order.bestPeg();
        if (contract.exchange().equals("IBKRATS")) {
            out.integerOrEmpty(peg.minTradeQty());
        }
        if (order.isBestPeg()) {
            out.integerOrEmpty(peg.minCompeteSize());
            if (peg.competeUpToMid()) {
                out.infinity();
            } else {
                out.numberOrEmpty(peg.competeAgainstBestOffset());
            }
        }
        if (order.isMidPeg() || (order.isBestPeg() && peg.competeUpToMid())) {
            out.numberOrEmpty(peg.midOffsetAtWhole());
            out.numberOrEmpty(peg.midOffsetAtHalf());
        }
    }
}
