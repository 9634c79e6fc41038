package com.quanticity.ibkr.execution.rebalance;

import com.quanticity.ibkr.execution.rebalance.Plan.Phase;
import com.quanticity.ibkr.execution.rebalance.Plan.Planned;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Plans the orders that bring an account to its targets. What makes positions smaller goes first, so that no moment has more exposure than
 * the larger of before and after; a change of direction goes through zero. All or nothing: a missing price or too little cash refuses the
 * whole plan.
 *
 * @param holdings every symbol that is held or has a target; all of them count for the account's value
 * @param cash in the account, in the currency of the prices; negative when borrowed
 * @param reserve cash that must be left, zero or more
 */
public record Rebalancing(List<Holding> holdings, BigDecimal cash, BigDecimal reserve) {

    /** Proceeds of short sales pay for no buy: they come last. */
    private static final Comparator<Planned> SEQUENCE = Comparator.comparing(Planned::phase)
            .thenComparing(order -> (order.phase() == Phase.REDUCE) == (order.side() == Side.BUY))
            .thenComparing(Planned::symbol);

    public Rebalancing {
        holdings = List.copyOf(holdings);
        if (reserve.signum() < 0) {
            throw new IllegalArgumentException("the cash to be left must be zero or more, was " + reserve);
        }
    }

    /** The orders for the targets. */
    public Plan plan(List<Target> targets) {
        Map<String, Holding> bySymbol = new HashMap<>();
        List<String> problems = problems(targets, bySymbol);
        if (!problems.isEmpty()) {
            return new Plan.Refused(problems);
        }
        BigDecimal value = accountValue();
        List<Planned> orders = new ArrayList<>();
        for (Target target : targets) {
            Holding holding = Objects.requireNonNull(bySymbol.get(target.symbol()));
            orders.addAll(orders(holding, priceOf(holding), wanted(target, holding, value)));
        }
        orders.sort(SEQUENCE);
        return affordable(orders);
    }

    private Plan affordable(List<Planned> orders) {
        BigDecimal after = cash;
        for (Planned order : orders) {
            after = after.subtract(
                    order.value().multiply(BigDecimal.valueOf(order.side().sign())));
            if (order.side() == Side.BUY && after.compareTo(reserve) < 0) {
                return new Plan.Refused(List.of("cash would fall to " + after.toPlainString() + " at "
                        + order.symbol() + ", below the " + reserve.toPlainString()
                        + " to be left; lower the targets or bring in cash"));
            }
        }
        return new Plan.Orders(List.copyOf(orders), after);
    }

    private List<String> problems(List<Target> targets, Map<String, Holding> bySymbol) {
        List<String> problems = new ArrayList<>();
        for (Holding holding : holdings) {
            if (bySymbol.put(holding.symbol(), holding) != null) {
                problems.add(holding.symbol() + " is held twice; name the account");
            }
            if (holding.price() == null) {
                problems.add(holding.symbol() + " has no price; wait for its quote or give one");
            }
        }
        Set<String> seen = new HashSet<>();
        for (Target target : targets) {
            if (!seen.add(target.symbol())) {
                problems.add(target.symbol() + " has two targets; give one");
            }
            if (!bySymbol.containsKey(target.symbol())) {
                problems.add(target.symbol() + " is not known; give its quantity, price and lot");
            }
        }
        return problems;
    }

    private BigDecimal accountValue() {
        return holdings.stream()
                .map(holding -> holding.quantity().multiply(priceOf(holding)))
                .reduce(cash, BigDecimal::add);
    }

    private static BigDecimal wanted(Target target, Holding holding, BigDecimal accountValue) {
        BigDecimal exact = switch (target) {
            case Target.Quantity(String _, BigDecimal quantity) -> quantity;
            case Target.Weight(String _, BigDecimal weight) ->
                accountValue.multiply(weight).divide(priceOf(holding), 9, RoundingMode.DOWN);
        };
        return lots(exact, holding.lot());
    }

    private static List<Planned> orders(Holding holding, BigDecimal price, BigDecimal wanted) {
        BigDecimal held = holding.quantity();
        BigDecimal kept = held.signum() * wanted.signum() <= 0
                ? BigDecimal.ZERO
                : held.abs().min(wanted.abs()).multiply(BigDecimal.valueOf(held.signum()));
        List<Planned> orders = new ArrayList<>();
        add(orders, Phase.REDUCE, holding, price, kept.subtract(held));
        add(orders, Phase.OPEN, holding, price, wanted.subtract(kept));
        return orders;
    }

    /** What is less than a lot stays. */
    private static void add(List<Planned> orders, Phase phase, Holding holding, BigDecimal price, BigDecimal change) {
        BigDecimal quantity = lots(change, holding.lot()).abs();
        if (quantity.signum() > 0) {
            Side side = change.signum() > 0 ? Side.BUY : Side.SELL;
            orders.add(new Planned(phase, holding.symbol(), side, quantity, quantity.multiply(price)));
        }
    }

    private static BigDecimal lots(BigDecimal quantity, BigDecimal lot) {
        return quantity.divide(lot, 0, RoundingMode.DOWN).multiply(lot);
    }

    private static BigDecimal priceOf(Holding holding) {
        BigDecimal price = holding.price();
        if (price == null) {
            throw new IllegalStateException(holding.symbol() + " has no price");
        }
        return price;
    }
}
