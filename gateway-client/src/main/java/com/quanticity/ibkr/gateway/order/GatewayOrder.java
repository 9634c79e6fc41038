package com.quanticity.ibkr.gateway.order;

import com.quanticity.ibkr.gateway.order.condition.OrderConditions;
import com.quanticity.ibkr.gateway.order.peg.OrderBenchmarkPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderBestPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderStockPeg;
import com.quanticity.ibkr.gateway.order.peg.OrderVolatility;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as the gateway spells it, in requests and answers. What is rarely used sits in one record a theme.
 *
 * @param action BUY, SELL or SSHORT
 * @param totalQuantity shares or contracts, null = not given
 * @param orderType wire spelling, for example {@code MKT}, {@code LMT}, {@code STP LMT}
 * @param lmtPrice limit price, null = not given
 * @param auxPrice trigger, trailing amount or peg offset, null = not given
 * @param cashQty amount of money instead of a quantity, null = not given
 * @param tif DAY, GTC, IOC, FOK, GTD, OPG, DTC, AUC, GTX, GTT, Minutes
 * @param account empty = the only account
 * @param orderRef our text, comes back with executions and open orders
 * @param transmit false: the gateway keeps the order silent until it is sent again with true
 * @param outsideRth also outside regular hours
 * @param whatIf true: nothing is placed, margin and commission come back
 * @param identity who placed an order and its account-wide number. Answers only.
 * @param timing when an order starts and ends. Times are {@code YYYYMMDD HH:mm:ss zone} or {@code YYYYMMDD-HH:mm:ss} (UTC).
 * @param group what ties orders together.
 * @param handling how the broker works an order.
 * @param advisor allocation of an advisor's order.
 * @param clearing who clears an order and for whom.
 * @param shortSale where borrowed shares come from.
 * @param stockPeg auction and peg-to-stock terms.
 * @param volatility volatility orders and their hedging order.
 * @param trailing trailing stops.
 * @param adjustment a stop that changes once its trigger price is reached.
 * @param scale scale orders. The members from the second price on exist only with a price increment above zero.
 * @param hedge attached hedge.
 * @param algo broker's algorithm.
 * @param combo terms of a combination.
 * @param benchmarkPeg peg to a benchmark; exists only for order type PEG BENCH.
 * @param bestPeg peg to best and peg to midpoint.
 * @param conditions what must come true before an order works or is cancelled.
 * @param regulatory who decided and who executed.
 * @param outcome what became of an order. Answers only.
 */
