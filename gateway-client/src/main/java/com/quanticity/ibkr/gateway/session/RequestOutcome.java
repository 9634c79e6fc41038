package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import java.time.Duration;
import java.util.List;

/** How a request with an end ended. */
public sealed interface RequestOutcome {

    /** Complete. Events in order, the end marker left out; possibly empty. */
    record Answered(List<GatewayEvent> events) implements RequestOutcome {
        public Answered {
            events = List.copyOf(events);
        }

        /** The events of one kind. */
        public <T extends GatewayEvent> List<T> events(Class<T> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    /** The broker said no; nothing further comes under this id. */
    record BrokerError(int code, String message) implements RequestOutcome {}

    /** No end in time. What arrived so far was delivered to the listener; later answers will be too. */
    record TimedOut(Duration timeout) implements RequestOutcome {}

    /** The connection ended first. */
    record ConnectionLost(String reason) implements RequestOutcome {}

    /** Refused at our own end; nothing was sent. */
    record NotSent(SendOutcome.Refused refusal) implements RequestOutcome {}

    default boolean isAnswered() {
        return this instanceof Answered;
    }
}
