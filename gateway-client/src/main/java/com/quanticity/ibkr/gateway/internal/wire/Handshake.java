package com.quanticity.ibkr.gateway.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The two handshake payloads: the only messages without an id and without a layout by version. */
public final class Handshake {

    private static final byte[] PRELUDE = {'A', 'P', 'I', 0};
    private static final int LOWEST_PLAUSIBLE = 100;
    private static final int HIGHEST_PLAUSIBLE = 999;
    private static final int LONGEST_ANSWER = 1024;
    private static final String[] NOTHING = {};

    private Handshake() {}

    /**
     * The gateway's answer.
     *
     * @param serverVersion agreed protocol level
     * @param connectionTime the gateway's text, zone of its login machine
     */
    public record Ack(int serverVersion, String connectionTime) {}

    /** The first bytes of a connection: prelude and the framed version range. */
    public static byte[] hello(int minVersion, int maxVersion, String connectOptions) {
        String range = "v" + minVersion + (minVersion == maxVersion ? "" : ".." + maxVersion);
        byte[] payload = (connectOptions.isEmpty() ? range : range + " " + connectOptions).getBytes(US_ASCII);
        return ByteBuffer.allocate(PRELUDE.length + Integer.BYTES + payload.length)
                .put(PRELUDE)
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    /**
     * Reads a frame that arrives while the answer is awaited; empty for anything that is not exactly a version and a text, which a
     * client skips. Source: wire specification, section 3.
     */
    public static Optional<Ack> readAck(byte[] bytes, int start, int end) {
        String[] fields = twoFields(bytes, start, end);
        if (fields.length == 0 || !fields[0].matches("\\d{3}")) {
            return Optional.empty();
        }
        int version = Integer.parseInt(fields[0]);
        return version >= LOWEST_PLAUSIBLE && version <= HIGHEST_PLAUSIBLE
                ? Optional.of(new Ack(version, fields[1]))
                : Optional.empty();
    }

    /** The address in an answer that sends us elsewhere: version −1, then {@code host[:port]}. */
    public static Optional<String> readRedirect(byte[] bytes, int start, int end) {
        String[] fields = twoFields(bytes, start, end);
        return fields.length > 0 && fields[0].equals("-1") && !fields[1].isBlank()
                ? Optional.of(fields[1].strip())
                : Optional.empty();
    }

    /** Empty unless the payload is short and made of exactly two fields. */
    private static String[] twoFields(byte[] bytes, int start, int end) {
        if (end - start > LONGEST_ANSWER) {
            return NOTHING;
        }
        String[] fields = new String(bytes, start, end - start, US_ASCII).split("\0", -1);
        return fields.length == 3 && fields[2].isEmpty() ? fields : NOTHING;
    }
}
