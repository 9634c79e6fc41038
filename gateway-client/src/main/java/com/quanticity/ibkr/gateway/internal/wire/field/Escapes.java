package com.quanticity.ibkr.gateway.internal.wire.field;

/** Text escapes of the wire: a backslash, {@code u}, and exactly four hex digits stand for one UTF-16 unit. */
final class Escapes {

    private static final int LENGTH = 6;

    private Escapes() {}

    static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int position = 0;
        while (position < text.length()) {
            int unit = unitAt(text, position);
            if (unit < 0) {
                result.append(text.charAt(position++));
            } else {
                result.append((char) unit);
                position += LENGTH;
            }
        }
        return result.toString();
    }

    private static int unitAt(String text, int position) {
        if (position + LENGTH > text.length() || text.charAt(position) != '\\' || text.charAt(position + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = position + 2; i < position + LENGTH; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
