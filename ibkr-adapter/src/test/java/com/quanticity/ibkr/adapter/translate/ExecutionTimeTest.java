package com.quanticity.ibkr.adapter.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionTimeTest {

    @ParameterizedTest
    @CsvSource({
        "20260413 15:27:04 US/Eastern,       2026-04-13T19:27:04Z",
        "20260113 15:27:04 US/Eastern,       2026-01-13T20:27:04Z",
        "20131007  09:30:00 America/New_York,2013-10-07T13:30:00Z",
        "20260413-19:27:04,                  2026-04-13T19:27:04Z",
        "20260413 19:27:04 UTC,              2026-04-13T19:27:04Z",
    })
    void becomesUtc(String text, Instant expected) {
        assertThat(ExecutionTime.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20260413 15:27:04",
                "20260413 15:27:04 EST",
                "20260413 15:27:04 Mars/Olympus",
                "20261313 15:27:04 US/Eastern",
                "2026-04-13 15:27:04 US/Eastern",
            })
    void isAbsentWhenItCannotBeReadWithoutGuessing(String text) {
        assertThat(ExecutionTime.parse(text)).isNull();
    }

    @Test
    void isAbsentInTheHourThatTheClocksSkip() {
        assertThat(ExecutionTime.parse("20260308 02:30:00 US/Eastern")).isNull();
    }
}
