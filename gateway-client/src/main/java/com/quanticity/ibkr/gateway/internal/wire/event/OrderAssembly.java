package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderAdjustment;
import com.quanticity.ibkr.gateway.order.OrderAdvisor;
import com.quanticity.ibkr.gateway.order.OrderAlgo;
import com.quanticity.ibkr.gateway.order.OrderClearing;
import com.quanticity.ibkr.gateway.order.OrderCombo;
import com.quanticity.ibkr.gateway.order.OrderGroup;
import com.quanticity.ibkr.gateway.order.OrderHandling;
import com.quanticity.ibkr.gateway.order.OrderHedge;
import com.quanticity.ibkr.gateway.order.OrderIdentity;
import com.quanticity.ibkr.gateway.order.OrderOutcome;
import com.quanticity.ibkr.gateway.order.OrderRegulatory;
import com.quanticity.ibkr.gateway.order.OrderScale;
import com.quanticity.ibkr.gateway.order.OrderShortSale;
import com.quanticity.ibkr.gateway.order.OrderTiming;
import com.quanticity.ibkr.gateway.order.OrderTrailing;
import com.quanticity.ibkr.gateway.order.condition.OrderConditions;
import com.quanticity.ibkr.gateway.order.peg.OrderBenchmarkPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderBestPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderStockPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderVolatility;
import java.util.List;

/** Sorts the members of a draft into the themes of an order. Members that no answer carries stay not given. */
final class OrderAssembly {

    private final OrderDraft o;

    private OrderAssembly(OrderDraft draft) {
        this.o = draft;
    }

    static GatewayOrder order(OrderDraft draft) {
        return new OrderAssembly(draft).toOrder();
    }

    private GatewayOrder toOrder() {
        return GatewayOrder.builder()
                .action(o.action)
                .totalQuantity(o.totalQuantity)
                .orderType(o.orderType)
                .lmtPrice(o.lmtPrice)
                .auxPrice(o.auxPrice)
                .cashQty(o.cashQty)
                .tif(o.tif)
                .account(o.account)
                .orderRef(o.orderRef)
                .outsideRth(o.outsideRth)
                .whatIf(o.whatIf)
                .identity(identity())
                .timing(timing())
                .group(group())
                .handling(handling())
                .advisor(advisor())
                .clearing(clearing())
                .shortSale(shortSale())
                .stockPeg(stockPeg())
                .volatility(volatility())
                .trailing(trailing())
                .adjustment(adjustment())
                .scale(scale())
                .hedge(hedge())
                .algo(algo())
                .combo(combo())
                .benchmarkPeg(benchmarkPeg())
                .bestPeg(bestPeg())
                .conditions(conditions())
                .regulatory(regulatory())
                .outcome(outcome())
                .build();
    }

    private OrderIdentity identity() {
        return new OrderIdentity(o.clientId, o.permId, o.parentPermId, o.submitter);
    }

    private OrderTiming timing() {
        return new OrderTiming(
                o.goodAfterTime, o.goodTillDate, "", "", "", o.duration, o.includeOvernight, o.autoCancelDate);
    }

    private OrderGroup group() {
        return new OrderGroup(o.parentId, o.ocaGroup, o.ocaType, o.autoCancelParent);
    }

    private OrderHandling handling() {
        return new OrderHandling(
                o.blockOrder,
                o.sweepToFill,
                o.displaySize,
                o.triggerMethod,
                o.hidden,
                o.allOrNone,
                o.minQty,
                o.rule80A,
                o.percentOffset,
                false,
                o.discretionaryAmt,
                o.optOutSmartRouting,
                o.notHeld,
                o.solicited,
                o.randomizeSize,
                o.randomizePrice,
                o.isOmsContainer,
                o.discretionaryUpToLimitPrice,
                o.usePriceMgmtAlgo,
                o.postToAts,
                o.imbalanceOnly,
                o.routeMarketableToBbo,
                "",
                List.of());
    }

