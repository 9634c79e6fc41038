package com.quanticity.ibkr.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.inspect.EventComparison;
import com.quanticity.ibkr.gateway.inspect.RequestJson;
import com.quanticity.ibkr.gateway.layout.EventLayouts;
import com.quanticity.ibkr.gateway.layout.ExpectedVector;
import com.quanticity.ibkr.gateway.layout.GivenSource;
import com.quanticity.ibkr.gateway.layout.Layout;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.session.SessionState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recorded conversations with real gateways, played against a whole session over a socket. The peer builds its frames from the layout
 * tables; every event must carry what the recording gives, and the application must believe what the scenario ended in.
 */
@Timeout(60)
class CaptureReplayTest extends SessionFixture {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Properties EXPECTED = expected();

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final Map<String, Integer> symbols = new HashMap<>();
    private final List<Expected> sent = new ArrayList<>();

    /** What a line of the server says, and what the event must say. */
    private record Expected(String line, Map<String, @Nullable Object> vector) {}

    static Stream<Capture> captures() {
        return Capture.all();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void endsInTheStateOfTheScenario(Capture capture) {
        GatewaySession session = start(settings());
        play(capture, session);

        await().pollInterval(OFTEN)
                .untilAsserted(() -> assertThat(scenarioEvents()).hasSizeGreaterThanOrEqualTo(sent.size()));
        List<GatewayEvent> events = scenarioEvents();
        for (int i = 0; i < sent.size(); i++) {
            assertThat(gaps(events.get(i), sent.get(i).vector()))
                    .as(sent.get(i).line())
                    .isEmpty();
        }
        assertThat(CaptureLedger.of(events.subList(0, sent.size()))).isEqualTo(EXPECTED.getProperty(capture.number()));
    }

    private void play(Capture capture, GatewaySession session) {
        Peer peer = null;
        boolean brokerDown = false;
        for (Map<String, @Nullable Object> line : capture.lines()) {
            if ("connect".equals(line.get("step"))) {
                peer = connect(line);
            } else if ("close".equals(line.get("step")) && peer != null) {
                awaitEvents();
                peer.close();
            } else if ("S".equals(line.get("dir")) && peer != null) {
                serve(line, peer);
                brokerDown |= line.toString().contains("errorCode=1100");
                if (line.toString().contains("errorCode=1100")) {
                    awaitState(session, SessionState.BROKER_DOWN);
                }
            } else if ("C".equals(line.get("dir")) && peer != null) {
                request(line, session, peer);
            }
        }
        assertThat(application.states().contains(SessionState.BROKER_DOWN)).isEqualTo(brokerDown);
    }

    private Peer connect(Map<String, @Nullable Object> line) {
        Peer peer = gateway.accept();
        peer.answerHello((int) number(line, "serverVersion"), String.valueOf(line.get("connectionTime")));
        peer.expect("71");
        return peer;
    }

    private void serve(Map<String, @Nullable Object> line, Peer peer) {
        Layout layout = EventLayouts.of(String.valueOf(line.get("msg")));
        GivenSource source = new GivenSource(bound(fields(line)));
        String[] frame = layout.encode(200, source).toArray(String[]::new);
        sent.add(new Expected(line.toString(), ExpectedVector.of(layout, source.given())));
        if (line.get("frame") instanceof String hex) {
            peer.sendBytes(HexFormat.of().parseHex(hex));
        } else {
            peer.send(frame);
        }
    }

    private void request(Map<String, @Nullable Object> line, GatewaySession session, Peer peer) {
        awaitState(session, SessionState.READY);
        for (Object value : fields(line).values()) {
            if (value instanceof String symbol && symbol.startsWith("$")) {
                symbols.computeIfAbsent(symbol, _ -> session.nextRequestId());
            }
        }
        Map<String, Object> message = Map.of("name", String.valueOf(line.get("msg")), "args", requestArgs(line));
        GatewayRequest request = new RequestJson(200).request(JSON.valueToTree(message));

        assertThat(session.send(request)).isEqualTo(SendOutcome.ACCEPTED);

        byte[] frame = new RequestJson(200).write(JSON.valueToTree(message));
        String id = new String(frame, 4, frame.length - 4, StandardCharsets.ISO_8859_1).split("\0", 2)[0];
        List<String> received = peer.expect(id);
        Object reqId = fields(line).get("reqId");
        if (reqId != null) {
            assertThat(received).contains(String.valueOf(symbols.get(String.valueOf(reqId))));
        }
    }

    private void awaitEvents() {
        await().pollInterval(OFTEN)
                .untilAsserted(() -> assertThat(scenarioEvents()).hasSizeGreaterThanOrEqualTo(sent.size()));
    }

    private List<GatewayEvent> scenarioEvents() {
        return application.events();
    }

    /** What the recording gives and the event has not; what the recording leaves out, or gives as zero, is no difference. */
    private static List<String> gaps(GatewayEvent event, Map<String, @Nullable Object> vector) {
        return EventComparison.differences(event, vector).stream()
                .filter(difference -> !difference.endsWith(" / null") && !difference.endsWith(": null / 0"))
                .toList();
    }

    /** The request ids really used in place of the recording's symbols. */
    private Map<String, @Nullable Object> bound(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> bound = new LinkedHashMap<>(fields);
        bound.replaceAll((_, value) ->
                value instanceof String text && symbols.containsKey(text) ? (Object) symbols.get(text) : value);
        return bound;
    }

    /** The recording has texts for numbers, and leaves out what its client sent anyway. */
    private Map<String, Object> requestArgs(Map<String, @Nullable Object> line) {
        Map<String, Object> args = new LinkedHashMap<>();
        bound(fields(line)).forEach((name, value) -> {
            Object json = requestValue(name, value);
            if (json != null) {
                args.put(name, json);
            }
        });
        if (Set.of("PLACE_ORDER", "REQ_MKT_DEPTH").contains(String.valueOf(line.get("msg")))) {
            args.putIfAbsent("contract", Map.of("conId", 265598, "exchange", "SMART"));
        }
        if ("PLACE_ORDER".equals(line.get("msg"))) {
            args.putIfAbsent(
                    "order", Map.of("action", "BUY", "totalQuantity", "1", "orderType", "LMT", "lmtPrice", 50));
        }
        return args;
    }

    private @Nullable Object requestValue(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> nested) {
            Map<String, Object> members = new LinkedHashMap<>();
            nested.forEach((key, member) -> {
                Object json = requestValue(String.valueOf(key), member);
                if (json != null) {
                    members.put(String.valueOf(key), json);
                }
            });
            return members;
        }
        if (name.equals("endDateTime") || "".equals(value)) {
            return null;
        }
        return switch (name) {
            case "conId" -> Integer.valueOf(String.valueOf(value));
            case "lmtPrice", "auxPrice" -> new BigDecimal(String.valueOf(value));
            default -> value;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> fields(Map<String, @Nullable Object> line) {
        Object fields = line.get("fields");
        return fields instanceof Map<?, ?> ? (Map<String, @Nullable Object>) fields : Map.of();
    }

    private static long number(Map<String, @Nullable Object> line, String name) {
        return line.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Properties expected() {
        try (InputStream in = CaptureReplayTest.class.getResourceAsStream("/captures/expected.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
