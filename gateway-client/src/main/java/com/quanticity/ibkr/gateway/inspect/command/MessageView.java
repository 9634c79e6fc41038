package com.quanticity.ibkr.gateway.inspect.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.capture.CapturedFrame;
import com.quanticity.ibkr.gateway.inspect.EventJson;
import com.quanticity.ibkr.gateway.inspect.RequestJson;
import com.quanticity.ibkr.gateway.internal.wire.Handshake;
import com.quanticity.ibkr.gateway.internal.wire.event.WireDecoder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A frame in the words of the vectors: what a client sends with {@code name} and {@code args}, what a gateway sends with
 * {@code callback} and {@code args}. A frame that cannot be read has {@code error} and the whole of it as {@code hex}. Belongs to one
 * thread.
 */
final class MessageView {

    static final String ERROR = "error";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PREFIX = Integer.BYTES;

    private final Map<Integer, WireDecoder> decoders = new HashMap<>();
    private final Map<Integer, RequestJson> requests = new HashMap<>();

    Map<String, @Nullable Object> of(CapturedFrame frame) {
        Map<String, @Nullable Object> message = switch (frame.direction()) {
            case OUT -> ofClient(frame);
            case IN -> ofGateway(frame);
        };
        if (message.containsKey(ERROR)) {
            message.put("hex", HexFormat.of().formatHex(frame.bytes()));
        }
        return message;
    }

    /** One line, compact. */
    static String text(Map<String, @Nullable Object> message) {
        return JSON.writeValueAsString(message);
    }

    private Map<String, @Nullable Object> ofClient(CapturedFrame frame) {
        if (frame.version() > ConnectSettings.HIGHEST_VERSION) {
            return tooNew(frame.version());
        }
        // Before an agreement only the handshake passes, which is the same in all versions.
        int version = Math.max(frame.version(), ConnectSettings.LOWEST_VERSION);
        ObjectNode read = requests.computeIfAbsent(version, RequestJson::new).read(frame.bytes());
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        read.forEachEntry(message::put);
        return message;
    }

    private Map<String, @Nullable Object> ofGateway(CapturedFrame frame) {
        byte[] bytes = frame.bytes();
        if (frame.version() > ConnectSettings.HIGHEST_VERSION) {
            return tooNew(frame.version());
        }
        Optional<Handshake.Ack> ack = Handshake.readAck(bytes, PREFIX, bytes.length);
        if (ack.isPresent()) {
            return connectAck(ack.get());
        }
        if (frame.version() < ConnectSettings.LOWEST_VERSION) {
            return fields("before the version was agreed", bytes);
        }
        Map<String, @Nullable Object> read = EventJson.toMap(
                decoders.computeIfAbsent(frame.version(), WireDecoder::new).decode(bytes, PREFIX, bytes.length));
        return read.containsKey("problem") ? unread(read) : read;
    }

    private static Map<String, @Nullable Object> connectAck(Handshake.Ack ack) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("callback", "connectAck");
        message.put("args", Map.of("serverVersion", ack.serverVersion(), "connectionTime", ack.connectionTime()));
        return message;
    }

    private static Map<String, @Nullable Object> unread(Map<String, @Nullable Object> read) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put(ERROR, read.get("problem"));
        message.put("messageId", read.get("messageId"));
        return message;
    }

    private static Map<String, @Nullable Object> fields(String why, byte[] bytes) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("note", why);
        message.put("fields", List.of(new String(bytes, PREFIX, bytes.length - PREFIX, ISO_8859_1).split("\0")));
        return message;
    }

    private static Map<String, @Nullable Object> tooNew(int version) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put(
                ERROR,
                "version " + version + " is another protocol: readable up to " + ConnectSettings.HIGHEST_VERSION
                        + "; see --max-version of proxy");
        return message;
    }
}
