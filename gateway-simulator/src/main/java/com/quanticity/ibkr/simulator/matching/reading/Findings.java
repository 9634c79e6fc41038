package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Notice;
import com.quanticity.ibkr.simulator.matching.reading.OrderReading.Refusal;
import com.quanticity.ibkr.simulator.wire.WireTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the readers found to say about one order: its first refusal and all warnings. */
final class Findings {

    private static final Notice ZONE_ASSUMED = new Notice(
            2174,
            "Warning: You submitted request with date-time attributes without explicit time zone."
                    + " The login time zone is assumed.");

    private final ZoneId loginZone;
    private final List<Notice> warnings = new ArrayList<>();
    private @Nullable Refusal refusal;

    /** @param loginZone in which times without a zone are read */
    Findings(ZoneId loginZone) {
        this.loginZone = loginZone;
    }

    /** A time in any spelling of the protocol, with one warning an order when its zone is missing. */
    Optional<Instant> time(String text) {
        Optional<WireTime.Given> given = WireTime.parse(text, loginZone);
        boolean isAssumed = given.isPresent() && !given.get().hasZone();
        if (isAssumed && !warnings.contains(ZONE_ASSUMED)) {
            warnings.add(ZONE_ASSUMED);
        }
        return given.map(WireTime.Given::instant);
    }

    /** Refuses the order; only the first reason counts. */
    void refuse(int code, String text) {
        refusal = refusal == null ? new Refusal(code, text) : refusal;
    }

    void refuseIf(boolean isWrong, int code, String text) {
        if (isWrong) {
            refuse(code, text);
        }
    }

    /** Refuses the order as a gateway words a failed validation. */
    void invalidIf(boolean isWrong, String cause) {
        refuseIf(isWrong, 321, "Error validating request.-'bF' : cause - " + cause);
    }

    void warn(int code, String text) {
        warnings.add(new Notice(code, text));
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    List<Notice> warnings() {
        return List.copyOf(warnings);
    }
}
