package com.quanticity.ibkr.gateway.inspect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.quanticity.ibkr.gateway.internal.wire.Handshake;
import com.quanticity.ibkr.gateway.internal.wire.request.WireEncoder;
import com.quanticity.ibkr.gateway.internal.wire.request.WireEncoder.Encoded;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client sends, as JSON and back, under the layout of one version. Immutable and thread-safe.
 *
 * <p><b>Shape.</b> One object a message, {@code {"name": "CANCEL_MKT_DATA", "args": {"reqId": 1001}}}; names of messages and arguments
 * are those of the wire specification's vectors. Arguments of the call are always there. Members of contract, order, filter and the
 * like are left out when neutral (unset, empty, false, zero where there is no unset value); an order's action, type, time in force and
 * transmit are always shown, because the official client's default for them is something else. Sizes are texts, other numbers numbers,
 * {@code "Infinity"} a text, tags pairs of texts.
 *
 * <p><b>Reading</b> takes the spellings of all official clients. A frame that does not fit is not guessed at: the object then has
 * {@code error} and {@code fields} instead of {@code args}. Fields after the last known one are shown as {@code extra}.
 *
 * <p><b>Writing</b> spells as the official Java client does. What is not given has its defaults.
 */
public final class RequestJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int PREFIX = 4;
    private static final byte[] PRELUDE = {'A', 'P', 'I', 0};
    private static final int START_API_ID = 71;
    private static final Pattern HELLO = Pattern.compile("v(\\d{1,9})(?:\\.\\.(\\d{1,9}))?(?: (.*))?");

    private final int serverVersion;
    private final WireEncoder encoder;

    /** Layouts of the version that client and gateway agreed on, 176 to 200. */
    public RequestJson(int serverVersion) {
        this.serverVersion = serverVersion;
        this.encoder = new WireEncoder(serverVersion);
    }

    /**
     * Shows one message of a client.
     *
     * @param frame a whole frame with its length prefix; the first one of a connection with or without the prelude {@code API\0}
     */
    public ObjectNode read(byte[] frame) {
        boolean hasPrelude = frame.length >= PRELUDE.length && Arrays.equals(frame, 0, 4, PRELUDE, 0, 4);
        int start = (hasPrelude ? PRELUDE.length : 0) + PREFIX;
        if (frame.length < start || ByteBuffer.wrap(frame).getInt(start - PREFIX) != frame.length - start) {
            return broken("", "the length prefix does not match the " + frame.length + " bytes", new String[0]);
        }
        return read(frame, start, frame.length);
    }

    /** Shows one message of a client without its length prefix: the bytes from {@code start} to before {@code end}. */
    public ObjectNode read(byte[] bytes, int start, int end) {
        String payload = text(bytes, start, end);
        Matcher hello = HELLO.matcher(payload);
        if (hello.matches()) {
            return hello(hello);
        }
        if (!payload.endsWith("\0")) {
            return broken("", "the last field is not terminated", payload.split("\0", -1));
        }
        String[] fields = payload.substring(0, payload.length() - 1).split("\0", -1);
        if (fields[0].equals(Integer.toString(START_API_ID))) {
            return shown(
                    "START_API", fields, in -> in.skip().integer("clientId").text("optionalCapabilities"));
        }
        Optional<ClientMessage> message = id(fields[0]).flatMap(ClientMessage::of);
        return message.isPresent()
                ? shown(message.get().name(), fields, message.get()::read)
                : broken("", "'" + fields[0] + "' is the id of no message that is known here", fields);
    }

    /**
     * The frame of one message, length prefix included; for HELLO the prelude too.
     *
     * @param json {@code {"name": …, "args": {…}}}; {@code message} does for {@code name}, and what follows a colon in it is ignored
     * @throws InspectionException when it is no such message, or the version cannot carry it
     */
    public byte[] write(String json) {
        return write(parse(json));
    }

    /** As {@link #write(String)}, from a tree. */
    public byte[] write(JsonNode message) {
        JsonNode args = message.path("args");
        return switch (name(message)) {
            case "HELLO" -> writeHello(new JsonMembers("args", args));
            case "START_API" -> writeStartApi(new JsonMembers("args", args));
            default -> encode(request(message));
        };
    }

    /**
     * The request that a message stands for. HELLO and START_API are none.
     *
     * @throws InspectionException when it is no such message
     */
    public GatewayRequest request(JsonNode message) {
        String name = name(message);
        ClientMessage known = ClientMessage.of(name)
                .orElseThrow(() -> new InspectionException("'" + name
                        + "' is no request; names are those of the wire specification, for example REQ_IDS"));
        return RequestRecords.request(known, message.path("args"));
    }

    /**
     * Shows a request as this version carries it.
     *
     * @throws InspectionException when the version cannot carry it
     */
    public ObjectNode show(GatewayRequest request) {
        return read(encode(request));
    }

    private byte[] encode(GatewayRequest request) {
        return switch (encoder.encode(request)) {
            case Encoded.Frame(byte[] bytes) -> bytes;
            case Encoded.Refused(var refusal) ->
                throw new InspectionException("refused with " + refusal.code() + ": " + refusal.message());
        };
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new InspectionException("no JSON: " + e.getOriginalMessage() + "; write one object a line");
        }
    }

    private static String name(JsonNode message) {
        String name = message.path("name").asString(message.path("message").asString(""));
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static byte[] writeHello(JsonMembers args) {
        String options = args.plainText("connectOptions");
        byte[] frame = Handshake.hello(args.integer("minVersion"), args.integer("maxVersion"), options);
        args.refuseUnused();
        return frame;
    }

    private static byte[] writeStartApi(JsonMembers args) {
        String capabilities = args.plainText("optionalCapabilities");
        byte[] frame = WireEncoder.startApi(args.integer("clientId"), capabilities);
        args.refuseUnused();
        return frame;
    }

    private ObjectNode shown(String name, String[] fields, Consumer<MessageFields> layout) {
        MessageFields in = new MessageFields(fields, serverVersion);
        try {
            layout.accept(in.skip());
        } catch (BrokenMessageException e) {
            return broken(name, String.valueOf(e.getMessage()), fields);
        }
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("name", name);
        message.set("args", in.args());
        if (!in.unread().isEmpty()) {
            message.set("extra", in.unread());
        }
        return message;
    }

    private static ObjectNode hello(Matcher hello) {
        int min = Integer.parseInt(hello.group(1));
        String max = hello.group(2);
        String options = hello.group(3);
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("name", "HELLO");
        message.putObject("args")
                .put("minVersion", min)
                .put("maxVersion", max == null ? min : Integer.parseInt(max))
                .put("connectOptions", options == null ? "" : options);
        return message;
    }

    private static ObjectNode broken(String name, String error, String[] fields) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("name", name.isEmpty() ? "UNKNOWN" : name).put("error", error);
        ArrayNode texts = message.putArray("fields");
        for (String field : fields) {
            texts.add(field);
        }
        return message;
    }

    private static Optional<Integer> id(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Clients send ASCII; anything else is shown as far as it can be. */
    private static String text(byte[] bytes, int start, int end) {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, start, end - start, ISO_8859_1);
        }
    }
}
