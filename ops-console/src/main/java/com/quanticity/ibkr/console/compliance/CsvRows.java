package com.quanticity.ibkr.console.compliance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Rows as CSV (RFC 4180), UTF-8, one line of column names; times ISO UTC, decimals plain, absent = empty. */
final class CsvRows implements RowSink {

    private final CSVPrinter printer;

    CsvRows(OutputStream out) throws IOException {
        String[] names = Arrays.stream(ExecutionRow.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);
        this.printer = CSVFormat.RFC4180
                .builder()
                .setHeader(names)
                .get()
                .print(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void accept(ExecutionRow row) {
        try {
            for (RecordComponent component : ExecutionRow.class.getRecordComponents()) {
                printer.print(text(component.getAccessor().invoke(row)));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's own accessor failed", e);
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            default -> value.toString();
        };
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
