package com.quanticity.ibkr.model.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An instruction to trade one contract. Which terms, lifetimes and attributes go together is told by {@code OrderRules}.
 *
 * @param clientOrderId our id, unique for ever
 * @param account account to trade in, empty = the gateway's only account
 * @param symbol the contract in text form, see {@code ContractSpec}; combinations are {@code BAG:+1 LEG | -1 LEG}
 * @param side buy or sell
 * @param quantity shares, contracts or combinations, greater than zero
 * @param terms how it is priced
 * @param lifetime when it starts and ends
 * @param attributes everything else it carries
 * @param strategy who wants it, for attribution; never blank
 * @param algorithm name in the algorithm register of what decided it, null when a person did
 * @param person who decided it, null when an algorithm did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(
        ClientOrderId clientOrderId,
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        OrderTerms terms,
        Lifetime lifetime,
        OrderAttributes attributes,
        String strategy,
        @Nullable String algorithm,
        @Nullable String person) {

    public Order {
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(lifetime, "lifetime");
        Objects.requireNonNull(attributes, "attributes");
        if (symbol.isBlank() || strategy.isBlank()) {
            throw new IllegalArgumentException("order " + clientOrderId + " needs a symbol and a strategy");
        }
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("quantity must be greater than zero, was " + quantity.toPlainString());
        }
    }

    /** A market or limit order without attributes. */
    public Order(
            ClientOrderId clientOrderId,
            String account,
            String symbol,
            Side side,
            OrderType type,
            BigDecimal quantity,
            @Nullable BigDecimal limitPrice,
            TimeInForce timeInForce,
            String strategy) {
        this(
                clientOrderId,
                account,
                symbol,
                side,
                quantity,
                plain(type, limitPrice),
                Lifetime.of(timeInForce),
                OrderAttributes.NONE,
                strategy,
                null,
                null);
    }

    /** An order for the day on the gateway's only account. */
    public static Order of(
            ClientOrderId clientOrderId,
            String symbol,
            Side side,
            BigDecimal quantity,
            OrderTerms terms,
            String strategy) {
        return new Order(
                clientOrderId,
                "",
                symbol,
                side,
                quantity,
                terms,
                Lifetime.DAY,
                OrderAttributes.NONE,
                strategy,
                null,
                null);
    }

    /** Reads orders of both schema versions: version 1 had type, limit price and time in force instead of terms, lifetime and attributes. */
    @JsonCreator
    static Order read(
            @JsonProperty("clientOrderId") ClientOrderId clientOrderId,
            @JsonProperty("account") String account,
            @JsonProperty("symbol") String symbol,
            @JsonProperty("side") Side side,
            @JsonProperty("quantity") BigDecimal quantity,
            @JsonProperty("terms") @Nullable OrderTerms terms,
            @JsonProperty("lifetime") @Nullable Lifetime lifetime,
            @JsonProperty("attributes") @Nullable OrderAttributes attributes,
            @JsonProperty("strategy") String strategy,
            @JsonProperty("algorithm") @Nullable String algorithm,
            @JsonProperty("person") @Nullable String person,
            @JsonProperty("type") @Nullable OrderType type,
            @JsonProperty("limitPrice") @Nullable BigDecimal limitPrice,
            @JsonProperty("timeInForce") @Nullable TimeInForce timeInForce) {
        return new Order(
                clientOrderId,
                account,
                symbol,
                side,
                quantity,
                terms != null ? terms : plain(Objects.requireNonNull(type, "terms"), limitPrice),
                lifetime != null ? lifetime : Lifetime.of(Objects.requireNonNull(timeInForce, "lifetime")),
                attributes != null ? attributes : OrderAttributes.NONE,
                strategy,
                algorithm,
                person);
    }

    /** Written beside the terms, like limit price and time in force, for readers that know schema version 1 only. */
    @JsonProperty("type")
    public OrderType type() {
        return terms.type();
    }

    /** Limit or cap, null when there is none. */
    @JsonProperty("limitPrice")
    public @Nullable BigDecimal limitPrice() {
        return terms.limitPrice();
    }

    @JsonProperty("timeInForce")
    public TimeInForce timeInForce() {
        return lifetime.timeInForce();
    }

    public Order withAccount(String other) {
        return new Order(
                clientOrderId, other, symbol, side, quantity, terms, lifetime, attributes, strategy, algorithm, person);
    }

    public Order withQuantity(BigDecimal other) {
        return with(other, terms, lifetime);
    }

    public Order withTerms(OrderTerms other) {
        return with(quantity, other, lifetime);
    }

    public Order withLifetime(Lifetime other) {
        return with(quantity, terms, other);
    }

    public Order withAttributes(OrderAttributes other) {
        return new Order(
                clientOrderId, account, symbol, side, quantity, terms, lifetime, other, strategy, algorithm, person);
    }

    /** The same, decided by this algorithm of the register, or by this person. */
    public Order decidedBy(@Nullable String algorithmName, @Nullable String personName) {
        return new Order(
                clientOrderId,
                account,
                symbol,
                side,
                quantity,
                terms,
                lifetime,
                attributes,
                strategy,
                algorithmName,
                personName);
    }

    private Order with(BigDecimal otherQuantity, OrderTerms otherTerms, Lifetime otherLifetime) {
        return new Order(
                clientOrderId,
                account,
                symbol,
                side,
                otherQuantity,
                otherTerms,
                otherLifetime,
                attributes,
                strategy,
                algorithm,
                person);
    }

    private static OrderTerms plain(OrderType type, @Nullable BigDecimal limitPrice) {
        if ((type == OrderType.LIMIT) != (limitPrice != null) || type != OrderType.MARKET && type != OrderType.LIMIT) {
            throw new IllegalArgumentException(
                    "a limit price belongs to LIMIT orders and to no other, type was " + type);
        }
        return OrderTerms.of(limitPrice);
    }
}
