package com.quanticity.ibkr.gateway.internal.notice;

import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import java.util.Locale;

/** Recognises a gateway that is set to read-only. Source: wire specification, behaviour section 9. */
public final class ReadOnlyMode {

    private static final int REQUEST_NOT_VALID = 321;

    private ReadOnlyMode() {}

    /** 321 means many things; only the text says which. The id is an order's, −1, or the largest int of old versions. */
    public static boolean isMeantBy(ErrorMessage error) {
        return error.errorCode() == REQUEST_NOT_VALID
                && error.errorMsg().toLowerCase(Locale.ROOT).contains("read-only");
    }
}