public record GatewayOrder(
        String action,
        @Nullable BigDecimal totalQuantity,
        String orderType,
        @Nullable BigDecimal lmtPrice,
        @Nullable BigDecimal auxPrice,
        @Nullable BigDecimal cashQty,
        String tif,
        String account,
        String orderRef,
        boolean transmit,
        boolean outsideRth,
        boolean whatIf,
        OrderIdentity identity,
        OrderTiming timing,
        OrderGroup group,
        OrderHandling handling,
        OrderAdvisor advisor,
        OrderClearing clearing,
        OrderShortSale shortSale,
        OrderStockPeg stockPeg,
        OrderVolatility volatility,
        OrderTrailing trailing,
        OrderAdjustment adjustment,
        OrderScale scale,
        OrderHedge hedge,
        OrderAlgo algo,
        OrderCombo combo,
        OrderBenchmarkPeg benchmarkPeg,
        OrderBestPeg bestPeg,
        OrderConditions conditions,
        OrderRegulatory regulatory,
        OrderOutcome outcome) {

    /** A market order, good for the day. */
    public static Builder market(String action, BigDecimal quantity) {
        return builder().action(action).orderType("MKT").totalQuantity(quantity);
    }

    /** A limit order, good for the day. */
    public static Builder limit(String action, BigDecimal quantity, BigDecimal limitPrice) {
        return builder().action(action).orderType("LMT").totalQuantity(quantity).lmtPrice(limitPrice);
    }

    /** True for an order pegged to a benchmark, whose terms then travel with it. */
    public boolean isBenchmarkPeg() {
        return orderType.equals("PEG BENCH") || orderType.equals("PEGBENCH");
    }

    public boolean isBestPeg() {
        return orderType.equals("PEG BEST") || orderType.equals("PEGBEST");
    }

    public boolean isMidPeg() {
        return orderType.equals("PEG MID") || orderType.equals("PEGMID");
    }

    /** BUY, LMT, DAY, transmit: the defaults of the official client. */
    public static Builder builder() {
        return new Builder();
    }

    /** This order to be changed, for example to modify a working one. */
    public Builder toBuilder() {
        return new Builder()
                .action(action)
                .totalQuantity(totalQuantity)
                .orderType(orderType)
                .lmtPrice(lmtPrice)
                .auxPrice(auxPrice)
                .cashQty(cashQty)
                .tif(tif)
                .account(account)
                .orderRef(orderRef)
                .transmit(transmit)
                .outsideRth(outsideRth)
                .whatIf(whatIf)
                .identity(identity)
                .timing(timing)
                .group(group)
                .handling(handling)
                .advisor(advisor)
                .clearing(clearing)
                .shortSale(shortSale)
                .stockPeg(stockPeg)
                .volatility(volatility)
                .trailing(trailing)
                .adjustment(adjustment)
                .scale(scale)
                .hedge(hedge)
                .algo(algo)
                .combo(combo)
                .benchmarkPeg(benchmarkPeg)
                .bestPeg(bestPeg)
                .conditions(conditions)
                .regulatory(regulatory)
                .outcome(outcome);
    }

    /** Collects the members that are given; everything else keeps its default. Not thread-safe. */
    public static final class Builder {
        private String action = "BUY";
        private @Nullable BigDecimal totalQuantity;
        private String orderType = "LMT";
        private @Nullable BigDecimal lmtPrice;
        private @Nullable BigDecimal auxPrice;
        private @Nullable BigDecimal cashQty;
        private String tif = "DAY";
        private String account = "";
        private String orderRef = "";
        private boolean transmit = true;
        private boolean outsideRth;
        private boolean whatIf;
        private OrderIdentity identity = OrderIdentity.NONE;
        private OrderTiming timing = OrderTiming.NONE;
        private OrderGroup group = OrderGroup.NONE;
        private OrderHandling handling = OrderHandling.NONE;
        private OrderAdvisor advisor = OrderAdvisor.NONE;
        private OrderClearing clearing = OrderClearing.NONE;
        private OrderShortSale shortSale = OrderShortSale.NONE;
        private OrderStockPeg stockPeg = OrderStockPeg.NONE;
        private OrderVolatility volatility = OrderVolatility.NONE;
        private OrderTrailing trailing = OrderTrailing.NONE;
        private OrderAdjustment adjustment = OrderAdjustment.NONE;
        private OrderScale scale = OrderScale.NONE;
        private OrderHedge hedge = OrderHedge.NONE;
        private OrderAlgo algo = OrderAlgo.NONE;
        private OrderCombo combo = OrderCombo.NONE;
        private OrderBenchmarkPeg benchmarkPeg = OrderBenchmarkPeg.NONE;
        private OrderBestPeg bestPeg = OrderBestPeg.NONE;
        private OrderConditions conditions = OrderConditions.NONE;
        private OrderRegulatory regulatory = OrderRegulatory.NONE;
        private OrderOutcome outcome = OrderOutcome.NONE;

        private Builder() {}

        public Builder action(String action) {
            this.action = action;
            return this;
        }

        public Builder totalQuantity(@Nullable BigDecimal totalQuantity) {
            this.totalQuantity = totalQuantity;
            return this;
        }

        public Builder orderType(String orderType) {
            this.orderType = orderType;
            return this;
        }

        public Builder lmtPrice(@Nullable BigDecimal lmtPrice) {
            this.lmtPrice = lmtPrice;
            return this;
        }

        public Builder auxPrice(@Nullable BigDecimal auxPrice) {
            this.auxPrice = auxPrice;
            return this;
        }

        public Builder cashQty(@Nullable BigDecimal cashQty) {
            this.cashQty = cashQty;
            return this;
        }

        public Builder tif(String tif) {
            this.tif = tif;
            return this;
        }

        public Builder account(String account) {
            this.account = account;
            return this;
        }

        public Builder orderRef(String orderRef) {
            this.orderRef = orderRef;
            return this;
        }

        public Builder transmit(boolean transmit) {
            this.transmit = transmit;
            return this;
        }

        public Builder outsideRth(boolean outsideRth) {
            this.outsideRth = outsideRth;
            return this;
        }

        public Builder whatIf(boolean whatIf) {
            this.whatIf = whatIf;
            return this;
        }

        public Builder identity(OrderIdentity identity) {
            this.identity = identity;
            return this;
        }

        public Builder timing(OrderTiming timing) {
            this.timing = timing;
            return this;
        }

        public Builder group(OrderGroup group) {
            this.group = group;
            return this;
        }

        public Builder handling(OrderHandling handling) {
            this.handling = handling;
            return this;
        }

        public Builder advisor(OrderAdvisor advisor) {
            this.advisor = advisor;
            return this;
        }

        public Builder clearing(OrderClearing clearing) {
            this.clearing = clearing;
            return this;
        }

        public Builder shortSale(OrderShortSale shortSale) {
            this.shortSale = shortSale;
            return this;
        }

        public Builder stockPeg(OrderStockPeg stockPeg) {
            this.stockPeg = stockPeg;
            return this;
        }

        public Builder volatility(OrderVolatility volatility) {
            this.volatility = volatility;
            return this;
        }

        public Builder trailing(OrderTrailing trailing) {
            this.trailing = trailing;
            return this;
        }

        public Builder adjustment(OrderAdjustment adjustment) {
            this.adjustment = adjustment;
            return this;
        }

        public Builder scale(OrderScale scale) {
            this.scale = scale;
            return this;
        }

        public Builder hedge(OrderHedge hedge) {
            this.hedge = hedge;
            return this;
        }

        public Builder algo(OrderAlgo algo) {
            this.algo = algo;
            return this;
        }

        public Builder combo(OrderCombo combo) {
            this.combo = combo;
            return this;
        }

        public Builder benchmarkPeg(OrderBenchmarkPeg benchmarkPeg) {
            this.benchmarkPeg = benchmarkPeg;
            return this;
        }

        public Builder bestPeg(OrderBestPeg bestPeg) {
            this.bestPeg = bestPeg;
            return this;
        }

        public Builder conditions(OrderConditions conditions) {
            this.conditions = conditions;
            return this;
        }

        public Builder regulatory(OrderRegulatory regulatory) {
            this.regulatory = regulatory;
            return this;
        }

        public Builder outcome(OrderOutcome outcome) {
            this.outcome = outcome;
            return this;
        }

        public GatewayOrder build() {
            return new GatewayOrder(
                    action,
                    totalQuantity,
                    orderType,
                    lmtPrice,
                    auxPrice,
                    cashQty,
                    tif,
                    account,
                    orderRef,
                    transmit,
                    outsideRth,
                    whatIf,
                    identity,
                    timing,
                    group,
                    handling,
                    advisor,
                    clearing,
                    shortSale,
                    stockPeg,
                    volatility,
                    trailing,
                    adjustment,
                    scale,
                    hedge,
                    algo,
                    combo,
                    benchmarkPeg,
                    bestPeg,
                    conditions,
                    regulatory,
                    outcome);
        }
    }
}
