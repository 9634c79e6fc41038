package com.quanticity.ibkr.benchmarks.data;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Count and checksum of facts, whatever their order: the sum of their CRC-32C. */
final class Tally {

    private long count;
    private long sum;

    void add(String... parts) {
        CRC32C crc = new CRC32C();
        crc.update(String.join("|", parts).getBytes(StandardCharsets.UTF_8));
        sum += crc.getValue();
        count++;
    }

    long count() {
        return count;
    }

    boolean sameAs(Tally other) {
        return count == other.count && sum == other.sum;
    }

    @Override
    public String toString() {
        return String.format("%,d / %x", count, sum);
    }
}
