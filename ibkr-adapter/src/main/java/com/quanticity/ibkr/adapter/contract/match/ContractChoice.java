package com.quanticity.ibkr.adapter.contract.match;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.OptionRight;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which of several matches a specification means; every start and every service chooses the same. A stock with a listing: the one listed
 * there, and none other. A US stock without one: listed on a US exchange, of several the one with the lowest contract id. Everything else
 * that matches more than once is ambiguous: a wrong trading class or multiplier costs money, so nobody guesses.
 */
public final class ContractChoice {

    private static final Set<String> US_LISTINGS =
            Set.of("NYSE", "NASDAQ", "ARCA", "AMEX", "BATS", "IEX", "PINK", "NASDAQ.NMS", "NASDAQ.SCM");

    /** How it ended. */
    public sealed interface Chosen {
        /**
         * The contract that is meant.
         *
         * @param others how many more matched
         */
        record One(ContractReference reference, int others) implements Chosen {}

        /**
         * Several match.
         *
         * @param candidates by id
         * @param why one line: what is wrong and what to do
         */
        record Several(List<ContractReference> candidates, String why) implements Chosen {}

        /**
         * No match is certain enough.
         *
         * @param why one line: what is wrong and what to do
         */
        record None(String why) implements Chosen {}
    }

    private ContractChoice() {}

    public static Chosen choose(ContractSpec spec, List<ContractReference> matches) {
        List<ContractReference> candidates = matches.stream()
                .filter(wanted(spec))
                .sorted(Comparator.comparing(ContractReference::contractId))
                .toList();
        if (candidates.isEmpty()) {
            return new Chosen.None(none(spec, matches));
        }
        if (candidates.size() == 1 || takesTheLowest(spec)) {
            return new Chosen.One(candidates.getFirst(), candidates.size() - 1);
        }
        return new Chosen.Several(candidates, several(spec, candidates));
    }

    private static boolean takesTheLowest(ContractSpec spec) {
        return spec instanceof ContractSpec.Stock stock
                && (stock.currency().equals(ContractSpec.USD)
                        || !stock.listing().isEmpty());
    }

    private static Predicate<ContractReference> wanted(ContractSpec spec) {
        return switch (spec) {
            case ContractSpec.Stock stock ->
                match ->
                        is(match, SecurityType.STOCK, stock.currency()) && isListedWhereWanted(stock, match.contract());
            case ContractSpec.Option option ->
                match -> is(match, SecurityType.OPTION, option.currency())
                        && hasTerms(option.expiry(), option.right(), option.strike(), option.tradingClass(), match);
            case ContractSpec.FutureOption option ->
                match -> is(match, SecurityType.FUTURE_OPTION, option.currency())
                        && isAt(option.exchange(), match.contract().exchange())
                        && hasTerms(option.expiry(), option.right(), option.strike(), option.tradingClass(), match);
            // What the identifier names is the broker's to know: its details of a bond need not repeat it.
            case ContractSpec.Bond bond -> match -> is(match, SecurityType.BOND, bond.currency());
            case ContractSpec.Occ _ -> match -> match.contract().securityType() == SecurityType.OPTION;
            case ContractSpec.Future future ->
                match -> is(match, SecurityType.FUTURE, future.currency())
                        && isAt(future.exchange(), match.contract().exchange());
            case ContractSpec.CurrencyPair pair ->
                match -> is(match, SecurityType.CURRENCY, pair.quote())
                        && match.contract().symbol().equals(pair.base());
            case ContractSpec.Index index ->
                match -> is(match, SecurityType.INDEX, index.currency())
                        && (isAt(index.exchange(), match.contract().exchange())
                                || isAt(index.exchange(), match.contract().primaryExchange()));
            case ContractSpec.ById byId -> match -> match.contractId().equals(byId.id());
            case ContractSpec.Combination _ -> match -> false;
        };
    }

    private static boolean is(ContractReference match, SecurityType type, String currency) {
        return match.contract().securityType() == type
                && match.contract().currency().equals(currency);
    }

    private static boolean isAt(String wanted, String exchange) {
        return wanted.isEmpty() || wanted.equals(exchange);
    }

    /** ISLAND is the old name of NASDAQ; which of them a gateway says depends on its settings. */
    private static boolean isListedWhereWanted(ContractSpec.Stock stock, Contract match) {
        String listing = match.primaryExchange().equals("ISLAND") ? "NASDAQ" : match.primaryExchange();
        String wanted = stock.listing().equals("ISLAND") ? "NASDAQ" : stock.listing();
        if (!wanted.isEmpty()) {
            return listing.equals(wanted);
        }
        return !stock.currency().equals(ContractSpec.USD) || US_LISTINGS.contains(listing);
    }

    private static boolean hasTerms(
            LocalDate expiry, OptionRight right, BigDecimal strike, String tradingClass, ContractReference match) {
        ContractTerms terms = match.terms();
        if (terms == null) {
            return false;
        }
        BigDecimal its = terms.strike();
        return expiry.equals(terms.expiry())
                && right == terms.right()
                && its != null
                && strike.compareTo(its) == 0
                && isAt(tradingClass, match.contract().tradingClass());
    }

    private static String none(ContractSpec spec, List<ContractReference> matches) {
        if (spec instanceof ContractSpec.Stock stock) {
            List<String> listings = matches.stream()
                    .map(match -> match.contract().primaryExchange() + "/"
                            + match.contract().currency())
                    .distinct()
                    .toList();
            return "no " + stock.currency() + " stock " + spec.text() + " among " + matches.size()
                    + " matches listed at " + listings + "; write SYM@PRIMARY with one of them";
        }
        return "no " + spec.text() + " among the " + matches.size() + " contracts the broker answered with; correct it";
    }

    private static String several(ContractSpec spec, List<ContractReference> candidates) {
        List<String> shown =
                candidates.stream().limit(8).map(ContractChoice::shown).toList();
        return candidates.size() + " contracts match " + spec.text() + ": " + String.join(", ", shown)
                + "; name the class, exchange or listing, or take one by conid:";
    }

    private static String shown(ContractReference candidate) {
        Contract contract = candidate.contract();
        ContractTerms terms = candidate.terms();
        String multiplier = terms == null || terms.multiplier() == null
                ? ""
                : " x" + terms.multiplier().toPlainString();
        return "conid:" + contract.id() + " " + contract.localSymbol() + " class " + contract.tradingClass()
                + multiplier + " at " + contract.exchange();
    }
}
