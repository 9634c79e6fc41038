package com.quanticity.ibkr.model.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks a chain link by link and tells the first that does not fit. Nothing proves by itself that the end was not cut off: compare
 * {@link #last} with a head that was noted elsewhere, such as the manifest of an export. For one thread.
 */
public final class ChainCheck {

    private final long startSequence;
    private final String startHash;
    private long count;
    private long sequence;
    private String hash;
    private @Nullable AuditLink last;
    private @Nullable BrokenLink broken;

    private ChainCheck(long sequence, String hash) {
        this.startSequence = sequence;
        this.startHash = hash;
        this.sequence = sequence;
        this.hash = hash;
    }

    /** A check of a whole chain. */
    public static ChainCheck fromStart() {
        return new ChainCheck(0, AuditLink.GENESIS);
    }

    /** A check of a piece that begins after a known place. */
    public static ChainCheck after(long sequence, String hash) {
        return new ChainCheck(sequence, hash);
    }

    /**
     * Takes the next link as the store has it.
     *
     * @return false when this link or one before it is broken
     */
    public boolean accept(AuditLink link) {
        if (broken == null) {
            String reason = reasonAgainst(link);
            if (reason.isEmpty()) {
                count++;
                sequence = link.sequence();
                hash = link.hash();
                last = link;
            } else {
                broken = new BrokenLink(link.sequence(), link.entry().id(), reason);
            }
        }
        return broken == null;
    }

    /** Takes a place of the store that holds no link that can be read. */
    public void reject(long place, String id, String reason) {
        if (broken == null) {
            broken = new BrokenLink(place, id, "altered: " + reason);
        }
    }

    private String reasonAgainst(AuditLink link) {
        if (link.sequence() > sequence + 1) {
            return "removed: links " + (sequence + 1) + " to " + (link.sequence() - 1) + " are missing before it";
        }
        if (link.sequence() <= sequence) {
            return "reordered or inserted: it follows link " + sequence;
        }
        if (!link.isUnaltered()) {
            return "altered: its hash is not that of its content";
        }
        if (!link.previousHash().equals(hash)) {
            return "replaced or inserted: it does not continue link " + sequence;
        }
        if (last != null && link.storedAt().isBefore(last.storedAt())) {
            return "reordered or inserted: stored before link " + sequence;
        }
        return "";
    }

    /** Place of the link before the first one checked, 0 when the check began with the chain. */
    public long startSequence() {
        return startSequence;
    }

    /** Hash of the link before the first one checked. */
    public String startHash() {
        return startHash;
    }

    /** Links that fit so far. */
    public long count() {
        return count;
    }

    /** The last link that fits, empty when there was none. */
    public Optional<AuditLink> last() {
        return Optional.ofNullable(last);
    }

    /** The first link that does not fit. */
    public Optional<BrokenLink> broken() {
        return Optional.ofNullable(broken);
    }

    /**
     * Where a chain breaks.
     *
     * @param sequence place the link claims
     * @param id entry at this place
     * @param reason what is wrong with it: altered, removed, replaced, inserted or reordered
     */
    public record BrokenLink(long sequence, String id, String reason) {}
}
