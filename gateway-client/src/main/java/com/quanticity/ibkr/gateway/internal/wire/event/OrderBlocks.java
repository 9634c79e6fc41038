package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import com.quanticity.ibkr.gateway.internal.wire.field.MalformedFieldException;
import com.quanticity.ibkr.gateway.order.OrderCombo.LegPrice;
import com.quanticity.ibkr.gateway.order.condition.OrderCondition;
import java.math.BigDecimal;
import java.util.List;

/** Groups of order fields that open and completed orders share, and the condition list. */
final class OrderBlocks {

    private final FieldReader in;

    OrderBlocks(FieldReader in) {
        this.in = in;
    }

    void readStockPeg(OrderDraft o) {
        o.startingPrice = in.numberOrNull("order.startingPrice");
        o.stockRefPrice = in.numberOrNull("order.stockRefPrice");
        o.delta = in.numberOrNull("order.delta");
        o.stockRangeLower = in.numberOrNull("order.stockRangeLower");
        o.stockRangeUpper = in.numberOrNull("order.stockRangeUpper");
    }

    void readOpenOrderVolatility(OrderDraft o) {
        if (readDeltaNeutralOrderType(o)) {
            o.deltaNeutralConId = in.integer("order.deltaNeutralConId");
            o.deltaNeutralSettlingFirm = in.text("order.deltaNeutralSettlingFirm");
            o.deltaNeutralClearingAccount = in.text("order.deltaNeutralClearingAccount");
            o.deltaNeutralClearingIntent = in.text("order.deltaNeutralClearingIntent");
            o.deltaNeutralOpenClose = in.textWithout("order.deltaNeutralOpenClose", "?");
            readDeltaNeutralShortSale(o);
        }
        readReferencePrice(o);
    }

    /** Four of the eight hedge fields of an open order are absent here. */
    void readCompletedOrderVolatility(OrderDraft o) {
        if (readDeltaNeutralOrderType(o)) {
            o.deltaNeutralConId = in.integer("order.deltaNeutralConId");
            readDeltaNeutralShortSale(o);
        }
        readReferencePrice(o);
    }

    /** Gateways write {@code None}, which means none and yet is followed by the hedge fields: only empty text is not. */
    private boolean readDeltaNeutralOrderType(OrderDraft o) {
        o.volatility = in.numberOrNull("order.volatility");
        o.volatilityType = in.integerOrNullIfZero("order.volatilityType");
        String type = in.text("order.deltaNeutralOrderType");
        o.deltaNeutralOrderType = type.equals("None") ? "" : type;
        o.deltaNeutralAuxPrice = in.numberOrNull("order.deltaNeutralAuxPrice");
        return !type.isEmpty();
    }

    private void readDeltaNeutralShortSale(OrderDraft o) {
        o.deltaNeutralShortSale = in.bool("order.deltaNeutralShortSale");
        o.deltaNeutralShortSaleSlot = in.integer("order.deltaNeutralShortSaleSlot");
        o.deltaNeutralDesignatedLocation = in.text("order.deltaNeutralDesignatedLocation");
    }

    private void readReferencePrice(OrderDraft o) {
        o.continuousUpdate = in.integer("order.continuousUpdate");
        o.referencePriceType = in.integerOrNullIfZero("order.referencePriceType");
    }

    /** The initial stop comes twice; the later one counts. */
    void readTrailing(OrderDraft o) {
        in.skip("trailStopPrice1");
        o.trailingPercent = in.numberOrNull("order.trailingPercent");
    }

    void readCombo(OrderDraft o, GatewayContract.Builder contract) {
        contract.comboLegsDescrip(in.text("contract.comboLegsDescrip")).legs(ContractFields.readLegs(in));
        o.orderComboLegs =
                in.group("orderComboLegs#", 1, () -> new LegPrice(in.numberOrNull("orderComboLegs[].price")));
        o.smartComboRoutingParams = readTags("smartComboRoutingParams");
    }

