package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.internal.wire.Version;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import com.quanticity.ibkr.gateway.order.GatewayOrderState;
import com.quanticity.ibkr.gateway.order.SoftDollarTier;

/**
 * Order status, open orders and completed orders. The two big layouts are spelled out field by field, each in one place: their small
 * differences are exactly what a shared routine would hide.
 */
final class OrderDecoder {

    private final FieldReader in;
    private final int version;
    private final OrderBlocks blocks;
    private final OrderStateDecoder states;

    OrderDecoder(FieldReader in, int version) {
        this.in = in;
        this.version = version;
        this.blocks = new OrderBlocks(in);
        this.states = new OrderStateDecoder(in, version);
    }

    GatewayEvent orderStatus() {
        return new TradingEvent.OrderStatus(
                in.integer("orderId"),
                in.code("status"),
                in.size("filled"),
                in.size("remaining"),
                in.numberOrNullIfZero("avgFillPrice"),
                in.longOrNull("permId"),
                in.integer("parentId"),
                in.numberOrNullIfZero("lastFillPrice"),
                in.integer("clientId"),
                in.text("whyHeld"),
                in.numberOrNullIfZero("mktCapPrice"));
    }

    GatewayEvent openOrder() {
        int orderId = in.integer("orderId");
        GatewayContract.Builder contract = ContractFields.read(in);
        OrderDraft o = new OrderDraft();
        readTerms(o);
        o.clientId = in.integer("order.clientId");
        o.permId = in.longOrNull("order.permId");
        o.outsideRth = in.bool("order.outsideRth");
        o.hidden = in.text("order.hidden").equals("1");
        o.discretionaryAmt = in.numberOrNullIfZero("order.discretionaryAmt");
        o.goodAfterTime = in.text("order.goodAfterTime");
        in.skip("sharesAllocation");
        readAllocation(o);
        o.auctionStrategy = in.integer("order.auctionStrategy");
        blocks.readStockPeg(o);
        o.displaySize = in.integerOrNullIfZero("order.displaySize");
        o.blockOrder = in.bool("order.blockOrder");
        o.sweepToFill = in.bool("order.sweepToFill");
        o.allOrNone = in.bool("order.allOrNone");
        o.minQty = in.integerOrNull("order.minQty");
        o.ocaType = in.integer("order.ocaType");
        in.skip("eTradeOnly");
        in.skip("firmQuoteOnly");
        in.skip("nbboPriceCap");
        o.parentId = in.integer("order.parentId");
        o.triggerMethod = in.integer("order.triggerMethod");
        blocks.readOpenOrderVolatility(o);
        blocks.readTrailing(o);
        o.basisPoints = in.numberOrNull("order.basisPoints");
        o.basisPointsType = in.integerOrNull("order.basisPointsType");
        blocks.readCombo(o, contract);
        blocks.readScale(o);
        blocks.readHedge(o);
        o.optOutSmartRouting = in.bool("order.optOutSmartRouting");
        readClearing(o);
        contract.deltaNeutralContract(ContractFields.readDeltaNeutralContract(in));
        blocks.readAlgo(o);
        o.solicited = in.bool("order.solicited");
        o.whatIf = in.bool("order.whatIf");
        GatewayOrderState state = states.read();
        blocks.readRandomAndBenchmark(o);
        blocks.readConditions(o);
        readAdjustment(o);
        readOpenOrderTail(o);
        return new TradingEvent.OpenOrder(orderId, contract.build(), OrderAssembly.order(o), state);
    }

    GatewayEvent completedOrder() {
        GatewayContract.Builder contract = ContractFields.read(in);
        OrderDraft o = new OrderDraft();
        readTerms(o);
        o.permId = in.longOrNull("order.permId");
        o.outsideRth = in.bool("order.outsideRth");
        o.hidden = in.bool("order.hidden");
        o.discretionaryAmt = in.numberOrNullIfZero("order.discretionaryAmt");
        o.goodAfterTime = in.text("order.goodAfterTime");
        readAllocation(o);
        blocks.readStockPeg(o);
        o.displaySize = in.integerOrNullIfZero("order.displaySize");
        o.sweepToFill = in.bool("order.sweepToFill");
        o.allOrNone = in.bool("order.allOrNone");
        o.minQty = in.integerOrNull("order.minQty");
        o.ocaType = in.integer("order.ocaType");
        o.triggerMethod = in.integer("order.triggerMethod");
        blocks.readCompletedOrderVolatility(o);
        blocks.readTrailing(o);
        blocks.readCombo(o, contract);
        blocks.readScale(o);
        blocks.readHedge(o);
        readClearing(o);
        contract.deltaNeutralContract(ContractFields.readDeltaNeutralContract(in));
        blocks.readAlgo(o);
        o.solicited = in.bool("order.solicited");
        String status = in.text("orderState.status");
        blocks.readRandomAndBenchmark(o);
        blocks.readConditions(o);
        o.trailStopPrice = in.numberOrNull("order.trailStopPrice");
        o.lmtPriceOffset = in.numberOrNull("order.lmtPriceOffset");
        GatewayOrderState state = readCompletion(o, status);
        return new TradingEvent.CompletedOrder(contract.build(), OrderAssembly.order(o), state);
    }

