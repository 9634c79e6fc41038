package com.quanticity.ibkr.model.contract;

import java.util.regex.Pattern;

/** CUSIP and ISIN: which of them a text is, and whether its check digit is right, so that a slip of the hand names no other security. */
final class SecurityIdentifier {

    private static final int BASE = 36;
    private static final Pattern CUSIP = Pattern.compile("[0-9A-Z]{8}[0-9]");
    private static final Pattern ISIN = Pattern.compile("[A-Z]{2}[0-9A-Z]{9}[0-9]");

    private SecurityIdentifier() {}

    /** @throws IllegalArgumentException one line: what is wrong and how to write it */
    static void check(String text) {
        int expected = CUSIP.matcher(text).matches()
                ? ofCusip(text)
                : ISIN.matcher(text).matches() ? ofIsin(text) : -1;
        if (expected < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither a CUSIP (9 characters) nor an ISIN (12); write BOND:037833AK6");
        }
        if (expected != text.charAt(text.length() - 1) - '0') {
            throw new IllegalArgumentException(
                    "'" + text + "' is no " + typeOf(text) + ": its last digit would be " + expected + "; correct it");
        }
    }

    static String typeOf(String checked) {
        return checked.length() == 9 ? "CUSIP" : "ISIN";
    }

    /** Every second character doubled, digits of the products summed. */
    private static int ofCusip(String text) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int value = Character.digit(text.charAt(i), BASE) * (1 + i % 2);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10;
    }

    /** Letters become two digits; from the right every second digit is doubled, digits of the products summed. */
    private static int ofIsin(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            digits.append(Character.digit(text.charAt(i), BASE));
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = (digits.charAt(digits.length() - 1 - i) - '0') * (2 - i % 2);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
