package com.quanticity.ibkr.execution.idempotency;

import com.quanticity.ibkr.service.problem.ApiException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caller's name for one request: sent again with the same key, it is the same request. 1 to 64 printable ASCII characters. */
public record IdempotencyKey(String text) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[!-~]([ -~]{0,62}[!-~])?");

    /** @throws ApiException 400 when the header is missing or has another form */
    public static IdempotencyKey of(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            throw ApiException.badRequest(
                    "IDEMPOTENCY_KEY_MISSING",
                    "Header " + HEADER
                            + " is missing. Send a new key for a new order, and the same key to repeat a request.");
        }
        if (!FORM.matcher(header).matches()) {
            throw ApiException.badRequest(
                    "IDEMPOTENCY_KEY_INVALID",
                    "Header " + HEADER + " must be 1 to 64 printable ASCII characters, had " + header.length() + ".");
        }
        return new IdempotencyKey(header);
    }
}
