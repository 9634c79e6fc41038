package com.quanticity.ibkr.gateway.inspect.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first bytes of a client, with the range of versions it offers cut down. */
final class VersionRange {

    private static final Pattern RANGE = Pattern.compile("v(\\d{1,4})(?:\\.\\.(\\d{1,4}))?( .*)?");
    private static final int HEAD = 8;
    private static final int LONGEST = 1_024;

    private VersionRange() {}

    /** Reads them and returns what to send instead; anything that is no version range comes back as it is. */
    static byte[] limit(InputStream client, int maxVersion) throws IOException {
        byte[] head = client.readNBytes(HEAD);
        if (head.length < HEAD) {
            throw new EOFException("ended inside the handshake");
        }
        int length = ByteBuffer.wrap(head).getInt(Integer.BYTES);
        if (!FrameSplitter.startsWithPrelude(head) || length < 0 || length > LONGEST) {
            return head;
        }
        byte[] payload = client.readNBytes(length);
        byte[] limited = limited(new String(payload, US_ASCII), maxVersion).getBytes(US_ASCII);
        return ByteBuffer.allocate(HEAD + limited.length)
                .put(head, 0, Integer.BYTES)
                .putInt(limited.length)
                .put(limited)
                .array();
    }

    private static String limited(String offer, int maxVersion) {
        Matcher range = RANGE.matcher(offer);
        if (!range.matches()) {
            return offer;
        }
        int min = Integer.parseInt(range.group(1));
        int max = range.group(2) == null ? min : Integer.parseInt(range.group(2));
        if (max <= maxVersion || min > maxVersion) {
            return offer;
        }
        String options = range.group(3) == null ? "" : range.group(3);
        return "v" + min + (min == maxVersion ? "" : ".." + maxVersion) + options;
    }
}
