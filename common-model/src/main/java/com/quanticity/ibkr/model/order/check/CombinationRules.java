package com.quanticity.ibkr.model.order.check;

import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an order for a combination may be: two to four different legs of one currency, alone, at once. Source: wire specification, requests
 * (PLACE_ORDER) and errors 312 to 315, 349, 356, 358, 10000, 10027.
 */
final class CombinationRules {

    private static final int MOST_LEGS = 4;
    private static final int LARGEST_RATIO = 1_000;
    private static final String NON_GUARANTEED = "NonGuaranteed";
    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7E]{1,64}");

    private CombinationRules() {}

    static void check(Order order, Findings found) {
        OrderAttributes attributes = order.attributes();
        if (PriceRules.spec(order.symbol()) instanceof ContractSpec.Combination combination) {
            legs(order.symbol(), combination.legs(), found);
            routing(attributes.comboRouting(), found);
            found.addIf(attributes.oca() != null, "oca", attributes.oca(), "must be absent for a combination");
            found.addIf(
                    attributes.parentClientOrderId() != null,
                    "parentClientOrderId",
                    attributes.parentClientOrderId(),
                    "must be absent for a combination, which nothing can wake");
            found.addIf(
                    order.lifetime().from() != null,
                    "goodFrom",
                    order.lifetime().from(),
                    "must be absent for a combination");
        } else {
            found.addIf(
                    PriceRules.isCombination(order.symbol()), "symbol", order.symbol(), "must be BAG:+1 LEG | -1 LEG");
            found.addIf(
                    !attributes.comboRouting().isEmpty(),
                    "comboRouting",
                    attributes.comboRouting(),
                    "must be absent for what is no combination");
        }
    }

    private static void legs(String symbol, List<ContractSpec.Leg> legs, Findings found) {
        found.addIf(legs.size() > MOST_LEGS, "symbol", symbol, "must have two to four legs to be traded");
        found.addIf(
                legs.stream().map(leg -> leg.contract().text()).distinct().count() < legs.size(),
                "symbol",
                symbol,
                "must name each leg once; add up the ratios");
        found.addIf(
                legs.stream().anyMatch(leg -> Math.abs((long) leg.ratio()) > LARGEST_RATIO),
                "symbol",
                symbol,
                "must have ratios of at most " + LARGEST_RATIO);
        found.addIf(
                legs.stream().anyMatch(leg -> leg.contract() instanceof ContractSpec.Index),
                "symbol",
                symbol,
                "must have tradable legs; an index is not");
        found.addIf(
                legs.stream()
                                .map(leg -> currency(leg.contract()))
                                .flatMap(Optional::stream)
                                .distinct()
                                .count()
                        > 1,
                "symbol",
                symbol,
                "must have legs of one currency");
    }

    private static void routing(Map<String, String> routing, Findings found) {
        routing.forEach((tag, value) -> {
            found.addIf(
                    !TAG.matcher(tag).matches(),
                    "comboRouting",
                    tag,
                    "must have tags of 1 to 40 letters and digits, for example " + NON_GUARANTEED);
            found.addIf(
                    !VALUE.matcher(value).matches(),
                    "comboRouting",
                    tag + "=" + value,
                    "must have values of 1 to 64 printable characters without spaces");
        });
        String apart = routing.get(NON_GUARANTEED);
        found.addIf(
                apart != null && !apart.equals("0") && !apart.equals("1"),
                "comboRouting",
                NON_GUARANTEED + "=" + apart,
                "must be 1 where the legs may trade apart, else 0");
    }

    /** Empty for what only its id names. */
    private static Optional<String> currency(ContractSpec contract) {
        return switch (contract) {
            case ContractSpec.Stock stock -> Optional.of(stock.currency());
            case ContractSpec.Option option -> Optional.of(option.currency());
            case ContractSpec.Occ _ -> Optional.of(ContractSpec.USD);
            case ContractSpec.Future future -> Optional.of(future.currency());
            case ContractSpec.FutureOption option -> Optional.of(option.currency());
            case ContractSpec.Bond bond -> Optional.of(bond.currency());
            case ContractSpec.CurrencyPair pair -> Optional.of(pair.quote());
            case ContractSpec.Index index -> Optional.of(index.currency());
            case ContractSpec.ById _, ContractSpec.Combination _ -> Optional.empty();
        };
    }
}
