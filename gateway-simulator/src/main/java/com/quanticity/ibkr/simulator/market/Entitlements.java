package com.quanticity.ibkr.simulator.market;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user of a gateway may see. What no rule names is there live; of several rules that fit the last one decides.
 *
 * @param rules in the order of their making
 */
public record Entitlements(List<Rule> rules) {

    public Entitlements {
        rules = List.copyOf(rules);
    }

    /** What a user may see of one contract. Codes: tws-wire behaviour.md, section 4. */
    public enum Right {
        LIVE,
        /** Live without greeks, after 10090. */
        PARTLY,
        /** Live without greeks, after 10091. */
        PARTLY_FOR_API,
        /** Live data needs a further subscription for the API: 10089. */
        NOT_FOR_API,
        /** Delayed data is free: 10167, or 10168 and 10186 where it is not enabled. */
        ONLY_DELAYED,
        /** Not even delayed data: 354, 420, 10189, 162, 10187. */
        NOTHING,
        /** There is no such data of the contract: 10092 for depth, else as nothing. */
        UNSUPPORTED;

        /** As written in rules: {@code only-delayed}. */
        public String word() {
            return words(name());
        }
    }

    /** What a rule can be about. */
    public enum Feed {
        LEVEL_1,
        TICK_BY_TICK,
        BARS,
        DEPTH,
        HISTORY;

        /** As written in rules: {@code tick-by-tick}. */
        public String word() {
            return words(name());
        }
    }

    /**
     * One rule.
     *
     * @param subject a symbol, an exchange, a security type, or {@code *} for everything
     * @param feed null for all
     */
    public record Rule(String subject, @Nullable Feed feed, Right right) {

        private static final String EVERYTHING = "*";

        public Rule {
            if (subject.isBlank()) {
                throw new IllegalArgumentException(
                        "an entitlement needs a symbol, an exchange, a security type or *: write SPY/depth=nothing");
            }
        }

        /**
         * Reads {@code SPY/depth=nothing}, {@code NASDAQ=only-delayed}, {@code OPT=partly}, {@code *=live}.
         *
         * @throws IllegalArgumentException saying what to write instead
         */
        public static Rule parse(String text) {
            String[] sides = text.strip().split("=", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException(
                        "entitlement '" + text + "' is not readable: write SPY/depth=nothing or NASDAQ=only-delayed");
            }
            String[] about = sides[0].split("/", -1);
            if (about.length > 2) {
                throw new IllegalArgumentException(
                        "entitlement '" + text + "' has too many /: write SPY/depth=nothing");
            }
            return new Rule(
                    about[0].strip(),
                    about.length == 1 ? null : of(Feed.values(), about[1]),
                    of(Right.values(), sides[1]));
        }

        private static <T extends Enum<T>> T of(T[] values, String word) {
            return Arrays.stream(values)
                    .filter(value -> words(value.name()).equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not possible in an entitlement:"
                            + " choose from "
                            + Arrays.stream(values)
                                    .map(value -> words(value.name()))
                                    .collect(Collectors.joining(" "))));
        }

        private boolean fits(ListedContract contract, Feed wanted, String exchange) {
            boolean isMeant = subject.equals(EVERYTHING)
                    || subject.equals(contract.symbol())
                    || subject.equals(contract.secType())
                    || subject.equals(exchange);
            return isMeant && (feed == null || feed == wanted);
        }

        @Override
        public String toString() {
            return subject + (feed == null ? "" : "/" + feed.word()) + "=" + right.word();
        }
    }

    /** Everything live. */
    public static Entitlements everything() {
        return new Entitlements(List.of());
    }

    /** Live data of these symbols or exchanges is not subscribed. */
    public static Entitlements onlyDelayed(String... symbolsOrExchanges) {
        return of(Set.of(symbolsOrExchanges), Set.of(), Set.of(), Set.of());
    }

    /** Rules about all data of symbols or exchanges; what is named twice has the least. */
    public static Entitlements of(
            Set<String> onlyDelayed, Set<String> notForApi, Set<String> partly, Set<String> nothing) {
        return new Entitlements(Stream.of(
                        rules(partly, Right.PARTLY),
                        rules(notForApi, Right.NOT_FOR_API),
                        rules(onlyDelayed, Right.ONLY_DELAYED),
                        rules(nothing, Right.NOTHING))
                .flatMap(List::stream)
                .toList());
    }

    private static List<Rule> rules(Set<String> subjects, Right right) {
        return subjects.stream()
                .sorted()
                .map(subject -> new Rule(subject, null, right))
                .toList();
    }

    /**
     * Reads rules with commas between; empty for everything.
     *
     * @throws IllegalArgumentException saying what to write instead
     */
    public static Entitlements parse(String list) {
        return new Entitlements(Arrays.stream(list.split(","))
                .filter(part -> !part.isBlank())
                .map(Rule::parse)
                .toList());
    }

    /** The same with a rule that goes before all others. */
    public Entitlements with(Rule rule) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(rule);
        return new Entitlements(all);
    }

    /** What the user may see of a contract where it is listed. */
    public Right rightOn(ListedContract contract, Feed feed) {
        return rightOn(contract, feed, contract.listingExchange());
    }

    /** What the user may see of a contract at one exchange. */
    public Right rightOn(ListedContract contract, Feed feed, String exchange) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (rules.get(i).fits(contract, feed, exchange)) {
                return rules.get(i).right();
            }
        }
        return Right.LIVE;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return rules.stream().map(Rule::toString).collect(Collectors.joining(","));
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
