package com.quanticity.ibkr.gateway.tws.bag;

import com.ib.client.Order;
import com.ib.client.OrderState;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderState;
import com.quanticity.ibkr.gateway.order.MarginPreview;
import com.quanticity.ibkr.gateway.order.OrderAdjustment;
import com.quanticity.ibkr.gateway.order.OrderAdvisor;
import com.quanticity.ibkr.gateway.order.OrderAlgo;
import com.quanticity.ibkr.gateway.order.OrderAllocation;
import com.quanticity.ibkr.gateway.order.OrderCancel;
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
import com.quanticity.ibkr.gateway.order.SoftDollarTier;
import com.quanticity.ibkr.gateway.order.condition.OrderConditions;
import com.quanticity.ibkr.gateway.order.peg.OrderBenchmarkPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderBestPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderStockPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderVolatility;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.Named;
import org.mapstruct.factory.Mappers;

/** Orders and their states. Our order is split by theme; the client's is one bag of some 150 members. */
@Mapper(
        config = BagMapping.class,
        uses = {Values.class, Conditions.class})
public interface OrderBags {

    OrderBags BAGS = Mappers.getMapper(OrderBags.class);

    /** The client's form of an order. */
    default Order bag(GatewayOrder order) {
        Order bag = new Order();
        fill(order, bag);
        if (order.bestPeg().competeUpToMid()) {
            bag.setCompeteAgainstBestOffsetUpToMid();
        }
        return bag;
    }

    @Mapping(target = ".", source = "timing")
    @Mapping(target = ".", source = "group")
    @Mapping(target = ".", source = "handling")
    @Mapping(target = ".", source = "advisor")
    @Mapping(target = ".", source = "clearing")
    @Mapping(target = ".", source = "shortSale")
    @Mapping(target = ".", source = "stockPeg")
    @Mapping(target = ".", source = "volatility")
    @Mapping(target = "volatility", source = "volatility.volatility")
    @Mapping(target = ".", source = "trailing")
    @Mapping(target = ".", source = "adjustment")
    @Mapping(target = ".", source = "scale")
    @Mapping(target = ".", source = "hedge")
    @Mapping(target = ".", source = "algo")
    @Mapping(target = ".", source = "combo")
    @Mapping(target = ".", source = "benchmarkPeg")
    @Mapping(target = ".", source = "bestPeg")
    @Mapping(target = ".", source = "conditions")
    @Mapping(target = "conditions", source = "conditions.conditions")
    @Mapping(target = ".", source = "regulatory")
    @Mapping(target = "orderMiscOptions", source = "handling.orderMiscOptions", qualifiedByName = "tagList")
    @Mapping(target = "orderId", ignore = true)
    @Mapping(target = "clientId", ignore = true)
    @Mapping(target = "permId", ignore = true)
    @Mapping(target = "parentPermId", ignore = true)
    @Mapping(target = "submitter", ignore = true)
    @Mapping(target = "filledQuantity", ignore = true)
    @Mapping(target = "refFuturesConId", ignore = true)
    @Mapping(target = "bondAccruedInterest", ignore = true)
    void fill(GatewayOrder order, @MappingTarget Order bag);

    @Mapping(target = "manualOrderIndicator", source = "manualOrderIndicator")
    void fill(OrderCancel cancel, @MappingTarget com.ib.client.OrderCancel bag);

    void fill(ExecutionFilter filter, @MappingTarget com.ib.client.ExecutionFilter bag);

    default com.ib.client.SoftDollarTier bag(SoftDollarTier tier) {
        return new com.ib.client.SoftDollarTier(tier.name(), tier.value(), tier.displayName());
    }

    default com.ib.client.OrderComboLeg bag(OrderCombo.LegPrice leg) {
        BigDecimal price = leg.price();
        return price == null
                ? new com.ib.client.OrderComboLeg()
                : new com.ib.client.OrderComboLeg(Values.number(price));
    }

    @Mapping(target = "identity", source = ".")
    @Mapping(target = "timing", source = ".")
    @Mapping(target = "group", source = ".")
    @Mapping(target = "handling", source = ".")
    @Mapping(target = "advisor", source = ".")
    @Mapping(target = "clearing", source = ".")
    @Mapping(target = "shortSale", source = ".")
    @Mapping(target = "stockPeg", source = ".")
    @Mapping(target = "volatility", source = ".")
    @Mapping(target = "trailing", source = ".")
    @Mapping(target = "adjustment", source = ".")
    @Mapping(target = "scale", source = ".")
    @Mapping(target = "hedge", source = ".")
    @Mapping(target = "algo", source = ".")
    @Mapping(target = "combo", source = ".")
    @Mapping(target = "benchmarkPeg", source = ".")
    @Mapping(target = "bestPeg", source = ".")
    @Mapping(target = "conditions", source = ".")
    @Mapping(target = "regulatory", source = ".")
    @Mapping(target = "outcome", source = ".")
    GatewayOrder order(Order bag);

    @Mapping(target = "permId", qualifiedByName = "longOrNull")
    @Mapping(target = "parentPermId", qualifiedByName = "longOrNull")
    OrderIdentity identity(Order bag);

    @Mapping(target = "duration", qualifiedByName = "integerOrNullIfZero")
    OrderTiming timing(Order bag);

    OrderGroup group(Order bag);

