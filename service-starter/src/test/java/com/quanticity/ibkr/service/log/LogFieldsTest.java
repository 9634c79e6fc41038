package com.quanticity.ibkr.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFieldsTest {

    @Test
    void makesFieldsOfALine() {
        assertThat(
                        LogFields.fields(
                                "order rejected clientOrderId=01J9 clientId=1 symbol=SPY errorCode=201 reason=margin is short; add funds"))
                .containsExactly(
                        entry("event", "order rejected"),
                        entry("clientOrderId", "01J9"),
                        entry("clientId", "1"),
                        entry("symbol", "SPY"),
                        entry("errorCode", "201"),
                        entry("reason", "margin is short"),
                        entry("correlationId", "01J9"));
    }

    @Test
    void keepsClearOfTheNamesOfTheFormat() {
        assertThat(LogFields.fields("gateway notice clientId=1 errorCode=2103 message=farm broken:usfarm"))
                .containsEntry("messageText", "farm broken:usfarm")
                .doesNotContainKey("message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "a=", "URL http://x?a=b", ""})
    void leavesOtherLinesAlone(String line) {
        assertThat(LogFields.fields(line)).doesNotContainKey("URL").hasSizeLessThan(3);
    }

    @ParameterizedTest
    @CsvSource({
        "account=DU1234567 missing, account=DU*** missing",
        "account=U7654321, account=U***",
        "DUP123456, DUP***",
        "order SPY 261218C00600000, order SPY 261218C00600000"
    })
    void masksAccountNumbers(String text, String masked) {
        assertThat(AccountNumbers.masked(text)).isEqualTo(masked);
    }
}
