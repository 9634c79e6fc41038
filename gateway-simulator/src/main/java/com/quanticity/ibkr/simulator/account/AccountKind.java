package com.quanticity.ibkr.simulator.account;

import java.util.Arrays;
import java.util.Locale;

/** How an account pays for what it holds. */
public enum AccountKind {
    /** Everything in full, with settled money, nothing short. */
    CASH,
    /** Half at first, by strategy: Regulation T. */
    MARGIN,
    /** By risk: portfolio margin. */
    PORTFOLIO;

    /**
     * Reads a command-line word such as {@code margin}.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public static AccountKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "account kind " + word + " is unknown: choose from cash, margin, portfolio"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
