package com.quanticity.ibkr.gateway.internal.wire;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderAdjustment;
import com.quanticity.ibkr.gateway.order.OrderAdvisor;
import com.quanticity.ibkr.gateway.order.OrderAlgo;
import com.quanticity.ibkr.gateway.order.OrderBenchmarkPeg;
import com.quanticity.ibkr.gateway.order.OrderBestPeg;
import com.quanticity.ibkr.gateway.order.OrderClearing;
import com.quanticity.ibkr.gateway.order.OrderCombo;
import com.quanticity.ibkr.gateway.order.OrderCondition;
import com.quanticity.ibkr.gateway.order.OrderConditions;
import com.quanticity.ibkr.gateway.order.OrderGroup;
import com.quanticity.ibkr.gateway.order.OrderHandling;
import com.quanticity.ibkr.gateway.order.OrderHedge;
import com.quanticity.ibkr.gateway.order.OrderIdentity;
import com.quanticity.ibkr.gateway.order.OrderOutcome;
import com.quanticity.ibkr.gateway.order.OrderRegulatory;
import com.quanticity.ibkr.gateway.order.OrderScale;
import com.quanticity.ibkr.gateway.order.OrderShortSale;
import com.quanticity.ibkr.gateway.order.OrderStockPeg;
import com.quanticity.ibkr.gateway.order.OrderTiming;
import com.quanticity.ibkr.gateway.order.OrderTrailing;
import com.quanticity.ibkr.gateway.order.OrderVolatility;
import com.quanticity.ibkr.gateway.order.SoftDollarTier;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order while its frame is being read: the wire mixes the themes, so their members are gathered here first. Members that no
 * answer carries are missing. Used once, by one thread.
 */
final class OrderDraft {

    String action = "BUY";

    @Nullable BigDecimal totalQuantity;

    String orderType = "LMT";

    @Nullable BigDecimal lmtPrice;

    @Nullable BigDecimal auxPrice;

    @Nullable BigDecimal cashQty;

    String tif = "DAY";
    String account = "";
    String orderRef = "";
    boolean outsideRth;
    boolean whatIf;
    int clientId;

    @Nullable Long permId;

    @Nullable Long parentPermId;

    String submitter = "";
    String goodAfterTime = "";
    String goodTillDate = "";

    @Nullable Integer duration;

    boolean includeOvernight;
    String autoCancelDate = "";
    int parentId;
    String ocaGroup = "";
    int ocaType;
    boolean autoCancelParent;
    boolean blockOrder;
    boolean sweepToFill;

    @Nullable Integer displaySize;

    int triggerMethod;
    boolean hidden;
    boolean allOrNone;

    @Nullable Integer minQty;

    String rule80A = "";

    @Nullable BigDecimal percentOffset;

    @Nullable BigDecimal discretionaryAmt;

    boolean optOutSmartRouting;
    boolean notHeld;
    boolean solicited;
    boolean randomizeSize;
    boolean randomizePrice;
    boolean isOmsContainer;
    boolean discretionaryUpToLimitPrice;

    @Nullable Boolean usePriceMgmtAlgo;

    @Nullable Integer postToAts;

    boolean imbalanceOnly;
    boolean routeMarketableToBbo;
    String faGroup = "";
    String faMethod = "";
    String faPercentage = "";
    String modelCode = "";
    String openClose = "";
    int origin;
    String settlingFirm = "";
    String clearingAccount = "";
    String clearingIntent = "";
    String customerAccount = "";
    boolean professionalCustomer;
    String shareholder = "";
    int shortSaleSlot;
    String designatedLocation = "";
    int exemptCode = -1;
    int auctionStrategy;

    @Nullable BigDecimal startingPrice;

    @Nullable BigDecimal stockRefPrice;

    @Nullable BigDecimal delta;

    @Nullable BigDecimal stockRangeLower;

    @Nullable BigDecimal stockRangeUpper;

