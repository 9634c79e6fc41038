package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.wire.LoginZone;
import com.quanticity.ibkr.simulator.wire.WireTime;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Agrees on a server version: the smaller of our own and the client's highest. Source: tws-wire README, section 3. */
final class Handshake {

    private static final Pattern OFFER = Pattern.compile("v(\\d{1,9})(?:\\.\\.(\\d{1,9}))?(?: (.*))?");

    private final SessionOptions options;
    private final InstantSource time;
    private final Faults faults;

    Handshake(SessionOptions options, InstantSource time, Faults faults) {
        this.options = options;
        this.time = time;
        this.faults = faults;
    }

    /** The agreement, or empty when the client must be refused. */
    Optional<Agreed> answer(String offer) {
        Matcher range = OFFER.matcher(offer);
        if (!range.matches()) {
            return Optional.empty();
        }
        int least = Integer.parseInt(range.group(1));
        int most = range.group(2) == null ? least : Integer.parseInt(range.group(2));
        int version = Math.min(options.serverVersion(), most);
        if (version < least || version < SessionOptions.LOWEST_VERSION) {
            return Optional.empty();
        }
        boolean isPaced = range.group(3) != null && range.group(3).contains("+PACEAPI");
        return Optional.of(new Agreed(version, WireTime.zoned(time.instant(), zone()), isPaced));
    }

    private LoginZone zone() {
        String wrong = faults.zoneName();
        return wrong == null
                ? options.loginZone()
                : new LoginZone(wrong, options.loginZone().zone());
    }

    /**
     * What was agreed.
     *
     * @param isPaced the client wants its requests slowed down rather than refused
     */
    record Agreed(int version, String connectionTime, boolean isPaced) {}
}
