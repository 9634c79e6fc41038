package com.quanticity.ibkr.adapter.historical.store;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows of PostgreSQL's text COPY format: tab between columns, {@code \N} for null. Not thread-safe. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();
    private boolean inRow;

    CopyText value(@Nullable Object value) {
        if (inRow) {
            text.append('\t');
        }
        inRow = true;
        switch (value) {
            case null -> text.append("\\N");
            case java.math.BigDecimal decimal -> text.append(decimal.toPlainString());
            default -> escape(value.toString());
        }
        return this;
    }

    void endRow() {
        text.append('\n');
        inRow = false;
    }

    byte[] toBytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char character = plain.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
    }
}
