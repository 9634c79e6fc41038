package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Which of several matches a watch-list entry means. With a primary exchange configured: the stock listed there, and none other. Without
 * one: the stock listed on a US exchange, of several the one with the lowest contract id, so that every start chooses the same.
 */
final class ContractChoice {

    private static final Set<String> US_LISTINGS =
            Set.of("NYSE", "NASDAQ", "ARCA", "AMEX", "BATS", "IEX", "PINK", "NASDAQ.NMS", "NASDAQ.SCM");
    private static final String CURRENCY = "USD";

    /** How it ended. */
    sealed interface Chosen {
        /**
         * The contract that is meant.
         *
         * @param others how many more matched
         */
        record One(ContractReference reference, int others) implements Chosen {}

        /**
         * No match is certain enough.
         *
         * @param why one line: what is wrong and what to do
         */
        record None(String why) implements Chosen {}
    }

    private ContractChoice() {}

    static Chosen choose(WatchListEntry entry, List<ContractReference> matches) {
        List<ContractReference> candidates = matches.stream()
                .filter(match -> match.contract().securityType() == SecurityType.STOCK)
                .filter(match -> match.contract().currency().equals(CURRENCY))
                .filter(match -> isListedWhereWanted(entry, match))
                .sorted(Comparator.comparing(match -> match.contract().id()))
                .toList();
        return candidates.isEmpty()
                ? new Chosen.None(none(entry, matches))
                : new Chosen.One(candidates.getFirst(), candidates.size() - 1);
    }

    private static boolean isListedWhereWanted(WatchListEntry entry, ContractReference match) {
        String listing = match.contract().primaryExchange();
        return entry.primaryExchange().isEmpty()
                ? US_LISTINGS.contains(listing)
                : listing.equals(entry.primaryExchange());
    }

    private static String none(WatchListEntry entry, List<ContractReference> matches) {
        List<String> listings = matches.stream()
                .map(match -> match.contract().primaryExchange() + "/"
                        + match.contract().currency())
                .distinct()
                .toList();
        return "no " + CURRENCY + " stock " + entry + " among " + matches.size() + " matches listed at " + listings
                + "; write SYM@PRIMARY in ibkr.adapter.watch-list";
    }
}
