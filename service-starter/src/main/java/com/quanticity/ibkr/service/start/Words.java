package com.quanticity.ibkr.service.start;

import java.util.Locale;

/** Wording of messages. */
final class Words {

    private static final String MASK = "******";

    private Words() {}

    /** The first line of a message, without its full stop. */
    static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        String line = message == null
                ? failure.getClass().getSimpleName()
                : message.lines()
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .findFirst()
                        .orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    /** The first line of the deepest cause. */
    static String rootLine(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return firstLine(root);
    }

    /** The value of a property as it may be printed. */
    static String shown(String property, Object value) {
        String name = property.toLowerCase(Locale.ROOT);
        boolean secret = name.contains("token")
                || name.contains("password")
                || name.contains("secret")
                || name.contains("credential")
                || name.endsWith("key");
        return secret ? MASK : String.valueOf(value);
    }
}
