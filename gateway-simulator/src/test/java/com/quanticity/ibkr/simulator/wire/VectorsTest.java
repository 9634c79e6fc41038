package com.quanticity.ibkr.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.peer.SharedFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The golden frames of the official clients: every one of a served message is read, understood and written again. */
class VectorsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Names the official clients use for what the layouts call otherwise. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("contractDetails.contract", "contract"),
            Map.entry("contractDetails", ""),
            Map.entry("connectOptions", "-"));

    private static final Set<String> OPTION_VALUES =
            Set.of("impliedVol", "delta", "optPrice", "pvDividend", "gamma", "vega", "theta", "undPrice");

    private static final Set<String> NOT_COMPUTED = Set.of("-1", "-2", "-1.0", "-2.0");

    @Test
    void readsAndRewritesTheBundledRequests() throws IOException {
        assertThat(checkRequests(bundled("requests.jsonl"))).isGreaterThan(10);
    }

    @Test
    void readsAndRewritesTheBundledEvents() throws IOException {
        assertThat(checkEvents(bundled("events.jsonl"))).isGreaterThan(10);
    }

    @Test
    void readsAndRewritesAllRequests() throws IOException {
        assertThat(checkRequests(Files.readAllLines(SharedFiles.require("tws-wire/vectors/requests.jsonl"))))
                .isGreaterThan(300);
    }

    @Test
    void readsAndRewritesAllEvents() throws IOException {
        assertThat(checkEvents(Files.readAllLines(SharedFiles.require("tws-wire/vectors/events.jsonl"))))
                .isGreaterThan(150);
    }

    @Test
    void writesEveryEventAtEveryVersion() throws IOException {
        for (String line : Files.readAllLines(SharedFiles.require("tws-wire/vectors/events.jsonl"))) {
            JsonNode vector = JSON.readTree(line);
            String name = vector.get("name").asString();
            if (!name.startsWith("HELLO_ACK")) {
                Layout layout = Layouts.EVENTS.named(messageOf(vector));
                List<String> frame = frameOf(vector);
                Cursor cursor = new Cursor(frame.subList(1, frame.size()));
                Fields fields = read(layout, vector.get("serverVersion").asInt(), cursor, name);
                for (int version = 176; version <= 200; version++) {
                    checkReadsBack(layout, version, fields, name + "@" + version);
                }
            }
        }
    }

    private static void checkReadsBack(Layout layout, int version, Fields fields, String name) {
        List<String> frame = fieldsOf(layout.write(version, fields));
        Cursor cursor = new Cursor(frame.subList(1, frame.size()));
        Fields again = read(layout, version, cursor, name);

        assertThat(cursor.atEnd()).as(name).isTrue();
        assertThat(again.names())
                .as(name)
                .allSatisfy(field -> assertThat(again.text(field))
                        .isEqualTo(fields.has(field) ? fields.text(field) : again.text(field)));
    }

    @Test
    void decodesEveryServedRequestIntoItsRecord() throws IOException {
        for (String line : Files.readAllLines(SharedFiles.require("tws-wire/vectors/requests.jsonl"))) {
            JsonNode vector = JSON.readTree(line);
            if (Layouts.REQUESTS.knows(messageOf(vector))) {
                RequestDecoder decoder =
                        new RequestDecoder(vector.get("serverVersion").asInt());

                assertThat(decoder.decode(frameOf(vector)))
                        .as(vector.get("name").asString())
                        .isInstanceOf(Decoded.Understood.class);
            }
        }
    }

    private static int checkRequests(List<String> lines) throws IOException {
        return check(Layouts.REQUESTS, lines);
    }

    private static int checkEvents(List<String> lines) throws IOException {
        return check(Layouts.EVENTS, lines);
    }

    private static int check(Layouts layouts, List<String> lines) throws IOException {
        int checked = 0;
        for (String line : lines) {
            JsonNode vector = JSON.readTree(line);
            if (layouts.knows(messageOf(vector))) {
                check(layouts.named(messageOf(vector)), vector);
                checked++;
            }
        }
        return checked;
    }

    private static void check(Layout layout, JsonNode vector) {
        String name = vector.get("name").asString() + "@"
                + vector.get("serverVersion").asInt();
        int version = vector.get("serverVersion").asInt();
        List<String> frame = frameOf(vector);
        Cursor cursor = new Cursor(frame.subList(1, frame.size()));
        Fields fields = read(layout, version, cursor, name);

        assertThat(cursor.atEnd()).as(name).isTrue();
        assertThat(HexFormat.of().formatHex(layout.write(version, fields)))
                .as(name)
                .isEqualTo(vector.get("hex").asString());
        assertThat(differences("", vector.get("args"), fields)).as(name).isEmpty();
    }

    private static Fields read(Layout layout, int version, Cursor cursor, String name) {
        try {
            return layout.read(version, cursor);
        } catch (LayoutMismatch mismatch) {
            throw new AssertionError(name + ": " + mismatch.getMessage(), mismatch);
        }
    }

    /** The arguments the official client reports, compared with the fields of the same name. */
    private static List<String> differences(String path, JsonNode args, Fields fields) {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, JsonNode> arg : args.properties()) {
            String name = OTHER_NAMES.getOrDefault(path + arg.getKey(), path + arg.getKey());
            if (arg.getValue().isObject()) {
                differences.addAll(differences(name.isEmpty() ? "" : name + ".", arg.getValue(), fields));
            } else if (isNotComputed(name, arg.getValue(), fields)) {
                continue;
            } else if (fields.names().contains(name) && !agrees(arg.getValue(), fields.text(name))) {
                differences.add(name + " " + arg.getValue() + " is not " + fields.text(name));
            }
        }
        return differences;
    }

    /** Option ticks have two spellings of their own for what was not computed. */
    private static boolean isNotComputed(String name, JsonNode value, Fields fields) {
        return value.isNull() && OPTION_VALUES.contains(name) && NOT_COMPUTED.contains(fields.text(name));
    }

    private static boolean agrees(JsonNode value, String text) {
        if (value.isArray()) {
            return value.isEmpty() == text.isEmpty();
        }
        if (value.isNull()) {
            return new Fields().put("x", text).decimal("x") == null || text.isEmpty();
        }
        if (value.isBoolean()) {
            return value.asBoolean() == !(text.isEmpty() || text.equals("0"));
        }
        if (value.isNumber() || (isNumber(value.asString()) && isNumber(text))) {
            BigDecimal number = text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
            return new BigDecimal(value.asString()).compareTo(number) == 0;
        }
        return value.asString().equals(text);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && FieldType.DECIMAL.accepts(text) && !text.contains("N") && !text.contains("I");
    }

    private static String messageOf(JsonNode vector) {
        String name = vector.get("name").asString();
        return name.substring(0, name.indexOf(':'));
    }

    private static List<String> frameOf(JsonNode vector) {
        return fieldsOf(HexFormat.of().parseHex(vector.get("hex").asString()));
    }

    private static List<String> fieldsOf(byte[] bytes) {
        String payload = new String(bytes, 4, bytes.length - 4, StandardCharsets.UTF_8);
        List<String> fields = new ArrayList<>(List.of(payload.split("\0", -1)));
        fields.removeLast();
        return fields;
    }

    private static List<String> bundled(String name) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/vectors", name));
    }
}
