package com.quanticity.ibkr.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/error-codes.md} equal to the enum. Write it anew with {@code -Dibkr.docs.write=true}. */
class ErrorDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "error-codes.md");

    @Test
    void documentIsWhatTheCatalogueSays() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Error codes

                Generated from `ErrorCode` by `ErrorDocumentTest`; do not edit. What the broker's codes mean to this platform. The order columns
                say what becomes of the order when the code answers a new order, a change, a cancel, or comes by itself; `unknown` means that
                open orders and executions are asked for. An unlisted code never ends an order; it ends a request, unless it lies in 2100..2199
                (warning). 161, 162, 201, 202, 321, 322 and 10148 are read together with their text.

                | code | meaning | class | scope | new | changed | cancelled | working | request | what to do |
                |---|---|---|---|---|---|---|---|---|---|
                """);
        for (ErrorCode code : ErrorCode.values()) {
            text.append(row(code));
        }

        if (Boolean.getBoolean("ibkr.docs.write")) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("run this test with -Dibkr.docs.write=true and commit docs/error-codes.md")
                .isEqualTo(text.toString());
    }

    private static String row(ErrorCode code) {
        boolean ofOrder = code.scope() == ErrorScope.ORDER || code.scope() == ErrorScope.REQUEST_OR_ORDER;
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        code == ErrorCode.SENDING_A_REQUEST_FAILED ? "510..578, 580..584, 587" : code.code(),
                        code.text(),
                        code.errorClass().text(),
                        code.scope().text(),
                        ofOrder ? order(code, ErrorContext.NEW_ORDER) : "",
                        ofOrder ? order(code, ErrorContext.MODIFIED_ORDER) : "",
                        ofOrder ? order(code, ErrorContext.CANCELLED_ORDER) : "",
                        ofOrder ? order(code, ErrorContext.WORKING_ORDER) : "",
                        request(code),
                        code.action());
    }

    private static String order(ErrorCode code, ErrorContext context) {
        return ErrorCatalogue.meaning(code.code(), context, "").order().name().toLowerCase(Locale.ROOT);
    }

    private static String request(ErrorCode code) {
        if (code.scope() == ErrorScope.SESSION || code.scope() == ErrorScope.ORDER) {
            return "";
        }
        boolean data = ErrorCatalogue.meaning(code.code(), ErrorContext.MARKET_DATA, "")
                .endsRequest();
        boolean other =
                ErrorCatalogue.meaning(code.code(), ErrorContext.REQUEST, "").endsRequest();
        if (data != other) {
            return "level 1 data lives, else over";
        }
        return other ? "over" : "lives";
    }
}
