package com.quanticity.ibkr.gateway.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** What a text of the broker says about time: never more than it says. */
public sealed interface GatewayTime {

    /** A moment. */
    record Moment(Instant at) implements GatewayTime {}

    /** A day of the field's own calendar, such as the exchange's for a daily bar; no moment. */
    record Day(LocalDate date) implements GatewayTime {}

    /** A time of day without a day, in the zone of the gateway's login. */
    record TimeOfDay(LocalTime time) implements GatewayTime {}

    /**
     * The text does not say which moment it is, or is no time at all.
     *
     * @param text as received
     * @param reason one phrase
     */
    record Unknown(String text, String reason) implements GatewayTime {}

    /** The moment; empty for everything else. */
    default Optional<Instant> moment() {
        return this instanceof Moment(Instant at) ? Optional.of(at) : Optional.empty();
    }
}
