package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.history.HistoryProof.SymbolProof;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Count and checksum of texts, whatever their order: the sum of the first 60 bits of each text's MD5. The same is told in SQL, so that the
 * database counts its own side. Not thread-safe.
 */
final class Checksum {

    private static final int HEX_DIGITS = 15;
    private static final int SUM_FITS_A_LONG = 7;

    private BigInteger sum = BigInteger.ZERO;
    private long part;
    private int parts;
    private long count;

    /** How many texts, and their sum. */
    record Total(long count, BigInteger sum) {

        static final Total NOTHING = new Total(0, BigInteger.ZERO);

        Total plus(Total other) {
            return new Total(count + other.count, sum.add(other.sum));
        }

        static SymbolProof compared(String symbol, Total held, Total stored, long storedOfDay) {
            return new SymbolProof(
                    symbol,
                    held.count,
                    held.sum.toString(16),
                    stored.count,
                    stored.sum.toString(16),
                    storedOfDay,
                    held.equals(stored));
        }
    }

    /** The same in SQL, of an expression that gives the text. */
    static String sql(String text) {
        return "coalesce(sum(('x' || substr(md5(" + text + "), 1, " + HEX_DIGITS + "))::bit(60)::bigint), 0)";
    }

    static long hash(String text) {
        byte[] hash = md5().digest(text.getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | hash[i] & 0xff;
        }
        return bits >>> 4;
    }

    void add(String text) {
        addHash(hash(text));
    }

    void addHash(long hash) {
        part += hash;
        count++;
        if (++parts == SUM_FITS_A_LONG) {
            fold();
        }
    }

    Total total() {
        fold();
        return new Total(count, sum);
    }

    private void fold() {
        sum = sum.add(BigInteger.valueOf(part));
        part = 0;
        parts = 0;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
