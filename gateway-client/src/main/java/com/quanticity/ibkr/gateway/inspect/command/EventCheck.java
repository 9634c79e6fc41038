package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.inspect.EventComparison;
import com.quanticity.ibkr.gateway.internal.wire.Handshake;
import com.quanticity.ibkr.gateway.internal.wire.event.WireDecoder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One golden event. */
final class EventCheck {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PREFIX = Integer.BYTES;

    private EventCheck() {}

    static List<String> differences(JsonNode vector) {
        byte[] frame;
        try {
            frame = HexFormat.of().parseHex(vector.path("hex").asString());
        } catch (IllegalArgumentException e) {
            return List.of("hex: " + e.getMessage());
        }
        int version = vector.path("serverVersion").asInt();
        if (vector.path("callback").asString("").equals("connectAck")) {
            return handshake(vector, frame);
        }
        return EventComparison.differences(
                new WireDecoder(version).decode(frame, PREFIX, frame.length),
                JSON.convertValue(vector, new TypeReference<Map<String, Object>>() {}));
    }

    private static List<String> handshake(JsonNode vector, byte[] frame) {
        Optional<Handshake.Ack> ours = Handshake.readAck(frame, PREFIX, frame.length);
        JsonNode args = vector.path("args");
        Handshake.Ack theirs = new Handshake.Ack(
                args.path("serverVersion").asInt(), args.path("connectionTime").asString());
        return ours.equals(Optional.of(theirs)) ? List.of() : List.of("handshake: " + ours + " / " + theirs);
    }
}
