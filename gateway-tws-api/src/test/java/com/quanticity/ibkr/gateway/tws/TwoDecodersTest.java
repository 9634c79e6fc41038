package com.quanticity.ibkr.gateway.tws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.binding.MessageCodec;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent.MalformedFrame;
import com.quanticity.ibkr.gateway.inspect.EventComparison;
import com.quanticity.ibkr.gateway.inspect.EventJson;
import com.quanticity.ibkr.gateway.internal.wire.event.WireDecoder;
import com.quanticity.ibkr.gateway.layout.EventLayouts;
import com.quanticity.ibkr.gateway.layout.RandomSource;
import com.quanticity.ibkr.model.session.ClientId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames made from the layout tables mean the same to our own codec and to the official client. */
class TwoDecodersTest {

    private static final ConnectSettings SETTINGS = ConnectSettings.of("127.0.0.1", 4002, ClientId.of(7));
    private static final int EACH = 40;

    /** What the client keeps as a code of its own, or in a set: other texts and the order are lost. */
    private static final Map<String, List<String>> LOST = Map.of(
            "CONTRACT_DATA", List.of("fundAssetType", "fundDistributionPolicyIndicator"),
            "OPEN_ORDER", List.of("adjustedOrderType", "conjunction"),
            "COMPLETED_ORDER", List.of("conjunction"),
            "EXECUTION_DATA", List.of("lastLiquidity"),
            "SECURITY_DEFINITION_OPTION_PARAMETER", List.of("strikes[", "expirations["));

    static List<String> messages() {
        // It reads exactly one letter an exchange and cannot read the tables' longer and empty ones.
        return EventLayouts.names().stream()
                .filter(name -> !name.equals("SMART_COMPONENTS"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readTheSameEvents(String message) {
        for (int version : new int[] {176, 187, 193, 199}) {
            MessageCodec theirs = official(version);
            for (int seed = 0; seed < EACH; seed++) {
                byte[] payload = payload(EventLayouts.of(message).encode(version, new RandomSource(new Random(seed))));
                GatewayEvent ours = new WireDecoder(version).decode(payload, 0, payload.length);
                List<GatewayEvent> told = new ArrayList<>();
                theirs.read(payload, 0, payload.length, told);

                if (isAnswerWithoutBars(ours) && told.isEmpty()) {
                    continue;
                }
                assertThat(told).hasSize(1);
                if (isConditionWithoutConjunction(told.getFirst())) {
                    continue;
                }
                assertThat(EventComparison.differences(told.getFirst(), EventJson.toMap(ours)))
                        .filteredOn(difference -> !isLost(message, difference))
                        .as("%s at %d, seed %d", message, version, seed)
                        .isEmpty();
            }
        }
    }

    /** From version 196 on the client says nothing about it; its end frame follows. */
    private static boolean isAnswerWithoutBars(GatewayEvent ours) {
        return ours instanceof HistoryEvent.HistoricalData data && data.bars().isEmpty();
    }

    /** No gateway sends one; the client cannot read it. */
    private static boolean isConditionWithoutConjunction(GatewayEvent told) {
        return told instanceof MalformedFrame malformed && malformed.problem().contains("compareToIgnoreCase");
    }

    private static boolean isLost(String message, String difference) {
        return LOST.getOrDefault(message, List.of()).stream().anyMatch(difference::contains);
    }

    private static byte[] payload(List<String> fields) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        fields.forEach(field -> payload.writeBytes((field + "\0").getBytes(US_ASCII)));
        return payload.toByteArray();
    }

    private static MessageCodec official(int version) {
        TwsApiDialect dialect = new TwsApiDialect();
        dialect.hello(SETTINGS);
        byte[] answer = (version + "\0" + "20260302 15:04:05 EST\0").getBytes(US_ASCII);
        return dialect.agree(SETTINGS, version, answer, 0, answer.length);
    }
}
