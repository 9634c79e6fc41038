package com.quanticity.ibkr.gateway.inspect;

import com.quanticity.ibkr.gateway.contract.ComboLeg;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderAlgo;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.order.OrderClearing;
import com.quanticity.ibkr.gateway.order.OrderCombo;
import com.quanticity.ibkr.gateway.order.OrderHandling;
import com.quanticity.ibkr.gateway.order.OrderHedge;
import com.quanticity.ibkr.gateway.order.OrderScale;
import com.quanticity.ibkr.gateway.order.OrderTiming;
import com.quanticity.ibkr.gateway.order.condition.OrderConditions;
import com.quanticity.ibkr.gateway.order.peg.OrderBenchmarkPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderBestPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderVolatility;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqContractDetails;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqFundamentalData;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest.ReqHistoricalData;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.request.OrderRequest.ExerciseOptions;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.ReqGlobalCancel;
import java.util.List;

/** What of a request travels at all: the layouts leave members out that mean nothing for a message, an order type or a contract. */
final class Carried {

    private Carried() {}

    static PlaceOrder order(PlaceOrder request) {
        GatewayContract contract = request.contract();
        GatewayOrder order = request.order();
        GatewayOrder carried = order.toBuilder()
                .combo(contract.isCombo() ? combo(order.combo()) : OrderCombo.NONE)
                .benchmarkPeg(order.isBenchmarkPeg() ? order.benchmarkPeg() : OrderBenchmarkPeg.NONE)
                .bestPeg(bestPeg(contract, order))
                .volatility(volatility(order.volatility()))
                .scale(scale(order.scale()))
                .hedge(order.hedge().hedgeType().isEmpty() ? noHedge(order.hedge()) : order.hedge())
                .algo(order.algo().algoStrategy().isEmpty() ? noAlgo(order.algo()) : order.algo())
                .conditions(order.conditions().conditions().isEmpty() ? OrderConditions.NONE : order.conditions())
                .handling(handling(order.handling()))
                .timing(timing(order.timing()))
                .clearing(clearing(order.clearing()))
                .build();
        return new PlaceOrder(request.orderId(), contract(PlaceOrder.class, contract), carried);
    }

    static ReqGlobalCancel globalCancel(ReqGlobalCancel request) {
        OrderCancel cancel = request.orderCancel();
        return new ReqGlobalCancel(new OrderCancel("", cancel.extOperator(), cancel.manualOrderIndicator()));
    }

    static GatewayContract contract(Class<? extends GatewayRequest> message, GatewayContract contract) {
        boolean isSearch = message == ReqContractDetails.class;
        boolean isOrder = message == PlaceOrder.class;
        boolean hasLegs =
                contract.isCombo() && (isOrder || message == ReqMktData.class || message == ReqHistoricalData.class);
        GatewayContract.Builder carried = GatewayContract.builder()
                .conId(contract.conId())
                .symbol(contract.symbol())
                .secType(contract.secType())
                .exchange(contract.exchange())
                .currency(contract.currency())
                .localSymbol(contract.localSymbol());
        if (message != ExerciseOptions.class) {
            carried.primaryExchange(contract.primaryExchange());
        }
        if (message != ReqFundamentalData.class) {
            carried.lastTradeDateOrContractMonth(contract.lastTradeDateOrContractMonth())
                    .strike(contract.strike())
                    .right(contract.right())
                    .multiplier(contract.multiplier())
                    .tradingClass(contract.tradingClass());
        }
        if (isSearch || isOrder) {
            carried.secIdType(contract.secIdType()).secId(contract.secId());
        }
        if (isSearch || HistoryRequest.class.isAssignableFrom(message)) {
            carried.includeExpired(contract.includeExpired());
        }
        if (isOrder || message == ReqMktData.class) {
            carried.deltaNeutralContract(contract.deltaNeutralContract());
        }
        return carried.issuerId(isSearch ? contract.issuerId() : "")
                .legs(hasLegs ? legs(isOrder, contract.legs()) : List.of())
                .build();
    }

