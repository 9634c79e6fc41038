package com.quanticity.ibkr.gateway.internal.wire.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.internal.wire.Vectors;
import com.quanticity.ibkr.gateway.internal.wire.Vectors.Vector;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frames of the official Java client must be equal byte for byte. Those of the Python client (version 200) must mean the same: equal
 * number of fields, and each pair of fields equal as text, equal as numbers, or one of the pairs of spellings that the wire
 * specification lists for values that were not set.
 */
class RequestVectorTest {

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

    static Stream<Vector> ofJava() {
        return Vectors.requests()
                .filter(vector -> RequestBuilder.speaks(vector.message()))
                .filter(vector -> vector.encoder().startsWith("java"));
    }

    static Stream<Vector> ofPython() {
        return Vectors.requests()
                .filter(vector -> RequestBuilder.speaks(vector.message()))
                .filter(vector -> vector.encoder().startsWith("python"));
    }

    @ParameterizedTest
    @MethodSource("ofJava")
    void writesTheBytesOfTheJavaClient(Vector vector) {
        assertThat(HexFormat.of().formatHex(RequestBuilder.encode(vector))).isEqualTo(vector.hex());
    }

    @ParameterizedTest
    @MethodSource("ofPython")
    void meansWhatThePythonClientMeans(Vector vector) {
        List<String> ours = fields(RequestBuilder.encode(vector));
        List<String> theirs = fields(vector.bytes());

        assertThat(ours)
                .usingElementComparator((a, b) -> meansTheSame(vector, a, b) ? 0 : 1)
                .isEqualTo(theirs);
    }

    @Test
    void coversEveryRequestOfThisCut() {
        List<String> messages = Stream.concat(ofJava(), ofPython())
                .map(Vector::message)
                .distinct()
                .toList();

        assertThat(messages).containsAll(RequestBuilder.SPOKEN);
    }

    private static boolean meansTheSame(Vector vector, String ours, String theirs) {
        return ours.equals(theirs)
                || SAME_UNSET.contains(List.of(ours, theirs))
                || sameNumber(ours, theirs)
                || (vector.message().equals("CANCEL_MKT_DATA") && ours.equals("1") && theirs.equals("2"));
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
}
