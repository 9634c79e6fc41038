package com.quanticity.ibkr.gateway.tws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.binding.MessageCodec;
import com.quanticity.ibkr.gateway.binding.Spelling;
import com.quanticity.ibkr.gateway.internal.wire.request.WireEncoder;
import com.quanticity.ibkr.gateway.internal.wire.request.WireEncoder.Encoded;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.NewsRequest;
import com.quanticity.ibkr.model.session.ClientId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own codec and the official client write the same frames for the same requests, and refuse the same ones. */
class TwoCodecsTest {

    private static final ConnectSettings SETTINGS = ConnectSettings.of("127.0.0.1", 4002, ClientId.of(7));
    private static final int EACH = 60;

    /** Of two reasons either may be told. */
    private static final String REFUSED = "refused";

    static List<Class<?>> kinds() {
        return RandomRecords.requestKinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void writeTheSameFrames(Class<?> kind) {
        for (int version : new int[] {176, 187, 192, 199}) {
            WireEncoder ours = new WireEncoder(version);
            MessageCodec theirs = official(version);
            for (GatewayRequest request : new RandomRecords(version).requests(kind, EACH)) {
                if (isBeyondTheOfficialClient(request)) {
                    continue;
                }
                assertThat(ours(ours, request))
                        .as("version %d %s", version, request)
                        .isEqualTo(theirs(theirs, request));
            }
        }
    }

    /** It has a call by contract and a call by filter. */
    private static boolean isBeyondTheOfficialClient(GatewayRequest request) {
        return request instanceof NewsRequest.ReqWshEventData events
                && events.conId() != null
                && !events.filter().isEmpty();
    }

    private static String ours(WireEncoder codec, GatewayRequest request) {
        return switch (codec.encode(request)) {
            case Encoded.Frame(byte[] bytes) -> text(bytes);
            case Encoded.Refused _ -> REFUSED;
        };
    }

    private static String theirs(MessageCodec codec, GatewayRequest request) {
        return switch (codec.spell(request)) {
            case Spelling.Frame(byte[] bytes) -> text(bytes);
            case Spelling.Refused _ -> REFUSED;
        };
    }

    private static MessageCodec official(int version) {
        TwsApiDialect dialect = new TwsApiDialect();
        dialect.hello(SETTINGS);
        byte[] answer = (version + "\0" + "20260302 15:04:05 EST\0").getBytes(US_ASCII);
        return dialect.agree(SETTINGS, version, answer, 0, answer.length);
    }

    private static String text(byte[] frame) {
        return new String(frame, 4, frame.length - 4, ISO_8859_1).replace('\0', '|');
    }
}
