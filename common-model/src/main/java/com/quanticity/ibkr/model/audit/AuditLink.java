package com.quanticity.ibkr.model.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One entry in its place of the chain. Its hash is SHA-256, in lower-case hexadecimal, over these values in this order, each written as
 * the number of its UTF-8 bytes, a colon, the bytes and a line feed, or as {@code -} and a line feed when absent: {@code 1} (this form),
 * previousHash, sequence, storedAt, id, kind, service, who, what, outcome, clientOrderId, clientId, orderId, permId, execId, commandId,
 * account, detail, payload, exchange time, broker time, our time. Times are ISO UTC as {@link Instant#toString()} writes them.
 *
 * @param sequence place in the chain, from 1 without a hole
 * @param storedAt when it took its place, UTC to the microsecond, never before the link before it
 * @param entry the fact
 * @param previousHash hash of the link before it, {@link #GENESIS} for the first
 * @param hash its own
 */
public record AuditLink(long sequence, Instant storedAt, AuditEntry entry, String previousHash, String hash) {

    /** What stands in the place of a hash before the first link. */
    public static final String GENESIS = "0".repeat(64);

    private static final String FORM = "1";

    /** The first link of a chain. */
    public static AuditLink first(AuditEntry entry, Instant now) {
        return chained(1, AuditTimes.micros(now), entry, GENESIS);
    }

    /** The link after this one; a clock that went back is held at this link's time. */
    public AuditLink next(AuditEntry following, Instant now) {
        Instant micros = AuditTimes.micros(now);
        return chained(sequence + 1, micros.isBefore(storedAt) ? storedAt : micros, following, hash);
    }

    /** True when the hash is that of the other values. */
    @JsonIgnore
    public boolean isUnaltered() {
        return hash.equals(hashOf(sequence, storedAt, entry, previousHash));
    }

    private static AuditLink chained(long sequence, Instant storedAt, AuditEntry entry, String previousHash) {
        return new AuditLink(sequence, storedAt, entry, previousHash, hashOf(sequence, storedAt, entry, previousHash));
    }

    private static String hashOf(long sequence, Instant storedAt, AuditEntry entry, String previousHash) {
        AuditReference ids = entry.reference();
        StringBuilder text = new StringBuilder();
        append(text, FORM, previousHash, sequence, storedAt);
        append(text, entry.id(), entry.kind(), entry.service(), entry.who(), entry.what(), entry.outcome());
        append(
                text,
                ids.clientOrderId(),
                ids.clientId() == null ? null : ids.clientId().value(),
                ids.orderId() == null ? null : ids.orderId().value(),
                ids.permId() == null ? null : ids.permId().value(),
                ids.execId(),
                ids.commandId(),
                ids.account());
        append(text, entry.detail(), entry.payload());
        append(
                text,
                entry.times().exchange(),
                entry.times().broker(),
                entry.times().ours());
        return sha256(text.toString());
    }

    private static void append(StringBuilder text, @Nullable Object... values) {
        for (Object value : values) {
            if (value == null) {
                text.append("-\n");
            } else {
                String word = value.toString();
                text.append(word.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(word)
                        .append('\n');
            }
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
