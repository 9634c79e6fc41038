package com.quanticity.ibkr.gateway.internal.impairment;

import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.session.FarmStatus.Kind;
import com.quanticity.ibkr.gateway.session.FarmStatus.State;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A notice about a data farm. Source: wire specification, behaviour section 2. */
record FarmNotice(String farm, Kind kind, State state) {

    private static final Pattern AFTER_COLON = Pattern.compile(":\\s*(\\S+)\\s*$");

    /** Farms have dots in their names, so the name begins after the first full stop that no space follows. */
    private static final Pattern AFTER_FULL_STOP = Pattern.compile("\\.(\\S+)\\s*$");

    static Optional<FarmNotice> of(ErrorMessage notice) {
        String text = notice.errorMsg();
        return switch (notice.errorCode()) {
            case 2103 -> notice(AFTER_COLON, text, Kind.MARKET_DATA, State.BROKEN);
            case 2104 -> notice(AFTER_COLON, text, Kind.MARKET_DATA, State.OK);
            case 2105 -> notice(AFTER_COLON, text, Kind.HISTORY, State.BROKEN);
            case 2106 -> notice(AFTER_COLON, text, Kind.HISTORY, State.OK);
            case 2107 -> notice(AFTER_FULL_STOP, text, Kind.HISTORY, State.IDLE);
            case 2108 -> notice(AFTER_FULL_STOP, text, Kind.MARKET_DATA, State.IDLE);
            case 2119 -> notice(AFTER_COLON, text, Kind.MARKET_DATA, State.CONNECTING);
            case 2157 -> notice(AFTER_COLON, text, Kind.DEFINITIONS, State.BROKEN);
            case 2158 -> notice(AFTER_COLON, text, Kind.DEFINITIONS, State.OK);
            default -> Optional.empty();
        };
    }

    private static Optional<FarmNotice> notice(Pattern name, String text, Kind kind, State state) {
        Matcher matcher = name.matcher(text);
        return Optional.of(new FarmNotice(matcher.find() ? matcher.group(1) : "", kind, state));
    }
}
