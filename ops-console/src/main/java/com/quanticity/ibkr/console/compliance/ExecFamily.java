package com.quanticity.ibkr.console.compliance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An execution among its corrections: their ids differ in the digits after the last dot, the highest counts. Source: IBKR TWS API,
 * "Execution".
 *
 * @param name all but the last part of the id; the whole id when its last part is no number
 * @param corrects the execution this one replaces, null for the first
 * @param isCorrected another one replaces this
 */
record ExecFamily(String name, @Nullable String corrects, boolean isCorrected) {

    private static final Pattern REVISED = Pattern.compile(".+\\.[0-9]{1,18}");

    static ExecFamily of(String execId, String[] all) {
        if (!REVISED.matcher(execId).matches()) {
            return new ExecFamily(execId, null, false);
        }
        long own = revision(execId);
        String before = Arrays.stream(all)
                .filter(other -> revision(other) < own)
                .max(Comparator.comparingLong(ExecFamily::revision))
                .orElse(null);
        boolean corrected = Arrays.stream(all).anyMatch(other -> revision(other) > own);
        return new ExecFamily(execId.substring(0, execId.lastIndexOf('.')), before, corrected);
    }

    private static long revision(String execId) {
        return Long.parseLong(execId.substring(execId.lastIndexOf('.') + 1));
    }
}
