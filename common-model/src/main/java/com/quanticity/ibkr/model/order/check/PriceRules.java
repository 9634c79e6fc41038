package com.quanticity.ibkr.model.order.check;

import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.OrderType;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Quantities and prices by type and contract. */
final class PriceRules {

    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final Set<OrderType> NOT_FOR_COMBINATIONS = Set.of(
            OrderType.MARKET_ON_CLOSE, OrderType.LIMIT_ON_CLOSE, OrderType.MIDPRICE, OrderType.PEGGED_TO_MIDPOINT);

    private PriceRules() {}

    static void check(Order order, Findings found) {
        ContractSpec spec = spec(order.symbol());
        quantity(order, spec, found);
        if (!mayBeNegative(spec)) {
            found.positive("limitPrice", order.limitPrice());
            found.positive(triggerField(order.type()), order.terms().triggerPrice());
        }
        found.addIf(
                isCombination(order.symbol()) && NOT_FOR_COMBINATIONS.contains(order.type()),
                "type",
                order.type(),
                "must be another one for a combination, for example LIMIT");
        terms(order.terms(), found);
    }

    static boolean isCombination(String symbol) {
        return ContractSpec.isCombination(symbol);
    }

    private static void quantity(Order order, @Nullable ContractSpec spec, Findings found) {
        boolean whole = switch (spec) {
            case null -> false;
            case ContractSpec.Option _,
                    ContractSpec.Occ _,
                    ContractSpec.Future _,
                    ContractSpec.FutureOption _,
                    ContractSpec.Combination _ -> true;
            case ContractSpec.Stock _,
                    ContractSpec.Bond _,
                    ContractSpec.CurrencyPair _,
                    ContractSpec.Index _,
                    ContractSpec.ById _ -> false;
        };
        found.addIf(
                whole && order.quantity().stripTrailingZeros().scale() > 0,
                "quantity",
                order.quantity(),
                "must be a whole number of contracts");
        found.addIf(spec instanceof ContractSpec.Index, "symbol", order.symbol(), "must be tradable; an index is not");
    }

    private static void terms(OrderTerms terms, Findings found) {
        switch (terms) {
            case OrderTerms.Trail trail -> {
                trailing(trail.amount(), trail.percent(), found);
            }
            case OrderTerms.TrailLimit trail -> {
                trailing(trail.amount(), trail.percent(), found);
                found.addIf(trail.stopPrice() == null, "stopPrice", null, "must be given for a TRAIL_LIMIT order");
                found.exactlyOne("limitOffset", trail.limitOffset(), "limitPrice", trail.limitPrice());
            }
            case OrderTerms.Relative relative -> {
                found.exactlyOne("offset", relative.offset(), "offsetPercent", relative.percent());
                found.positive("offset", relative.offset());
                percent("offsetPercent", relative.percent(), found);
            }
            case OrderTerms.Market _,
                    OrderTerms.Limit _,
                    OrderTerms.Stop _,
                    OrderTerms.StopLimit _,
                    OrderTerms.MarketIfTouched _,
                    OrderTerms.LimitIfTouched _,
                    OrderTerms.MarketOnClose _,
                    OrderTerms.LimitOnClose _,
                    OrderTerms.MarketToLimit _,
                    OrderTerms.PeggedToMidpoint _,
                    OrderTerms.MidPrice _ -> {}
        }
    }

    private static void trailing(@Nullable BigDecimal amount, @Nullable BigDecimal percent, Findings found) {
        found.exactlyOne("trailAmount", amount, "trailPercent", percent);
        found.positive("trailAmount", amount);
        percent("trailPercent", percent, found);
    }

    private static void percent(String field, @Nullable BigDecimal percent, Findings found) {
        found.positive(field, percent);
        found.addIf(percent != null && percent.compareTo(HUNDRED) >= 0, field, percent, "must be below 100 percent");
    }

    private static String triggerField(OrderType type) {
        return type == OrderType.MARKET_IF_TOUCHED || type == OrderType.LIMIT_IF_TOUCHED ? "triggerPrice" : "stopPrice";
    }

    /** Combinations and futures trade below zero; a bare id may be one of them. */
    private static boolean mayBeNegative(@Nullable ContractSpec spec) {
        return spec instanceof ContractSpec.Combination
                || spec instanceof ContractSpec.Future
                || spec instanceof ContractSpec.FutureOption
                || spec instanceof ContractSpec.ById;
    }

    /** Null for a name that only the watch list knows. */
    static @Nullable ContractSpec spec(String symbol) {
        try {
            return ContractSpec.parse(symbol);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
