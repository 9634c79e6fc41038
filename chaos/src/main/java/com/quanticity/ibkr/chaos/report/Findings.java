package com.quanticity.ibkr.chaos.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What runs have found so far, kept in {@code findings.md} beside this class: whoever mends a defect adds its line. */
final class Findings {

    private Findings() {}

    static List<String> lines() {
        try (InputStream text = Findings.class.getResourceAsStream("findings.md")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