    private static List<ComboLeg> legs(boolean isOrder, List<ComboLeg> legs) {
        return isOrder
                ? legs
                : legs.stream()
                        .map(leg -> ComboLeg.of(leg.conId(), leg.ratio(), leg.action(), leg.exchange()))
                        .toList();
    }

    private static OrderCombo combo(OrderCombo combo) {
        return new OrderCombo(combo.orderComboLegs(), combo.smartComboRoutingParams(), null, null);
    }

    private static OrderBestPeg bestPeg(GatewayContract contract, GatewayOrder order) {
        OrderBestPeg peg = order.bestPeg();
        boolean isUpToMid = order.isBestPeg() && peg.competeUpToMid();
        boolean hasOffsets = order.isMidPeg() || isUpToMid;
        return new OrderBestPeg(
                contract.exchange().equals("IBKRATS") ? peg.minTradeQty() : null,
                order.isBestPeg() ? peg.minCompeteSize() : null,
                order.isBestPeg() && !isUpToMid ? peg.competeAgainstBestOffset() : null,
                isUpToMid,
                hasOffsets ? peg.midOffsetAtWhole() : null,
                hasOffsets ? peg.midOffsetAtHalf() : null);
    }

    private static OrderVolatility volatility(OrderVolatility it) {
        if (!it.deltaNeutralOrderType().isEmpty()) {
            return it;
        }
        return new OrderVolatility(
                it.volatility(),
                it.volatilityType(),
                it.continuousUpdate(),
                it.referencePriceType(),
                "",
                it.deltaNeutralAuxPrice(),
                0,
                "",
                "",
                "",
                "",
                false,
                0,
                "");
    }

    private static OrderScale scale(OrderScale it) {
        if (it.scalePriceIncrement() != null && it.scalePriceIncrement().signum() > 0) {
            return it;
        }
        return new OrderScale(
                it.scaleInitLevelSize(),
                it.scaleSubsLevelSize(),
                it.scalePriceIncrement(),
                null,
                null,
                null,
                false,
                null,
                null,
                false,
                it.scaleTable());
    }

    private static OrderHedge noHedge(OrderHedge hedge) {
        return new OrderHedge("", "", hedge.dontUseAutoPriceForHedge());
    }

    private static OrderAlgo noAlgo(OrderAlgo algo) {
        return new OrderAlgo("", List.of(), algo.algoId());
    }

    private static OrderHandling handling(OrderHandling it) {
        return new OrderHandling(
                it.blockOrder(),
                it.sweepToFill(),
                it.displaySize(),
                it.triggerMethod(),
                it.hidden(),
                it.allOrNone(),
                it.minQty(),
                it.rule80A(),
                it.percentOffset(),
                it.overridePercentageConstraints(),
                it.discretionaryAmt(),
                it.optOutSmartRouting(),
                it.notHeld(),
                it.solicited(),
                it.randomizeSize(),
                it.randomizePrice(),
                it.isOmsContainer(),
                it.discretionaryUpToLimitPrice(),
                it.usePriceMgmtAlgo(),
                it.postToAts(),
                it.imbalanceOnly(),
                false,
                it.advancedErrorOverride(),
                it.orderMiscOptions());
    }

    private static OrderTiming timing(OrderTiming it) {
        return new OrderTiming(
                it.goodAfterTime(),
                it.goodTillDate(),
                it.activeStartTime(),
                it.activeStopTime(),
                it.manualOrderTime(),
                it.duration(),
                it.includeOvernight(),
                "");
    }

    private static OrderClearing clearing(OrderClearing it) {
        return new OrderClearing(
                it.openClose(),
                it.origin(),
                it.settlingFirm(),
                it.clearingAccount(),
                it.clearingIntent(),
                it.customerAccount(),
                it.professionalCustomer(),
                "");
    }
}
