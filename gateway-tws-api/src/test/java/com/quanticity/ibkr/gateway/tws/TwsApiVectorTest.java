package com.quanticity.ibkr.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.binding.MessageCodec;
import com.quanticity.ibkr.gateway.binding.Spelling;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.inspect.EventComparison;
import com.quanticity.ibkr.gateway.inspect.RequestJson;
import com.quanticity.ibkr.gateway.internal.wire.Vectors;
import com.quanticity.ibkr.gateway.internal.wire.Vectors.Vector;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.session.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Our records through the official client: the frames it writes and the callbacks it makes are those of the vectors. */
@EnabledIf("com.quanticity.ibkr.gateway.internal.wire.Vectors#fullFilesAreThere")
class TwsApiVectorTest {

    private static final ConnectSettings SETTINGS = ConnectSettings.of("127.0.0.1", 4002, ClientId.of(7));
    private static final Set<String> NO_REQUESTS = Set.of("HELLO", "START_API");

    /** The vectors give these codes raw, because the official decoder cannot report them. */
    private static final List<String> LOST_CODES =
            List.of("contractDetails.fundAssetType", "contractDetails.fundDistributionPolicyIndicator");

    static Stream<Vector> requests() {
        return Vectors.requests()
                .filter(vector -> vector.encoder().startsWith("java"))
                .filter(vector -> !NO_REQUESTS.contains(vector.message()));
    }

    static Stream<Vector> events() {
        return Vectors.events().filter(vector -> !vector.message().equals("HELLO_ACK"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void writesTheFrameOfTheVector(Vector vector) {
        RequestJson json = new RequestJson(vector.serverVersion());
        GatewayRequest request = json.request(JsonMapper.shared().valueToTree(vector.members()));

        Spelling spelling = agreed(vector.serverVersion()).spell(request);

        assertThat(spelling)
                .isInstanceOfSatisfying(
                        Spelling.Frame.class,
                        frame -> assertThat(text(frame.bytes())).isEqualTo(text(vector.bytes())));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsTheFrameIntoTheCallbacksOfTheVector(Vector vector) {
        byte[] frame = vector.bytes();
        List<GatewayEvent> events = new ArrayList<>();

        agreed(vector.serverVersion()).read(frame, 4, frame.length, events);

        assertThat(events).hasSizeLessThanOrEqualTo(1);
        if (!vector.callback().equals("null")) {
            assertThat(EventComparison.differences(events.getFirst(), vector.members()))
                    .filteredOn(difference -> LOST_CODES.stream().noneMatch(difference::contains))
                    .isEmpty();
        }
    }

    private static MessageCodec agreed(int version) {
        int spoken = Math.min(version, TwsApiBindings.highestVersion());
        TwsApiDialect dialect = new TwsApiDialect();
        dialect.hello(SETTINGS);
        byte[] answer =
                (spoken + "\0" + "20260302 15:04:05 EST\0").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return dialect.agree(SETTINGS, spoken, answer, 0, answer.length);
    }

    private static String text(byte[] frame) {
        return new String(frame, java.nio.charset.StandardCharsets.ISO_8859_1).replace('\0', '|');
    }
}
