package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.order.OrderCombo;
import com.quanticity.ibkr.gateway.order.SoftDollarTier;
import com.quanticity.ibkr.gateway.order.condition.OrderCondition;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order while its frame is being read: the wire mixes the themes, so their members are gathered here first. Members that no
 * answer carries are missing. {@link OrderAssembly} makes the
 * order of it. Used once, by one thread.
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
}
