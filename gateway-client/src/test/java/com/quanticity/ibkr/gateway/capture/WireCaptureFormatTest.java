package com.quanticity.ibkr.gateway.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireCaptureFormatTest {

    private static final String LINE = "2026-04-13T19:27:04.125377Z out 200 000000083731003200370000";

    @Test
    void readsWhatItWrites() {
        CapturedFrame frame = new CapturedFrame(
                Instant.parse("2026-04-13T19:27:04.125377Z"),
                Direction.OUT,
                200,
                HexFormat.of().parseHex("000000083731003200370000"));

        assertThat(WireCaptureFormat.line(frame)).isEqualTo(LINE);
        assertThat(WireCaptureFormat.parse(LINE)).contains(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# ibkr-wire-capture 1", "", "  ", "#"})
    void passesOverRemarks(String line) {
        assertThat(WireCaptureFormat.parse(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000083731003200370000",
                "2026-04-13 in 200 00",
                "2026-04-13T19:27:04Z up 200 00",
                "2026-04-13T19:27:04Z in two 00",
                "2026-04-13T19:27:04Z in 200 0"
            })
    void saysWhatItCannotRead(String line) {
        assertThatThrownBy(() -> WireCaptureFormat.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 'TIME in|out VERSION HEX'");
    }
}
