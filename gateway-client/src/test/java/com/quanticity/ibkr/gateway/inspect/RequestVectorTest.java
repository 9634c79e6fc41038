package com.quanticity.ibkr.gateway.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.internal.wire.Vectors;
import com.quanticity.ibkr.gateway.internal.wire.Vectors.Vector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every golden request, both ways, by the rules of {@link RequestComparison}. */
class RequestVectorTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Vector> all() {
        return Vectors.requests();
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesAndReadsAsTheOfficialClients(Vector vector) {
        assertThat(RequestComparison.differences(JSON.valueToTree(vector.members())))
                .isEmpty();
    }

    /** Neutral or not. */
    @ParameterizedTest
    @MethodSource("all")
    void showsEveryArgumentOfTheCall(Vector vector) {
        JsonNode read = new RequestJson(vector.serverVersion()).read(vector.bytes());

        assertThat(read.propertyNames()).containsExactlyInAnyOrder("name", "args");
        assertThat(read.path("args").propertyNames())
                .containsExactlyInAnyOrderElementsOf(vector.args().keySet());
    }

    @Test
    void speaksEveryMessageOfTheVectors() {
        List<String> unknown = all().map(Vector::message)
                .distinct()
                .filter(name -> ClientMessage.of(name).isEmpty())
                .toList();

        assertThat(unknown).isSubsetOf("HELLO", "START_API");
    }
}
