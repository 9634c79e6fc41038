package com.quanticity.ibkr.benchmarks.frames;

import java.nio.charset.StandardCharsets;

/** Golden frames as fields, for look-alikes that answer with some of them changed. */
public final class WireText {

    private WireText() {}

    /** The fields of the first golden frame whose name begins so, without the empty one behind the last separator. */
    public static String[] fieldsOf(String name) {
        byte[] frame = GoldenFrames.of(name.substring(0, name.indexOf(':'))).getFirst();
        String text = new String(frame, Integer.BYTES, frame.length - Integer.BYTES, StandardCharsets.UTF_8);
        return text.substring(0, text.length() - 1).split("\0", -1);
    }
}
