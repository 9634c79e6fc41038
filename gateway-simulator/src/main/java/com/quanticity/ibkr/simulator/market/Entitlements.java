package com.quanticity.ibkr.simulator.market;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.util.Set;

/**
 * What the user of the gateway has not subscribed to. Each set names symbols and listing exchanges.
 *
 * @param onlyDelayed delayed data is free, live data is refused with 354, 10168 or 10186
 * @param notForApi live data needs a further subscription for the API: 10089
 * @param partly a part is missing: 10090, and no greeks
 * @param nothing not even delayed data
 */
public record Entitlements(Set<String> onlyDelayed, Set<String> notForApi, Set<String> partly, Set<String> nothing) {

    public Entitlements {
        onlyDelayed = Set.copyOf(onlyDelayed);
        notForApi = Set.copyOf(notForApi);
        partly = Set.copyOf(partly);
        nothing = Set.copyOf(nothing);
    }

    /** What a user may see of one contract. */
    public enum Right {
        LIVE,
        PARTLY,
        NOT_FOR_API,
        ONLY_DELAYED,
        NOTHING
    }

    public static Entitlements everything() {
        return new Entitlements(Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Live data of these symbols or exchanges is not subscribed. */
    public static Entitlements onlyDelayed(String... symbolsOrExchanges) {
        return new Entitlements(Set.of(symbolsOrExchanges), Set.of(), Set.of(), Set.of());
    }

    public Right rightOn(ListedContract contract) {
        if (names(nothing, contract)) {
            return Right.NOTHING;
        }
        if (names(onlyDelayed, contract)) {
            return Right.ONLY_DELAYED;
        }
        if (names(notForApi, contract)) {
            return Right.NOT_FOR_API;
        }
        return names(partly, contract) ? Right.PARTLY : Right.LIVE;
    }

    private static boolean names(Set<String> set, ListedContract contract) {
        return set.contains(contract.symbol()) || set.contains(contract.listingExchange());
    }
}
