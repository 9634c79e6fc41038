package com.quanticity.ibkr.gateway.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces account numbers by others of the same length, the same one always by the same: {@code DU1234567} becomes {@code DU0000001}.
 * Everything of the shape of an account number is taken for one; what MANAGED_ACCTS lists is, whatever its shape. Source: wire
 * specification, behaviour section 7. Belongs to one thread.
 */
public final class AccountMask {

    private static final Pattern SHAPE =
            Pattern.compile("(?<![A-Za-z0-9])(?:D[UFI][A-Z]?|[UFI])\\d{4,12}(?![A-Za-z0-9])");
    private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9]{5,20}");
    private static final Pattern DIGITS = Pattern.compile("\\d");

    /** Message id and version of MANAGED_ACCTS, behind the length prefix. */
    private static final Pattern MANAGED_ACCOUNTS =
            Pattern.compile("^.{4}15\\x00[^\\x00]*\\x00([^\\x00]*)\\x00", Pattern.DOTALL);

    private final Map<String, String> masks = new HashMap<>();
    private Pattern pattern = SHAPE;

    /** Changes the array in place. */
    public void apply(byte[] frame) {
        String text = new String(frame, ISO_8859_1);
        learn(text);
        Matcher account = pattern.matcher(text);
        while (account.find()) {
            byte[] mask = mask(account.group()).getBytes(ISO_8859_1);
            System.arraycopy(mask, 0, frame, account.start(), mask.length);
        }
    }

    private void learn(String frame) {
        Matcher accounts = MANAGED_ACCOUNTS.matcher(frame);
        if (!accounts.find()) {
            return;
        }
        for (String account : accounts.group(1).split(",")) {
            boolean isNew = NAMED.matcher(account).matches()
                    && !SHAPE.matcher(account).matches()
                    && !masks.containsKey(account);
            if (isNew) {
                mask(account);
                pattern = Pattern.compile(pattern.pattern() + "|(?<![A-Za-z0-9])" + account + "(?![A-Za-z0-9])");
            }
        }
    }

    private String mask(String account) {
        return masks.computeIfAbsent(account, name -> {
            long digits = DIGITS.matcher(name).results().count();
            String number = String.valueOf(masks.size() + 1);
            String padded = "0".repeat((int) Math.max(0, digits - number.length())) + number;
            return digits < number.length() ? "X".repeat(name.length()) : withDigits(name, padded);
        });
    }

    private static String withDigits(String name, String digits) {
        StringBuilder masked = new StringBuilder(name);
        int next = 0;
        for (int i = 0; i < masked.length(); i++) {
            if (Character.isDigit(masked.charAt(i))) {
                masked.setCharAt(i, digits.charAt(next++));
            }
        }
        return masked.toString();
    }
}
