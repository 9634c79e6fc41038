package com.quanticity.ibkr.simulator.matching;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are taken, and from whom.
 *
 * @param masterClientId client that hears of the orders of all others, null for none
 * @param cancelsForeignOrders whether a client may cancel another one's order by its id, as one capture shows
 * @param bindsWithNegativeIds whether manual orders get negative ids when client 0 binds them
 * @param directRouting what is said of stock orders that name an exchange instead of SMART
 * @param notAvailable symbols or security types that the account cannot have: 203
 * @param withoutPermission symbols or security types that the account may not trade: 460
 * @param shortable shares that can be borrowed, by symbol; a symbol that is not there has plenty
 */
public record OrderRules(
        @Nullable Integer masterClientId,
        boolean cancelsForeignOrders,
        boolean bindsWithNegativeIds,
        DirectRouting directRouting,
        OrderLimits limits,
        Set<String> notAvailable,
        Set<String> withoutPermission,
        Map<String, BigDecimal> shortable) {

    public OrderRules {
        notAvailable = Set.copyOf(notAvailable);
        withoutPermission = Set.copyOf(withoutPermission);
        shortable = Map.copyOf(shortable);
    }

    /** The documented rules without limits. */
    public static OrderRules defaults() {
        return new OrderRules(
                null, false, true, DirectRouting.NOTICED, OrderLimits.none(), Set.of(), Set.of(), Map.of());
    }

    public OrderRules withMasterClientId(@Nullable Integer other) {
        return new OrderRules(
                other,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                directRouting,
                limits,
                notAvailable,
                withoutPermission,
                shortable);
    }

    public OrderRules withCancelsForeignOrders(boolean other) {
        return new OrderRules(
                masterClientId,
                other,
                bindsWithNegativeIds,
                directRouting,
                limits,
                notAvailable,
                withoutPermission,
                shortable);
    }

    public OrderRules withBindsWithNegativeIds(boolean other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                other,
                directRouting,
                limits,
                notAvailable,
                withoutPermission,
                shortable);
    }

    public OrderRules withDirectRouting(DirectRouting other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                other,
                limits,
                notAvailable,
                withoutPermission,
                shortable);
    }

    public OrderRules withLimits(OrderLimits other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                directRouting,
                other,
                notAvailable,
                withoutPermission,
                shortable);
    }

    public OrderRules withShortable(Map<String, BigDecimal> other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                directRouting,
                limits,
                notAvailable,
                withoutPermission,
                other);
    }

    public OrderRules withNotAvailable(Set<String> other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                directRouting,
                limits,
                other,
                withoutPermission,
                shortable);
    }

    public OrderRules withoutPermissionFor(Set<String> other) {
        return new OrderRules(
                masterClientId,
                cancelsForeignOrders,
                bindsWithNegativeIds,
                directRouting,
                limits,
                notAvailable,
                other,
                shortable);
    }
}
