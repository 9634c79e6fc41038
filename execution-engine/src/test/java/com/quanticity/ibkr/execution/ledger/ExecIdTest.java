package com.quanticity.ibkr.execution.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecIdTest {

    @ParameterizedTest
    @CsvSource({
        "0000e0d5.6161a1b2.01.01, 0000e0d5.6161a1b2.01, 1",
        "0000e0d5.6161a1b2.01.12, 0000e0d5.6161a1b2.01, 12",
        "0000e0d5.6161a1b2.01.0A, 0000e0d5.6161a1b2.01.0A, 0",
        "plain, plain, 0",
        "'.1', '.1', 0",
        "a., a., 0"
    })
    void splitsOffTheRevision(String text, String family, long revision) {
        assertThat(ExecId.of(text)).isEqualTo(new ExecId(text, family, revision));
    }
}
