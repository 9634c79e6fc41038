package com.quanticity.ibkr.gateway.internal.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.ops.AlarmKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every alarm has a runbook, and every runbook an alarm. */
class RunbookTest {

    private static final Path REPOSITORY = Path.of("..");

    @Test
    void runbooksAndAlarmsAgree() throws IOException {
        try (Stream<Path> files = Files.list(REPOSITORY.resolve("docs/runbooks"))) {
            List<String> names = files.map(file -> REPOSITORY.relativize(file).toString())
                    .filter(name -> !name.endsWith("README.md"))
                    .toList();

            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(AlarmKind.values())
                            .map(AlarmKind::runbook)
                            .toList());
        }
    }

    /** What nobody notices by trading must be told with where it shows. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"AUDIT_.*", "STATEMENT_.*", "DISCREPANCY", "DROP_COPY_.*", "RECONCILIATION_.*"})
    void runbookOfBooksAndRecordSaysWhatTheOperatorSees(AlarmKind kind) throws IOException {
        assertThat(Files.readString(REPOSITORY.resolve(kind.runbook()))).contains("## Seen\n\nConsole: ");
    }

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void runbookSaysWhatTheRegistrySaysAndHowToGoOn(AlarmKind kind) throws IOException {
        String text = Files.readString(REPOSITORY.resolve(kind.runbook()));

        assertThat(text)
                .startsWith("# " + kind + "\n")
                .contains(kind.severity().name())
                .contains(kind.condition())
                .contains(kind.consequence())
                .contains(kind.firstAction())
                .contains("## First", "## Verify", "## Back to normal");
    }
}
