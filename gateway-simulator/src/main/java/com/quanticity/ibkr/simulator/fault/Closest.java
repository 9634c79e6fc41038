package com.quanticity.ibkr.simulator.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody probably meant. */
public final class Closest {

    private Closest() {}

    /** {@code ": write NAME"} when one of the choices is close, else {@code ": choose from A, B, C"}. */
    public static String to(String given, Collection<String> choices) {
        return choices.stream()
                .min(Comparator.comparingInt(choice -> distance(given, choice)))
                .filter(choice -> distance(given, choice) <= Math.max(2, given.length() / 3))
                .map(choice -> ": write " + choice)
                .orElse(": choose from " + String.join(", ", choices));
    }

    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
