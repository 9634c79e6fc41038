package com.quanticity.ibkr.adapter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.risk.DenialReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DenialsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "denials.md");

    @ParameterizedTest
    @EnumSource(DenialReason.class)
    void everyCodeHasARowThatSaysWhetherItCanBeOverridden(DenialReason reason) throws IOException {
        String end = reason.isOverridable() ? "| yes |" : "| – |";

        assertThat(Files.readAllLines(DOCUMENT))
                .anyMatch(line -> line.startsWith("| `" + reason + "` |") && line.endsWith(end));
    }
}
