package com.quanticity.ibkr.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.quanticity.ibkr.gateway.ErrorCode.OrderEffect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {

    private static final Path TABLE = Path.of("..", "..", "shared", "tws-wire", "errors.md");

    @ParameterizedTest
    @ValueSource(ints = {399, 404, 2109, 2137, 2161, 2168, 2169, 2170, 10349})
    void warningsLeaveEveryOrderAlive(int code) {
        assertThat(ErrorCode.onNewOrder(code)).isEqualTo(OrderEffect.ALIVE);
        assertThat(ErrorCode.onWorkingOrder(code)).isEqualTo(OrderEffect.ALIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 203})
    void rejectionsAndConfirmedCancelsEndEveryOrder(int code) {
        assertThat(ErrorCode.onNewOrder(code)).isEqualTo(OrderEffect.DEAD);
        assertThat(ErrorCode.onWorkingOrder(code)).isEqualTo(OrderEffect.DEAD);
    }

    @ParameterizedTest
    @ValueSource(ints = {103, 106, 107, 109, 110, 111, 113, 321, 322, 329, 387, 434, 435})
    void validationEndsANewOrderAndLeavesAWorkingOneAsItWas(int code) {
        assertThat(ErrorCode.onNewOrder(code)).isEqualTo(OrderEffect.DEAD);
        assertThat(ErrorCode.onWorkingOrder(code)).isEqualTo(OrderEffect.ALIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 161, 10148, 99999})
    void codesThatDoNotTellKillNoOrder(int code) {
        assertThat(ErrorCode.onNewOrder(code)).isEqualTo(OrderEffect.UNKNOWN);
        assertThat(ErrorCode.onWorkingOrder(code)).isEqualTo(OrderEffect.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {10167, 10090, 10091, 317, 2174, 2152, 2199})
    void advisoriesKeepTheRequest(int code) {
        assertThat(ErrorCode.endsRequest(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 354, 10168, 10186, 10197, 322, 300, 77777})
    void everythingElseEndsIt(int code) {
        assertThat(ErrorCode.endsRequest(code)).isTrue();
    }

    @Test
    void listsNoCodeThatTheTableDoesNotHave() throws IOException {
        assumeThat(TABLE).exists();
        String table = Files.readString(TABLE) + Files.readString(TABLE.resolveSibling("behaviour.md"));

        for (ErrorCode code : ErrorCode.values()) {
            assertThat(table).as(code.name()).containsPattern("\\b" + code.code() + "\\b");
        }
    }
}