    @Mapping(target = "displaySize", qualifiedByName = "integerOrNullIfZero")
    @Mapping(target = "minQty", qualifiedByName = "integerOrNull")
    @Mapping(target = "rule80A", qualifiedByName = "textOrNone")
    @Mapping(target = "discretionaryAmt", qualifiedByName = "nullIfZero")
    @Mapping(target = "postToAts", qualifiedByName = "integerOrNull")
    OrderHandling handling(Order bag);

    OrderAdvisor advisor(Order bag);

    OrderClearing clearing(Order bag);

    OrderShortSale shortSale(Order bag);

    OrderStockPeg stockPeg(Order bag);

    @Mapping(target = "volatilityType", qualifiedByName = "integerOrNullIfZero")
    @Mapping(target = "referencePriceType", qualifiedByName = "integerOrNullIfZero")
    @Mapping(target = "deltaNeutralOrderType", qualifiedByName = "textOrNone")
    @Mapping(target = "deltaNeutralOpenClose", qualifiedByName = "textOrNone")
    OrderVolatility volatility(Order bag);

    OrderTrailing trailing(Order bag);

    @Mapping(target = "adjustedOrderType", source = "adjustedOrderType")
    OrderAdjustment adjustment(Order bag);

    @Mapping(target = "scaleInitLevelSize", qualifiedByName = "integerOrNull")
    @Mapping(target = "scaleSubsLevelSize", qualifiedByName = "integerOrNull")
    @Mapping(target = "scalePriceAdjustInterval", qualifiedByName = "integerOrNull")
    @Mapping(target = "scaleInitPosition", qualifiedByName = "integerOrNull")
    @Mapping(target = "scaleInitFillQty", qualifiedByName = "integerOrNull")
    OrderScale scale(Order bag);

    OrderHedge hedge(Order bag);

    OrderAlgo algo(Order bag);

    @Mapping(target = "basisPointsType", qualifiedByName = "integerOrNull")
    OrderCombo combo(Order bag);

    OrderCombo.LegPrice legPrice(com.ib.client.OrderComboLeg bag);

    @Mapping(target = "peggedChangeAmount", qualifiedByName = "nullIfZero")
    @Mapping(target = "referenceChangeAmount", qualifiedByName = "nullIfZero")
    OrderBenchmarkPeg benchmarkPeg(Order bag);

    @Mapping(target = "minTradeQty", qualifiedByName = "integerOrNull")
    @Mapping(target = "minCompeteSize", qualifiedByName = "integerOrNull")
    @Mapping(target = "competeUpToMid", source = "isCompeteAgainstBestOffsetUpToMid")
    OrderBestPeg bestPeg(Order bag);

    OrderConditions conditions(Order bag);

    @Mapping(target = "manualOrderIndicator", qualifiedByName = "integerOrNull")
    OrderRegulatory regulatory(Order bag);

    @Mapping(target = "refFuturesConId", qualifiedByName = "integerOrNullIfZero")
    OrderOutcome outcome(Order bag);

    default SoftDollarTier tier(com.ib.client.@Nullable SoftDollarTier bag) {
        return bag == null
                ? SoftDollarTier.NONE
                : new SoftDollarTier(Values.text(bag.name()), Values.text(bag.value()), Values.text(bag.toString()));
    }

    @Mapping(target = "margin", source = ".", qualifiedByName = "regularHours")
    @Mapping(target = "marginOutsideRth", source = ".", qualifiedByName = "outsideRegularHours")
    @Mapping(target = "commission", source = "commissionAndFees")
    @Mapping(target = "minCommission", source = "minCommissionAndFees")
    @Mapping(target = "maxCommission", source = "maxCommissionAndFees")
    @Mapping(target = "commissionCurrency", source = "commissionAndFeesCurrency")
    @Mapping(target = "allocations", source = "orderAllocations")
    GatewayOrderState state(OrderState bag);

    @Named("regularHours")
    @Mapping(target = "initMarginBefore", qualifiedByName = "inText")
    @Mapping(target = "maintMarginBefore", qualifiedByName = "inText")
    @Mapping(target = "equityWithLoanBefore", qualifiedByName = "inText")
    @Mapping(target = "initMarginChange", qualifiedByName = "inText")
    @Mapping(target = "maintMarginChange", qualifiedByName = "inText")
    @Mapping(target = "equityWithLoanChange", qualifiedByName = "inText")
    @Mapping(target = "initMarginAfter", qualifiedByName = "inText")
    @Mapping(target = "maintMarginAfter", qualifiedByName = "inText")
    @Mapping(target = "equityWithLoanAfter", qualifiedByName = "inText")
    MarginPreview margin(OrderState bag);

    @Named("outsideRegularHours")
    @Mapping(target = "initMarginBefore", source = "initMarginBeforeOutsideRTH")
    @Mapping(target = "maintMarginBefore", source = "maintMarginBeforeOutsideRTH")
    @Mapping(target = "equityWithLoanBefore", source = "equityWithLoanBeforeOutsideRTH")
    @Mapping(target = "initMarginChange", source = "initMarginChangeOutsideRTH")
    @Mapping(target = "maintMarginChange", source = "maintMarginChangeOutsideRTH")
    @Mapping(target = "equityWithLoanChange", source = "equityWithLoanChangeOutsideRTH")
    @Mapping(target = "initMarginAfter", source = "initMarginAfterOutsideRTH")
    @Mapping(target = "maintMarginAfter", source = "maintMarginAfterOutsideRTH")
    @Mapping(target = "equityWithLoanAfter", source = "equityWithLoanAfterOutsideRTH")
    MarginPreview marginOutsideRth(OrderState bag);

    OrderAllocation allocation(com.ib.client.OrderAllocation bag);
}
