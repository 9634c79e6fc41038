package com.quanticity.ibkr.simulator.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a field is on the wire, as a test of the agreed version and of fields written earlier. */
sealed interface Condition {

    /**
     * Tests the condition.
     *
     * @param textOf the text of an earlier field, empty when there is none
     */
    boolean holds(int version, UnaryOperator<String> textOf);

    /** Parses {@code v>=187 and v<190}, {@code a=1}, {@code a!=""}, {@code a>0}, {@code a in (X,Y)}, {@code or}, parentheses. */
    static Condition parse(String text) {
        if (text.isEmpty()) {
            return new All(List.of());
        }
        return new Parser(text).disjunction();
    }

    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(int version, UnaryOperator<String> textOf) {
            return parts.stream().allMatch(part -> part.holds(version, textOf));
        }
    }

    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(int version, UnaryOperator<String> textOf) {
            return parts.stream().anyMatch(part -> part.holds(version, textOf));
        }
    }

    record VersionFrom(int least) implements Condition {
        @Override
        public boolean holds(int version, UnaryOperator<String> textOf) {
            return version >= least;
        }
    }

    record VersionBelow(int limit) implements Condition {
        @Override
        public boolean holds(int version, UnaryOperator<String> textOf) {
            return version < limit;
        }
    }

    record OneOf(String field, Set<String> values) implements Condition {
        @Override
        public boolean holds(int version, UnaryOperator<String> textOf) {
            return values.contains(textOf.apply(field));
        }
    }

    record NotEmpty(String field) implements Condition {
        @Override
        public boolean holds(int version, UnaryOperator<String> textOf) {
            return !textOf.apply(field).isEmpty();
        }
    }

    record Positive(String field) implements Condition {
        @Override
        public boolean holds(int version, UnaryOperator<String> textOf) {
            BigDecimal value = new Fields().put(field, textOf.apply(field)).decimal(field);
            return value != null && value.signum() > 0;
        }
    }

    /** Recursive descent over the few forms the layout files use. */
    final class Parser {

        private static final Pattern ATOM = Pattern.compile(
                "\\s*(?:v(>=|<)(\\d+)|([\\w.\\[\\]#]+)(?:=([^\\s()]+)|(!=\"\")|(>0)| in \\(([^)]*)\\)))");

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Condition disjunction() {
            List<Condition> parts = new ArrayList<>(List.of(conjunction()));
            while (skip(" or ")) {
                parts.add(conjunction());
            }
            return parts.size() == 1 ? parts.getFirst() : new Any(List.copyOf(parts));
        }

        private Condition conjunction() {
            List<Condition> parts = new ArrayList<>(List.of(term()));
            while (skip(" and ")) {
                parts.add(term());
            }
            return parts.size() == 1 ? parts.getFirst() : new All(List.copyOf(parts));
        }

        private Condition term() {
            if (skip("(")) {
                Condition inner = disjunction();
                if (!skip(")")) {
                    throw new IllegalArgumentException("missing ) in condition " + text);
                }
                return inner;
            }
            Matcher atom = ATOM.matcher(text).region(at, text.length());
            if (!atom.lookingAt()) {
                throw new IllegalArgumentException("unreadable condition " + text + " at " + at);
            }
            at = atom.end();
            return atomOf(atom);
        }

        private static Condition atomOf(Matcher atom) {
            if (atom.group(1) != null) {
                int version = Integer.parseInt(atom.group(2));
                return atom.group(1).equals("<") ? new VersionBelow(version) : new VersionFrom(version);
            }
            String field = atom.group(3);
            if (atom.group(4) != null) {
                return new OneOf(field, Set.of(atom.group(4)));
            }
            if (atom.group(5) != null) {
                return new NotEmpty(field);
            }
            if (atom.group(6) != null) {
                return new Positive(field);
            }
            return new OneOf(field, Set.of(atom.group(7).split(",")));
        }

        private boolean skip(String token) {
            if (text.startsWith(token, at)) {
                at += token.length();
                return true;
            }
            return false;
        }
    }
}
