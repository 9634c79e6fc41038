package com.quanticity.ibkr.model.order.attribute;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.math.BigDecimal;
import java.time.Instant;

/** One condition of an order. {@code symbol} is a contract in text form, see {@code ContractSpec}; {@code above} is true for "at or above". */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderCondition.Price.class, name = "PRICE"),
    @JsonSubTypes.Type(value = OrderCondition.Time.class, name = "TIME"),
    @JsonSubTypes.Type(value = OrderCondition.Margin.class, name = "MARGIN"),
    @JsonSubTypes.Type(value = OrderCondition.Execution.class, name = "EXECUTION"),
    @JsonSubTypes.Type(value = OrderCondition.Volume.class, name = "VOLUME"),
    @JsonSubTypes.Type(value = OrderCondition.PercentChange.class, name = "PERCENT_CHANGE")
})
public sealed interface OrderCondition {

    /** How it goes together with the next one; of no meaning for the last. */
    Join join();

    /** How a condition goes together with the next one. */
    enum Join {
        AND,
        OR
    }

    /** The price of a contract. */
    record Price(Join join, String symbol, boolean above, BigDecimal price, TriggerMethod triggerMethod)
            implements OrderCondition {}

    /** A moment, UTC, whole seconds; {@code after} false means before it. */
    record Time(Join join, boolean after, Instant at) implements OrderCondition {}

    /** The account's margin cushion in whole percent. */
    record Margin(Join join, boolean above, int percent) implements OrderCondition {}

    /** Any execution of the account in this symbol. */
    record Execution(Join join, SecurityType securityType, String exchange, String symbol) implements OrderCondition {}

    /** The day's volume of a contract. */
    record Volume(Join join, String symbol, boolean above, int volume) implements OrderCondition {}

    /** A contract's change since the last close, in percent. */
    record PercentChange(Join join, String symbol, boolean above, BigDecimal percent) implements OrderCondition {}
}
