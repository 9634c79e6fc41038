package com.quanticity.ibkr.service.log;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Account numbers have no place in a log. Source of the shapes: wire specification, behaviour section 7. */
final class AccountNumbers {

    private static final Pattern SHAPE = Pattern.compile("\\b(D[UFI][A-Z]?|[UFI])\\d{4,12}\\b");

    private AccountNumbers() {}

    static @Nullable String masked(@Nullable String text) {
        return text == null ? null : SHAPE.matcher(text).replaceAll("$1***");
    }
}
