package com.quanticity.ibkr.adapter.history;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** What a failure of the database means. Source: PostgreSQL documentation, Appendix A, error codes. */
final class DatabaseTrouble {

    private static final String DISK_FULL = "53100";

    /** Our own writing is wrong, not what is written. */
    private static final String BAD_COPY_FORMAT = "22P04";

    private DatabaseTrouble() {}

    /** True when the rows themselves are refused, so that trying again is of no use: data exceptions and integrity violations. */
    static boolean isOfContent(Exception failure) {
        String state = state(failure);
        if (state != null) {
            return !state.equals(BAD_COPY_FORMAT) && (state.startsWith("22") || state.startsWith("23"));
        }
        return failure instanceof RuntimeException && !(failure instanceof DataAccessException);
    }

    /** One line. */
    static String text(Exception failure) {
        String state = state(failure);
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        if (DISK_FULL.equals(state)) {
            return "the database's disk is full; free space, nothing is lost meanwhile (" + message + ")";
        }
        return state == null ? message : message + " (SQL state " + state + ")";
    }

    private static @Nullable String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
