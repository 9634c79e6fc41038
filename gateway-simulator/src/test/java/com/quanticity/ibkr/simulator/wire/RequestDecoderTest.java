package com.quanticity.ibkr.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RequestDecoderTest {

    private static final List<String> NASTY = List.of(
            "",
            "0",
            "-1",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "1.7976931348623157E308",
            "NaN",
            "-Infinity",
            "1E999999999",
            "1e-05",
            "+5",
            "a",
            "\\u00e9",
            "999999",
            "BAG",
            "?");

    private final RequestDecoder decoder = new RequestDecoder(200);

    private static List<String> frame(Object... fields) {
        return java.util.stream.Stream.of(fields).map(String::valueOf).toList();
    }

    @Test
    void namesTheMissingFieldAndKeepsTheId() {
        assertThat(decoder.decode(frame(7, 3, 42, 0, "", "", "", "", "", "")))
                .isEqualTo(new Decoded.Unreadable(42, "REQ_EXECUTIONS: field filter.lastNDays is missing"));
    }

    @Test
    void ignoresFieldsAfterTheLastItKnows() {
        assertThat(decoder.decode(frame(2, 1, 9, "extra", "extra")))
                .isEqualTo(new Decoded.Understood(new Request.CancelMarketData(9)));
    }

    @Test
    void doesNotKnowMessagesThatCameLater() {
        assertThat(new RequestDecoder(196).decode(frame(105))).isEqualTo(new Decoded.Unknown(105));
        assertThat(decoder.decode(frame(105))).isEqualTo(new Decoded.Understood(new Request.CurrentTimeInMillis()));
    }

    @Test
    void takesAnyVersionNumberOfAMessage() {
        assertThat(decoder.decode(frame(2, 2, 9))).isEqualTo(decoder.decode(frame(2, 1, 9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "99999999999"})
    void callsAFrameWithoutMessageIdGarbage(String first) {
        assertThat(decoder.decode(List.of(first))).isInstanceOf(Decoded.Garbage.class);
    }

    @Test
    void survivesEveryMutationOfRealRequests() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        for (String line : Files.readAllLines(Path.of("src/test/resources/vectors/requests.jsonl"))) {
            byte[] bytes = HexFormat.of()
                    .parseHex(JsonMapper.shared().readTree(line).get("hex").asString());
            String payload = new String(bytes, 4, bytes.length - 4, StandardCharsets.US_ASCII);
            for (int i = 0; i < 300; i++) {
                List<String> mutated = mutate(new ArrayList<>(List.of(payload.split("\0", -1))), random);

                assertThatCode(() -> decoder.decode(mutated)).as("%s", mutated).doesNotThrowAnyException();
            }
        }
    }

    private static List<String> mutate(List<String> fields, SplittableRandom random) {
        for (int i = 0; i <= random.nextInt(4) && !fields.isEmpty(); i++) {
            int at = random.nextInt(fields.size());
            switch (random.nextInt(3)) {
                case 0 -> fields.set(at, NASTY.get(random.nextInt(NASTY.size())));
                case 1 -> fields.remove(at);
                default -> fields.add(at, NASTY.get(random.nextInt(NASTY.size())));
            }
        }
        return fields;
    }
}
