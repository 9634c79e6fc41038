package com.quanticity.ibkr.quickstart.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReportTest {

    @Test
    void repeatsTheProgramsOwnLine() {
        assertThat(FailureReport.reason(List.of(
                        "2026-01-05 INFO  starting",
                        "cannot start: PostgreSQL refuses the password of adapter. Do: mend it",
                        "bye")))
                .hasValue("PostgreSQL refuses the password of adapter. Do: mend it");
    }

    @Test
    void joinsDescriptionAndAction() {
        assertThat(FailureReport.reason(List.of(
                        "APPLICATION FAILED TO START",
                        "",
                        "Description:",
                        "",
                        "Port 1 is taken.",
                        "",
                        "Action:",
                        "",
                        "Choose another.")))
                .hasValue("Port 1 is taken. Choose another.");
    }

    @Test
    void fallsBackToTheLastWords() {
        assertThat(FailureReport.reason(List.of("Exception in thread main: boom", "\tat here", "", "  ... 4 more")))
                .hasValue("Exception in thread main: boom");
    }

    @Test
    void saysNothingWithoutALog() {
        assertThat(FailureReport.reason(List.of())).isEmpty();
    }
}