    @Nullable BigDecimal volatility;

    @Nullable Integer volatilityType;

    int continuousUpdate;

    @Nullable Integer referencePriceType;

    String deltaNeutralOrderType = "";

    @Nullable BigDecimal deltaNeutralAuxPrice;

    int deltaNeutralConId;
    String deltaNeutralSettlingFirm = "";
    String deltaNeutralClearingAccount = "";
    String deltaNeutralClearingIntent = "";
    String deltaNeutralOpenClose = "";
    boolean deltaNeutralShortSale;
    int deltaNeutralShortSaleSlot;
    String deltaNeutralDesignatedLocation = "";

    @Nullable BigDecimal trailStopPrice;

    @Nullable BigDecimal trailingPercent;

    @Nullable BigDecimal lmtPriceOffset;

    String adjustedOrderType = "";

    @Nullable BigDecimal triggerPrice;

    @Nullable BigDecimal adjustedStopPrice;

    @Nullable BigDecimal adjustedStopLimitPrice;

    @Nullable BigDecimal adjustedTrailingAmount;

    int adjustableTrailingUnit;

    @Nullable Integer scaleInitLevelSize;

    @Nullable Integer scaleSubsLevelSize;

    @Nullable BigDecimal scalePriceIncrement;

    @Nullable BigDecimal scalePriceAdjustValue;

    @Nullable Integer scalePriceAdjustInterval;

    @Nullable BigDecimal scaleProfitOffset;

    boolean scaleAutoReset;

    @Nullable Integer scaleInitPosition;

    @Nullable Integer scaleInitFillQty;

    boolean scaleRandomPercent;
    String hedgeType = "";
    String hedgeParam = "";
    boolean dontUseAutoPriceForHedge;
    String algoStrategy = "";
    List<TagValue> algoParams = List.of();
    List<OrderCombo.LegPrice> orderComboLegs = List.of();
    List<TagValue> smartComboRoutingParams = List.of();

    @Nullable BigDecimal basisPoints;

    @Nullable Integer basisPointsType;

    int referenceContractId;
    boolean isPeggedChangeAmountDecrease;

    @Nullable BigDecimal peggedChangeAmount;

    @Nullable BigDecimal referenceChangeAmount;

    String referenceExchangeId = "";

    @Nullable Integer minTradeQty;

    @Nullable Integer minCompeteSize;

    @Nullable BigDecimal competeAgainstBestOffset;

    boolean competeUpToMid;

    @Nullable BigDecimal midOffsetAtWhole;

    @Nullable BigDecimal midOffsetAtHalf;

    List<OrderCondition> conditions = List.of();
    boolean conditionsIgnoreRth;
    boolean conditionsCancelOrder;
    String extOperator = "";

    @Nullable Integer manualOrderIndicator;

    SoftDollarTier softDollarTier = SoftDollarTier.NONE;

    @Nullable BigDecimal filledQuantity;

    @Nullable Integer refFuturesConId;

    String bondAccruedInterest = "";

    GatewayOrder toOrder() {
        return GatewayOrder.builder()
                .action(action)
                .totalQuantity(totalQuantity)
                .orderType(orderType)
                .lmtPrice(lmtPrice)
                .auxPrice(auxPrice)
                .cashQty(cashQty)
                .tif(tif)
                .account(account)
                .orderRef(orderRef)
                .outsideRth(outsideRth)
                .whatIf(whatIf)
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
        return new OrderIdentity(clientId, permId, parentPermId, submitter);
    }

    private OrderTiming timing() {
        return new OrderTiming(goodAfterTime, goodTillDate, "", "", "", duration, includeOvernight, autoCancelDate);
    }

    private OrderGroup group() {
        return new OrderGroup(parentId, ocaGroup, ocaType, autoCancelParent);
    }

