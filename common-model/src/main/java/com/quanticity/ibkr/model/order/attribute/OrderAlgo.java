package com.quanticity.ibkr.model.order.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An algorithm of the broker that works the order. Times are UTC, whole seconds, null = from now and to the close. {@code maxShare} is the
 * largest share of the volume, 0.1 for 10 %.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderAlgo.Adaptive.class, name = "ADAPTIVE"),
    @JsonSubTypes.Type(value = OrderAlgo.Twap.class, name = "TWAP"),
    @JsonSubTypes.Type(value = OrderAlgo.Vwap.class, name = "VWAP"),
    @JsonSubTypes.Type(value = OrderAlgo.ArrivalPrice.class, name = "ARRIVAL_PRICE")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface OrderAlgo {

    /** Looks for the best price inside the spread, as fast as the priority says. */
    record Adaptive(Priority priority) implements OrderAlgo {}

    /** Evenly over time. */
    record Twap(
            Style style, @Nullable Instant start, @Nullable Instant end, boolean allowPastEnd) implements OrderAlgo {}

    /** In step with the volume. */
    record Vwap(
            @Nullable BigDecimal maxShare,
            @Nullable Instant start,
            @Nullable Instant end,
            boolean allowPastEnd,
            boolean noTakeLiquidity,
            boolean speedUp)
            implements OrderAlgo {}

    /** Close to the price at the start, weighing impact against the risk of waiting. */
    record ArrivalPrice(
            @Nullable BigDecimal maxShare,
            RiskAversion riskAversion,
            @Nullable Instant start,
            @Nullable Instant end,
            boolean forceCompletion,
            boolean allowPastEnd)
            implements OrderAlgo {}

    /** How soon an adaptive order wants to be filled. */
    enum Priority {
        URGENT("Urgent"),
        NORMAL("Normal"),
        PATIENT("Patient");

        private final String wireCode;

        Priority(String wireCode) {
            this.wireCode = wireCode;
        }

        public String wireCode() {
            return wireCode;
        }
    }

    /** Where the pieces of a TWAP are priced. */
    enum Style {
        MARKETABLE("Marketable"),
        MATCHING("Matching"),
        MIDPOINT("Midpoint"),
        MATCHING_SAME_SIDE("Matching Same Side"),
        MATCHING_LAST("Matching Last");

        private final String wireCode;

        Style(String wireCode) {
            this.wireCode = wireCode;
        }

        public String wireCode() {
            return wireCode;
        }
    }

    /** How much waiting is feared. */
    enum RiskAversion {
        GET_DONE("Get Done"),
        AGGRESSIVE("Aggressive"),
        NEUTRAL("Neutral"),
        PASSIVE("Passive");

        private final String wireCode;

        RiskAversion(String wireCode) {
            this.wireCode = wireCode;
        }

        public String wireCode() {
            return wireCode;
        }
    }
}
