package com.quanticity.ibkr.gateway.capture;

import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One frame of a capture.
 *
 * @param at UTC
 * @param version agreed protocol level; 0 for the two frames of the handshake
 * @param bytes length prefix and payload; the first frame of a connection begins with the prelude {@code API\0}
 */
public record CapturedFrame(Instant at, Direction direction, int version, byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other
                        instanceof
                        CapturedFrame(Instant otherAt, Direction otherDirection, int otherVersion, byte[] otherBytes)
                && at.equals(otherAt)
                && direction == otherDirection
                && version == otherVersion
                && Arrays.equals(bytes, otherBytes);
    }

    @Override
    public int hashCode() {
        return 31 * at.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return at + " " + direction + " " + version + " " + HexFormat.of().formatHex(bytes);
    }
}
