package com.quanticity.ibkr.model.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Makes ULIDs: 26 characters of Crockford's base 32, 48 bits of milliseconds and 80 random bits, sorting by time. Within one
 * millisecond the random part grows by one, so the ids of one generator are strictly increasing. Thread-safe.
 *
 * <p>Source: the ULID specification, "Monotonicity".
 */
public final class Ulid {

    private static final int LENGTH = 26;
    private static final int TIME_LENGTH = 10;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long RANDOM_HIGH_MASK = 0xFFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long lastMillis = -1;
    private long high;
    private long low;

    public Ulid(Clock clock) {
        this.clock = clock;
    }

    /** The next id; never the same twice, never smaller than one given before. */
    public synchronized String next() {
        long millis = Math.max(clock.millis(), lastMillis);
        if (millis == lastMillis) {
            increment();
        } else {
            lastMillis = millis;
            high = random.nextLong() & RANDOM_HIGH_MASK;
            low = random.nextLong();
        }
        return text(lastMillis, high, low);
    }

    /** True for 26 characters of the alphabet whose first is 7 or less. */
    public static boolean isValid(String text) {
        if (text.length() != LENGTH || text.charAt(0) > '7') {
            return false;
        }
        return text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }

    /**
     * An id made of another: the same for the same id and number, of the same millisecond, different for every number.
     *
     * @param number tells several ids of one id apart
     */
    public static String derived(String id, int number) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((id + "/" + number).getBytes(US_ASCII));
            ByteBuffer bits = ByteBuffer.wrap(digest);
            return id.substring(0, TIME_LENGTH)
                    + text(0, bits.getShort() & RANDOM_HIGH_MASK, bits.getLong())
                            .substring(TIME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void increment() {
        low++;
        if (low == 0) {
            high = (high + 1) & RANDOM_HIGH_MASK;
            if (high == 0) {
                lastMillis++; // 80 bits ran out within one millisecond: borrow the next one
            }
        }
    }

    private static String text(long millis, long high, long low) {
        char[] text = new char[LENGTH];
        for (int i = 0; i < 10; i++) {
            text[i] = ALPHABET.charAt((int) (millis >>> (45 - 5 * i)) & 31);
        }
        // 80 bits = 16 characters: bit positions counted from the top of high (16 bits) and low (64 bits).
        for (int i = 0; i < 16; i++) {
            int shift = 75 - 5 * i;
            text[10 + i] = ALPHABET.charAt((int) bits(high, low, shift) & 31);
        }
        return new String(text);
    }

    private static long bits(long high, long low, int shift) {
        if (shift >= 64) {
            return high >>> (shift - 64);
        }
        return shift > 59 ? (low >>> shift) | (high << (64 - shift)) : low >>> shift;
    }
}
