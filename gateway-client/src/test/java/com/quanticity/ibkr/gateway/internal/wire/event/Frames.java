package com.quanticity.ibkr.gateway.internal.wire.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.quanticity.ibkr.gateway.event.GatewayEvent;

/** Hand-made payloads: fields as text, each ended by a NUL. */
final class Frames {

    private Frames() {}

    static byte[] payload(Object... fields) {
        StringBuilder text = new StringBuilder();
        for (Object field : fields) {
            text.append(field).append('\0');
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    static GatewayEvent decode(int version, Object... fields) {
        byte[] payload = payload(fields);
        return new WireDecoder(version).decode(payload, 0, payload.length);
    }
}
