package com.quanticity.ibkr.gateway.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.internal.wire.Vectors;
import com.quanticity.ibkr.gateway.internal.wire.Vectors.Vector;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every golden request, both ways: JSON through our records to bytes, and bytes through the reader to JSON.
 *
 * <p>Frames of the official Java client must be equal byte for byte. Those of the Python client (version 200) must mean the same: equal
 * number of fields, and each pair of fields equal as text, equal as numbers, or one of the pairs of spellings that the wire
 * specification lists for values that were not set. Read arguments are compared without members that are neutral or a default of the
 * official client, because vectors hold only what the caller set.
 */
class RequestVectorTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MAX_DOUBLE = "1.7976931348623157E308";
    private static final Set<List<String>> SAME_UNSET = Set.of(
            List.of("0.0", ""),
            List.of("2147483647", ""),
            List.of("", "1.7976931348623157e+308"),
            List.of("", MAX_DOUBLE),
            List.of(MAX_DOUBLE, "0"),
            List.of(MAX_DOUBLE, "1.7976931348623157e+308"),
            List.of("DAY", ""),
            List.of("BUY", ""),
            List.of("LMT", ""));
    /** Message versions that the official clients write differently and servers ignore. */
    private static final Map<String, List<String>> OTHER_VERSION = Map.of(
            "CANCEL_MKT_DATA", List.of("1", "2"),
            "REQ_CALC_IMPLIED_VOLAT", List.of("2", "3"),
            "REQ_CALC_OPTION_PRICE", List.of("2", "3"));

    private static final Map<String, Set<Object>> DEFAULTS =
            Map.of("action", Set.of("BUY"), "orderType", Set.of("LMT"), "tif", Set.of("DAY"), "transmit", Set.of(true));
    /** Members with an unset value, for which false or zero says something. */
    private static final Set<String> ZERO_IS_A_VALUE = Set.of("transmit", "scaleInitPosition");

    static Stream<Vector> all() {
        return Vectors.requests();
    }

    static Stream<Vector> ofJava() {
        return all().filter(vector -> vector.encoder().startsWith("java"));
    }

    static Stream<Vector> ofPython() {
        return all().filter(vector -> vector.encoder().startsWith("python"));
    }

    @ParameterizedTest
    @MethodSource("ofJava")
    void writesTheBytesOfTheJavaClient(Vector vector) {
        assertThat(HexFormat.of().formatHex(write(vector))).isEqualTo(vector.hex());
    }

    @ParameterizedTest
    @MethodSource("ofPython")
    void meansWhatThePythonClientMeans(Vector vector) {
        List<String> ours = fields(write(vector));
        List<String> theirs = fields(vector.bytes());

        assertThat(ours)
                .usingElementComparator((a, b) -> meansTheSame(vector, a, b) ? 0 : 1)
                .isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsWhatTheCallerSet(Vector vector) {
        JsonNode read = new RequestJson(vector.serverVersion()).read(vector.bytes());

        assertThat(read.propertyNames()).containsExactlyInAnyOrder("name", "args");
        assertThat(read.path("name").asString()).isEqualTo(vector.message());
        assertThat(read.path("args").propertyNames())
                .containsExactlyInAnyOrderElementsOf(vector.args().keySet());
        assertThat(members(read.path("args"))).isEqualTo(members(JSON.valueToTree(vector.args())));
    }

    @Test
    void speaksEveryMessageOfTheVectors() {
        List<String> unknown = all().map(Vector::message)
                .distinct()
                .filter(name -> ClientMessage.of(name).isEmpty())
                .toList();

        assertThat(unknown).isSubsetOf("HELLO", "START_API");
    }

    private static byte[] write(Vector vector) {
        return new RequestJson(vector.serverVersion()).write(JSON.valueToTree(vector.members()));
    }

    private static boolean meansTheSame(Vector vector, String ours, String theirs) {
        return ours.equals(theirs)
                || SAME_UNSET.contains(List.of(ours, theirs))
                || sameNumber(ours, theirs)
                || List.of(ours, theirs).equals(OTHER_VERSION.get(vector.message()));
    }

    private static boolean sameNumber(String a, String b) {
        try {
            return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static List<String> fields(byte[] frame) {
        return List.of(new String(Arrays.copyOfRange(frame, 4, frame.length), UTF_8).split("\0", -1));
    }

    private static Map<String, Object> members(JsonNode object) {
        Map<String, Object> members = new TreeMap<>();
        object.forEachEntry((name, node) -> {
            Object value = value(node);
            if (value != null && !isNeutral(name, value)) {
                members.put(name, value);
            }
        });
        return members;
    }

    private static boolean isNeutral(String name, Object value) {
        boolean isNothing = value.equals("")
                || value.equals(List.of())
                || value.equals(Map.of())
                || (!ZERO_IS_A_VALUE.contains(name) && (value.equals(false) || value.equals(BigDecimal.ZERO)));
        return isNothing || DEFAULTS.getOrDefault(name, Set.of()).contains(value);
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            return members(node);
        }
        if (node.isArray()) {
            return node.valueStream().map(RequestVectorTest::value).toList();
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue().stripTrailingZeros();
            return number.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(number.toPlainString());
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() ? null : node.asString();
    }
}
