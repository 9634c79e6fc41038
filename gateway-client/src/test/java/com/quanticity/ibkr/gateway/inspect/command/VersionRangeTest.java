package com.quanticity.ibkr.gateway.inspect.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTest {

    @ParameterizedTest
    @CsvSource({
        "v100..225,              v100..200",
        "v100..225 +PACEAPI,     v100..200 +PACEAPI",
        "v100..199,              v100..199",
        "v200..225,              v200",
        "v201..225,              v201..225",
        "v187,                   v187",
        "something else,         something else"
    })
    void cutsOnlyWhatIsTooHigh(String offered, String passed) throws IOException {
        assertThat(limit(hello(offered) + "rest")).isEqualTo(hello(passed));
    }

    /** Clients of long ago send no prelude. */
    @Test
    void leavesAnotherHandshakeAlone() throws IOException {
        assertThat(limit("63\0some text")).isEqualTo("63\0some ");
    }

    @Test
    void tellsWhenTheClientGoesAwayInTheMiddle() {
        assertThatThrownBy(() -> limit("API\0")).isInstanceOf(EOFException.class);
    }

    private static String limit(String bytes) throws IOException {
        return new String(VersionRange.limit(new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)), 200), ISO_8859_1);
    }

    private static String hello(String offer) {
        return "API\0\0\0\0" + (char) offer.length() + offer;
    }
}
