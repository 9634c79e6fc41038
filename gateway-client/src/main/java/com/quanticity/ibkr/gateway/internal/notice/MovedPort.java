package com.quanticity.ibkr.gateway.internal.notice;

import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 1300: the gateway's API port was changed and this connection is being dropped; the new port is in the text. */
public final class MovedPort {

    private static final int PORT_CHANGED = 1300;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,5})\\D*$");

    private MovedPort() {}

    /** Empty when the notice is about something else or names no port. */
    public static OptionalInt of(ErrorMessage notice) {
        Matcher number = LAST_NUMBER.matcher(notice.errorMsg());
        if (notice.errorCode() != PORT_CHANGED || !number.find()) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(number.group(1));
        return port >= 1 && port <= HIGHEST_PORT ? OptionalInt.of(port) : OptionalInt.empty();
    }
}