    void readScale(OrderDraft o) {
        o.scaleInitLevelSize = in.integerOrNull("order.scaleInitLevelSize");
        o.scaleSubsLevelSize = in.integerOrNull("order.scaleSubsLevelSize");
        BigDecimal increment = in.numberOrNull("order.scalePriceIncrement");
        o.scalePriceIncrement = increment;
        if (increment != null && increment.signum() > 0) {
            o.scalePriceAdjustValue = in.numberOrNull("order.scalePriceAdjustValue");
            o.scalePriceAdjustInterval = in.integerOrNull("order.scalePriceAdjustInterval");
            o.scaleProfitOffset = in.numberOrNull("order.scaleProfitOffset");
            o.scaleAutoReset = in.bool("order.scaleAutoReset");
            o.scaleInitPosition = in.integerOrNull("order.scaleInitPosition");
            o.scaleInitFillQty = in.integerOrNull("order.scaleInitFillQty");
            o.scaleRandomPercent = in.bool("order.scaleRandomPercent");
        }
    }

    void readHedge(OrderDraft o) {
        o.hedgeType = in.text("order.hedgeType");
        if (!o.hedgeType.isEmpty()) {
            o.hedgeParam = in.text("order.hedgeParam");
        }
    }

    void readAlgo(OrderDraft o) {
        o.algoStrategy = in.text("order.algoStrategy");
        if (!o.algoStrategy.isEmpty()) {
            o.algoParams = readTags("algoParams");
        }
    }

    void readRandomAndBenchmark(OrderDraft o) {
        o.randomizeSize = in.bool("order.randomizeSize");
        o.randomizePrice = in.bool("order.randomizePrice");
        if (o.orderType.equals("PEG BENCH") || o.orderType.equals("PEGBENCH")) {
            o.referenceContractId = in.integer("order.referenceContractId");
            o.isPeggedChangeAmountDecrease = in.bool("order.isPeggedChangeAmountDecrease");
            o.peggedChangeAmount = in.numberOrNullIfZero("order.peggedChangeAmount");
            o.referenceChangeAmount = in.numberOrNullIfZero("order.referenceChangeAmount");
            o.referenceExchangeId = in.text("order.referenceExchangeId");
        }
    }

    void readConditions(OrderDraft o) {
        o.conditions = in.group("conditions#", 4, this::readCondition);
        if (o.conditions.isEmpty()) {
            return;
        }
        o.conditionsIgnoreRth = in.bool("order.conditionsIgnoreRth");
        o.conditionsCancelOrder = in.bool("order.conditionsCancelOrder");
    }

    void readBestPeg(OrderDraft o) {
        o.minTradeQty = in.integerOrNull("order.minTradeQty");
        o.minCompeteSize = in.integerOrNull("order.minCompeteSize");
        o.competeUpToMid = in.nextIsInfinity();
        o.competeAgainstBestOffset = in.numberOrNull("order.competeAgainstBestOffset");
        o.midOffsetAtWhole = in.numberOrNull("order.midOffsetAtWhole");
        o.midOffsetAtHalf = in.numberOrNull("order.midOffsetAtHalf");
    }

    private OrderCondition readCondition() {
        int type = in.integer("conditions[].type");
        String conjunction = in.text("conditions[].conjunction");
        return switch (type) {
            case 1 ->
                new OrderCondition.Price(
                        conjunction,
                        in.bool("conditions[].isMore"),
                        in.number("conditions[].value"),
                        in.integer("conditions[].conId"),
                        in.text("conditions[].exchange"),
                        in.integer("conditions[].triggerMethod"));
            case 3 ->
                new OrderCondition.Time(conjunction, in.bool("conditions[].isMore"), in.text("conditions[].value"));
            case 4 ->
                new OrderCondition.Margin(
                        conjunction, in.bool("conditions[].isMore"), in.integer("conditions[].value"));
            case 5 ->
                new OrderCondition.Execution(
                        conjunction,
                        in.text("conditions[].secType"),
                        in.text("conditions[].execExchange"),
                        in.text("conditions[].symbol"));
            case 6 ->
                new OrderCondition.Volume(
                        conjunction,
                        in.bool("conditions[].isMore"),
                        in.integer("conditions[].value"),
                        in.integer("conditions[].conId"),
                        in.text("conditions[].exchange"));
            case 7 ->
                new OrderCondition.PercentChange(
                        conjunction,
                        in.bool("conditions[].isMore"),
                        in.number("conditions[].value"),
                        in.integer("conditions[].conId"),
                        in.text("conditions[].exchange"));
            // The fields of another kind are not known, and guessing would shift all that follow.
            default -> throw new MalformedFieldException("conditions[].type", "unknown kind " + type);
        };
    }

    private List<TagValue> readTags(String group) {
        return in.group(group + "#", 2, () -> new TagValue(in.text(group + "[].tag"), in.text(group + "[].value")));
    }
}
