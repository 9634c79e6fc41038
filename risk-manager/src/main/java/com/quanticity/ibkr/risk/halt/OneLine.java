package com.quanticity.ibkr.risk.halt;

/** Keeps what people type to one line of bearable length, so that it cannot pass for another entry of a log. */
final class OneLine {

    static final int LONGEST = 500;

    private OneLine() {}

    static String of(String text) {
        String line =
                text.replaceAll("\\h*[\\p{Cntrl}\\u2028\\u2029]+\\h*", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
