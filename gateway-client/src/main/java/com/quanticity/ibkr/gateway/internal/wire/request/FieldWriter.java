package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.TagValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds one frame, length prefix included, in the spelling of the official Java client. Belongs to one thread, used once.
 *
 * <p>Prices are doubles on the wire: they are written in the shortest text that reads back as the same double, and as plain decimal
 * text when a double cannot hold them, so no digit is ever lost.
 */
final class FieldWriter {

    private static final int PREFIX = 4;
    /** Gateways drop the connection for more. Source: wire specification, section 2. */
    private static final int MAX_PAYLOAD = 0xFFFFFF;

    private static final String MAX_INT = "2147483647";
    private static final String MAX_DOUBLE = "1.7976931348623157E308";

    private byte[] bytes = new byte[256];
    private int length = PREFIX;

    /** The first field of messages without a version field. */
    void message(int id) {
        integer(id);
    }

    /** The first two fields of the others. */
    void message(int id, int messageVersion) {
        integer(id);
        integer(messageVersion);
    }

    void integer(int value) {
        ascii(Integer.toString(value));
    }

    void bool(boolean value) {
        ascii(value ? "1" : "0");
    }

    void empty() {
        ascii("");
    }

    /** Filler of a withdrawn feature. */
    void maxInteger() {
        ascii(MAX_INT);
    }

    void integerOrEmpty(@Nullable Integer value) {
        ascii(value == null ? "" : Integer.toString(value));
    }

    void integerOrMax(@Nullable Integer value) {
        ascii(value == null ? MAX_INT : Integer.toString(value));
    }

    void boolOrEmpty(@Nullable Boolean value) {
        ascii(value == null ? "" : value ? "1" : "0");
    }

    void number(BigDecimal value) {
        ascii(doubleText(value));
    }

    void numberOrEmpty(@Nullable BigDecimal value) {
        ascii(value == null ? "" : doubleText(value));
    }

    void numberOrMax(@Nullable BigDecimal value) {
        ascii(value == null ? MAX_DOUBLE : doubleText(value));
    }

    void numberOrZero(@Nullable BigDecimal value) {
        ascii(value == null ? "0.0" : doubleText(value));
    }

    /** Sizes are written plainly, without trailing zeros. */
    void sizeOrEmpty(@Nullable BigDecimal value) {
        ascii(value == null ? "" : plainText(value));
    }

    void infinity() {
        ascii("Infinity");
    }

    void text(String field, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isLegal(value.charAt(i))) {
                throw new UnsendableException(
                        LocalRefusal.ILLEGAL_TEXT, field + " holds text outside printable ASCII; remove it");
            }
        }
        ascii(value);
    }

    void tagList(String field, List<TagValue> tags) {
        StringBuilder text = new StringBuilder();
        for (TagValue tag : tags) {
            if (tag.tag().indexOf('=') >= 0 || (tag.tag() + tag.value()).indexOf(';') >= 0) {
                throw new UnsendableException(
                        LocalRefusal.ILLEGAL_TEXT,
                        field + " holds = in a tag or ; in a tag or value, where they separate tags; remove them");
            }
            text.append(tag.tag()).append('=').append(tag.value()).append(';');
        }
        text(field, text.toString());
    }

    void tags(String field, List<TagValue> tags) {
        integer(tags.size());
        for (TagValue tag : tags) {
            text(field, tag.tag());
            text(field, tag.value());
        }
    }

    /** The finished frame. */
    byte[] toFrame() {
        int payload = length - PREFIX;
        bytes[0] = (byte) (payload >>> 24);
        bytes[1] = (byte) (payload >>> 16);
        bytes[2] = (byte) (payload >>> 8);
        bytes[3] = (byte) payload;
        return Arrays.copyOf(bytes, length);
    }

    static String doubleText(BigDecimal value) {
        String text = Double.toString(value.doubleValue());
        boolean exact = text.charAt(text.length() - 1) != 'y' && new BigDecimal(text).compareTo(value) == 0;
        return exact ? text : value.toPlainString();
    }

    private static String plainText(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static boolean isLegal(char c) {
        return (c >= ' ' && c <= '~') || c == '\t' || c == '\n' || c == '\r';
    }

    private void ascii(String text) {
        int needed = length + text.length() + 1;
        if (needed - PREFIX > MAX_PAYLOAD) {
            throw new UnsendableException(
                    LocalRefusal.TOO_LONG, "the message is longer than " + MAX_PAYLOAD + " bytes; shorten its texts");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        bytes[length++] = 0;
    }
}