    private void readTerms(OrderDraft o) {
        o.action = in.text("order.action");
        o.totalQuantity = in.sizeOrNull("order.totalQuantity");
        o.orderType = in.text("order.orderType");
        o.lmtPrice = in.numberOrNull("order.lmtPrice");
        o.auxPrice = in.numberOrNull("order.auxPrice");
        o.tif = in.text("order.tif");
        o.ocaGroup = in.text("order.ocaGroup");
        o.account = in.text("order.account");
        o.openClose = in.text("order.openClose");
        o.origin = in.integer("order.origin");
        o.orderRef = in.text("order.orderRef");
    }

    private void readAllocation(OrderDraft o) {
        o.faGroup = in.text("order.faGroup");
        o.faMethod = in.text("order.faMethod");
        o.faPercentage = in.text("order.faPercentage");
        if (version < Version.FA_PROFILE_GONE) {
            in.skip("faProfile");
        }
        o.modelCode = in.text("order.modelCode");
        o.goodTillDate = in.text("order.goodTillDate");
        o.rule80A = in.textWithout("order.rule80A", "0");
        o.percentOffset = in.numberOrNull("order.percentOffset");
        o.settlingFirm = in.text("order.settlingFirm");
        o.shortSaleSlot = in.integer("order.shortSaleSlot");
        o.designatedLocation = in.text("order.designatedLocation");
        o.exemptCode = in.integer("order.exemptCode");
    }

    private void readClearing(OrderDraft o) {
        o.clearingAccount = in.text("order.clearingAccount");
        o.clearingIntent = in.text("order.clearingIntent");
        o.notHeld = in.bool("order.notHeld");
    }

    private void readAdjustment(OrderDraft o) {
        o.adjustedOrderType = in.textWithout("order.adjustedOrderType", "None");
        o.triggerPrice = in.numberOrNull("order.triggerPrice");
        o.trailStopPrice = in.numberOrNull("order.trailStopPrice");
        o.lmtPriceOffset = in.numberOrNull("order.lmtPriceOffset");
        o.adjustedStopPrice = in.numberOrNull("order.adjustedStopPrice");
        o.adjustedStopLimitPrice = in.numberOrNull("order.adjustedStopLimitPrice");
        o.adjustedTrailingAmount = in.numberOrNull("order.adjustedTrailingAmount");
        o.adjustableTrailingUnit = in.integer("order.adjustableTrailingUnit");
    }

    private void readOpenOrderTail(OrderDraft o) {
        o.softDollarTier = new SoftDollarTier(
                in.text("order.softDollarTier.name"),
                in.text("order.softDollarTier.value"),
                in.text("order.softDollarTier.displayName"));
        o.cashQty = in.numberOrNull("order.cashQty");
        o.dontUseAutoPriceForHedge = in.bool("order.dontUseAutoPriceForHedge");
        o.isOmsContainer = in.bool("order.isOmsContainer");
        o.discretionaryUpToLimitPrice = in.bool("order.discretionaryUpToLimitPrice");
        o.usePriceMgmtAlgo = in.boolOrNull("order.usePriceMgmtAlgo");
        o.duration = in.integerOrNullIfZero("order.duration");
        o.postToAts = in.integerOrNull("order.postToAts");
        o.autoCancelParent = in.bool("order.autoCancelParent");
        blocks.readBestPeg(o);
        readCustomer(o);
        o.bondAccruedInterest = version >= Version.BOND_ACCRUED_INTEREST ? in.text("order.bondAccruedInterest") : "";
        o.includeOvernight = version >= Version.INCLUDE_OVERNIGHT && in.bool("order.includeOvernight");
        if (version >= Version.OPERATOR_IN_OPEN_ORDER) {
            o.extOperator = in.text("order.extOperator");
            o.manualOrderIndicator = in.integerOrNull("order.manualOrderIndicator");
        }
        o.submitter = version >= Version.SUBMITTER ? in.text("order.submitter") : "";
        o.imbalanceOnly = version >= Version.IMBALANCE_ONLY && in.bool("order.imbalanceOnly");
    }

    private GatewayOrderState readCompletion(OrderDraft o, String status) {
        o.cashQty = in.numberOrNull("order.cashQty");
        o.dontUseAutoPriceForHedge = in.bool("order.dontUseAutoPriceForHedge");
        o.isOmsContainer = in.bool("order.isOmsContainer");
        o.autoCancelDate = in.text("order.autoCancelDate");
        o.filledQuantity = in.sizeOrNull("order.filledQuantity");
        o.refFuturesConId = in.integerOrNullIfZero("order.refFuturesConId");
        o.autoCancelParent = in.bool("order.autoCancelParent");
        o.shareholder = in.text("order.shareholder");
        o.imbalanceOnly = in.bool("order.imbalanceOnly");
        o.routeMarketableToBbo = in.bool("order.routeMarketableToBbo");
        o.parentPermId = in.longOrNull("order.parentPermId");
        String completedTime = in.text("orderState.completedTime");
        String completedStatus = in.text("orderState.completedStatus");
        blocks.readBestPeg(o);
        readCustomer(o);
        o.submitter = version >= Version.SUBMITTER ? in.text("order.submitter") : "";
        return GatewayOrderState.completed(status, completedTime, completedStatus);
    }

    private void readCustomer(OrderDraft o) {
        o.customerAccount = version >= Version.CUSTOMER_ACCOUNT ? in.text("order.customerAccount") : "";
        o.professionalCustomer = version >= Version.PROFESSIONAL_CUSTOMER && in.bool("order.professionalCustomer");
    }
}