    private OrderAdvisor advisor() {
        return new OrderAdvisor(o.faGroup, o.faMethod, o.faPercentage, o.modelCode);
    }

    private OrderClearing clearing() {
        return new OrderClearing(
                o.openClose,
                o.origin,
                o.settlingFirm,
                o.clearingAccount,
                o.clearingIntent,
                o.customerAccount,
                o.professionalCustomer,
                o.shareholder);
    }

    private OrderShortSale shortSale() {
        return new OrderShortSale(o.shortSaleSlot, o.designatedLocation, o.exemptCode);
    }

    private OrderStockPeg stockPeg() {
        return new OrderStockPeg(
                o.auctionStrategy, o.startingPrice, o.stockRefPrice, o.delta, o.stockRangeLower, o.stockRangeUpper);
    }

    private OrderVolatility volatility() {
        return new OrderVolatility(
                o.volatility,
                o.volatilityType,
                o.continuousUpdate,
                o.referencePriceType,
                o.deltaNeutralOrderType,
                o.deltaNeutralAuxPrice,
                o.deltaNeutralConId,
                o.deltaNeutralSettlingFirm,
                o.deltaNeutralClearingAccount,
                o.deltaNeutralClearingIntent,
                o.deltaNeutralOpenClose,
                o.deltaNeutralShortSale,
                o.deltaNeutralShortSaleSlot,
                o.deltaNeutralDesignatedLocation);
    }

    private OrderTrailing trailing() {
        return new OrderTrailing(o.trailStopPrice, o.trailingPercent, o.lmtPriceOffset);
    }

    private OrderAdjustment adjustment() {
        return new OrderAdjustment(
                o.adjustedOrderType,
                o.triggerPrice,
                o.adjustedStopPrice,
                o.adjustedStopLimitPrice,
                o.adjustedTrailingAmount,
                o.adjustableTrailingUnit);
    }

    private OrderScale scale() {
        return new OrderScale(
                o.scaleInitLevelSize,
                o.scaleSubsLevelSize,
                o.scalePriceIncrement,
                o.scalePriceAdjustValue,
                o.scalePriceAdjustInterval,
                o.scaleProfitOffset,
                o.scaleAutoReset,
                o.scaleInitPosition,
                o.scaleInitFillQty,
                o.scaleRandomPercent,
                "");
    }

    private OrderHedge hedge() {
        return new OrderHedge(o.hedgeType, o.hedgeParam, o.dontUseAutoPriceForHedge);
    }

    private OrderAlgo algo() {
        return new OrderAlgo(o.algoStrategy, o.algoParams, "");
    }

    private OrderCombo combo() {
        return new OrderCombo(o.orderComboLegs, o.smartComboRoutingParams, o.basisPoints, o.basisPointsType);
    }

    private OrderBenchmarkPeg benchmarkPeg() {
        return new OrderBenchmarkPeg(
                o.referenceContractId,
                o.isPeggedChangeAmountDecrease,
                o.peggedChangeAmount,
                o.referenceChangeAmount,
                o.referenceExchangeId);
    }

    private OrderBestPeg bestPeg() {
        return new OrderBestPeg(
                o.minTradeQty,
                o.minCompeteSize,
                o.competeAgainstBestOffset,
                o.competeUpToMid,
                o.midOffsetAtWhole,
                o.midOffsetAtHalf);
    }

    private OrderConditions conditions() {
        return new OrderConditions(o.conditions, o.conditionsIgnoreRth, o.conditionsCancelOrder);
    }

    private OrderRegulatory regulatory() {
        return new OrderRegulatory(o.extOperator, o.manualOrderIndicator, o.softDollarTier, "", "", "", "");
    }

    private OrderOutcome outcome() {
        return new OrderOutcome(o.filledQuantity, o.refFuturesConId, o.bondAccruedInterest);
    }
}
