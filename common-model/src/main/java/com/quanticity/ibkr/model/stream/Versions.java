package com.quanticity.ibkr.model.stream;

import org.jspecify.annotations.Nullable;

/** The schema version field {@code v} of a stream entry. */
final class Versions {

    private Versions() {}

    static int check(@Nullable String text, int highest) {
        if (text == null) {
            throw new MalformedMessageException("field 'v' is missing");
        }
        int version;
        try {
            version = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new MalformedMessageException("field 'v' is no number: '" + text + "'", e);
        }
        if (version < 1 || version > highest) {
            throw new MalformedMessageException(
                    "schema version " + version + " is newer than " + highest + " known here; upgrade this reader");
        }
        return version;
    }
}
