package com.quanticity.ibkr.adapter.gate.exposure;

import com.quanticity.ibkr.adapter.gate.WatchedOrder;
import com.quanticity.ibkr.model.contract.ContractLeg;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.util.List;

/** What an order for a combination does leg by leg. */
public final class Legs {

    private Legs() {}

    /** The order for one leg, at the market because the net price names no price of a leg. It keeps the symbol of the combination. */
    public static Order of(Order combination, int ratio) {
        return new Order(
                combination.clientOrderId(),
                combination.account(),
                combination.symbol(),
                ratio > 0 ? combination.side() : opposite(combination.side()),
                units(combination.quantity(), ratio),
                OrderTerms.MARKET,
                Lifetime.DAY,
                OrderAttributes.builder()
                        .shortSale(combination.attributes().shortSale())
                        .build(),
                combination.strategy(),
                combination.algorithm(),
                combination.person());
    }

    static WatchedOrder of(WatchedOrder combination, ContractLeg leg) {
        return new WatchedOrder(
                of(combination.order(), leg.ratio()),
                combination.account(),
                leg.contractId(),
                List.of(),
                combination.state(),
                units(combination.filled(), leg.ratio()),
                combination.by(),
                combination.commandedAt(),
                combination.changes(),
                combination.cancelRequested(),
                combination.at());
    }

    /** Shares or contracts of a leg in so many combinations. */
    public static BigDecimal units(BigDecimal combinations, int ratio) {
        return combinations.multiply(BigDecimal.valueOf(Math.abs(ratio)));
    }

    private static Side opposite(Side side) {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }
}