    private OrderHandling handling() {
        return new OrderHandling(
                blockOrder,
                sweepToFill,
                displaySize,
                triggerMethod,
                hidden,
                allOrNone,
                minQty,
                rule80A,
                percentOffset,
                false,
                discretionaryAmt,
                optOutSmartRouting,
                notHeld,
                solicited,
                randomizeSize,
                randomizePrice,
                isOmsContainer,
                discretionaryUpToLimitPrice,
                usePriceMgmtAlgo,
                postToAts,
                imbalanceOnly,
                routeMarketableToBbo,
                "",
                List.of());
    }

    private OrderAdvisor advisor() {
        return new OrderAdvisor(faGroup, faMethod, faPercentage, modelCode);
    }

    private OrderClearing clearing() {
        return new OrderClearing(
                openClose,
                origin,
                settlingFirm,
                clearingAccount,
                clearingIntent,
                customerAccount,
                professionalCustomer,
                shareholder);
    }

    private OrderShortSale shortSale() {
        return new OrderShortSale(shortSaleSlot, designatedLocation, exemptCode);
    }

    private OrderStockPeg stockPeg() {
        return new OrderStockPeg(
                auctionStrategy, startingPrice, stockRefPrice, delta, stockRangeLower, stockRangeUpper);
    }

    private OrderVolatility volatility() {
        return new OrderVolatility(
                volatility,
                volatilityType,
                continuousUpdate,
                referencePriceType,
                deltaNeutralOrderType,
                deltaNeutralAuxPrice,
                deltaNeutralConId,
                deltaNeutralSettlingFirm,
                deltaNeutralClearingAccount,
                deltaNeutralClearingIntent,
                deltaNeutralOpenClose,
                deltaNeutralShortSale,
                deltaNeutralShortSaleSlot,
                deltaNeutralDesignatedLocation);
    }

    private OrderTrailing trailing() {
        return new OrderTrailing(trailStopPrice, trailingPercent, lmtPriceOffset);
    }

    private OrderAdjustment adjustment() {
        return new OrderAdjustment(
                adjustedOrderType,
                triggerPrice,
                adjustedStopPrice,
                adjustedStopLimitPrice,
                adjustedTrailingAmount,
                adjustableTrailingUnit);
    }

    private OrderScale scale() {
        return new OrderScale(
                scaleInitLevelSize,
                scaleSubsLevelSize,
                scalePriceIncrement,
                scalePriceAdjustValue,
                scalePriceAdjustInterval,
                scaleProfitOffset,
                scaleAutoReset,
                scaleInitPosition,
                scaleInitFillQty,
                scaleRandomPercent,
                "");
    }

    private OrderHedge hedge() {
        return new OrderHedge(hedgeType, hedgeParam, dontUseAutoPriceForHedge);
    }

    private OrderAlgo algo() {
        return new OrderAlgo(algoStrategy, algoParams, "");
    }

    private OrderCombo combo() {
        return new OrderCombo(orderComboLegs, smartComboRoutingParams, basisPoints, basisPointsType);
    }

    private OrderBenchmarkPeg benchmarkPeg() {
        return new OrderBenchmarkPeg(
                referenceContractId,
                isPeggedChangeAmountDecrease,
                peggedChangeAmount,
                referenceChangeAmount,
                referenceExchangeId);
    }

    private OrderBestPeg bestPeg() {
        return new OrderBestPeg(
                minTradeQty,
                minCompeteSize,
                competeAgainstBestOffset,
                competeUpToMid,
                midOffsetAtWhole,
                midOffsetAtHalf);
    }

    private OrderConditions conditions() {
        return new OrderConditions(conditions, conditionsIgnoreRth, conditionsCancelOrder);
    }

    private OrderRegulatory regulatory() {
        return new OrderRegulatory(extOperator, manualOrderIndicator, softDollarTier, "", "", "", "");
    }

    private OrderOutcome outcome() {
        return new OrderOutcome(filledQuantity, refFuturesConId, bondAccruedInterest);
    }
}
