package com.quanticity.ibkr.simulator.wire;

import java.util.regex.Pattern;

/** The {@code \}{@code uXXXX} escapes of the few texts that may hold more than ASCII. */
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private Escapes() {}

    static String escape(String text) {
        if (text.chars().allMatch(unit -> unit < 0x80)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                escaped.append(unit);
            } else {
                escaped.append(String.format("\\u%04x", (int) unit));
            }
        }
        return escaped.toString();
    }

    static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
