package com.quanticity.ibkr.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the enum with the specification's table, where that is at hand. */
class ErrorTableTest {

    private static final Path TABLE = Path.of("..", "..", "shared", "tws-wire", "errors.md");
    private static final Pattern ROW =
            Pattern.compile("\\| ([0-9., ]+) \\| .*? \\| ([a-z-]+) \\| ([a-z/]+) \\| .*? \\|");

    /** A code of behaviour section 10 that the table leaves out. */
    private static final int ONLY_IN_BEHAVIOUR = ErrorCode.SIZE_NOTICE.code();

    @Test
    void everyRowStandsInTheEnumWithItsClassAndScope() throws IOException {
        assumeThat(TABLE).exists();

        Map<Integer, String> table = table();

        assertThat(table).hasSize(355);
        assertThat(ours(table.keySet().stream())).isEqualTo(table);
    }

    @Test
    void theEnumHasNoCodeThatTheTableLacks() throws IOException {
        assumeThat(TABLE).exists();

        List<Integer> codes = Stream.of(ErrorCode.values()).map(ErrorCode::code).toList();

        assertThat(table().keySet())
                .containsAll(
                        codes.stream().filter(code -> code != ONLY_IN_BEHAVIOUR).toList());
        assertThat(codes).hasSize(282).isSorted();
    }

    @Test
    void whatTheTableLetsLiveOrEndDoesSo() throws IOException {
        assumeThat(TABLE).exists();
        List<String> differences = new ArrayList<>();

        for (String line : Files.readAllLines(TABLE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                compareEffect(Integer.parseInt(row.group(1).split("\\D")[0]), line, differences);
            }
        }

        assertThat(differences).isEmpty();
    }

    private static void compareEffect(int code, String line, List<String> differences) {
        ErrorMeaning request = ErrorCatalogue.meaning(code, ErrorContext.REQUEST, "");
        ErrorMeaning modified = ErrorCatalogue.meaning(code, ErrorContext.MODIFIED_ORDER, "");
        ErrorMeaning fresh = ErrorCatalogue.meaning(code, ErrorContext.NEW_ORDER, "");
        if (line.contains("request lives") && request.endsRequest()) {
            differences.add(code + " ends a request that lives");
        }
        if (line.matches(".*\\| (over|request is over|request over)\\b.*") && !request.endsRequest()) {
            differences.add(code + " keeps a request that is over");
        }
        if (line.contains("order lives") && modified.order() != OrderEffect.ALIVE) {
            differences.add(code + " ends an order that lives");
        }
        if (line.contains("order dead") && fresh.order() != OrderEffect.DEAD) {
            differences.add(code + " keeps a dead order");
        }
    }

    private static Map<Integer, String> ours(Stream<Integer> codes) {
        Map<Integer, String> ours = new TreeMap<>();
        codes.forEach(code -> {
            Optional<ErrorCode> known = ErrorCode.of(code);
            ours.put(code, known.map(ErrorTableTest::columns).orElse("missing"));
        });
        return ours;
    }

    private static String columns(ErrorCode code) {
        return code.errorClass().text() + " " + code.scope().text();
    }

    private static Map<Integer, String> table() throws IOException {
        Map<Integer, String> table = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                numbers(row.group(1)).forEach(code -> table.put(code, row.group(2) + " " + row.group(3)));
            }
        }
        return table;
    }

    /** For example {@code 510..578, 580..584, 587}. */
    private static List<Integer> numbers(String column) {
        return Stream.of(column.split(","))
                .map(part -> part.strip().split("\\.\\."))
                .flatMap(ends -> IntStream.rangeClosed(
                                Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                        .boxed())
                .collect(Collectors.toList());
    }
}
