package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.ledger.Fill;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderAttributes;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OpenClose;
import com.quanticity.ibkr.model.order.attribute.OrderAlgo;
import com.quanticity.ibkr.model.order.attribute.OrderConditions;
import com.quanticity.ibkr.model.order.attribute.ShortSale;
import com.quanticity.ibkr.model.order.attribute.TriggerMethod;
import com.quanticity.ibkr.model.order.check.Finding;
import com.quanticity.ibkr.model.order.check.OrderRules;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Body of a new order. Its form, and what goes together, is checked here; whether it can be traded is known by the adapter, whose refusal
 * arrives as status {@code DENIED}.
 */
@Schema(
        description =
                "A new order. Decimals may be JSON numbers or strings and are kept exactly. Each type has its prices:"
                        + " LIMIT, LIMIT_ON_CLOSE limitPrice; STOP stopPrice; STOP_LIMIT stopPrice, limitPrice; MARKET_IF_TOUCHED"
                        + " triggerPrice; LIMIT_IF_TOUCHED triggerPrice, limitPrice; TRAIL trailAmount or trailPercent, stopPrice if wanted;"
                        + " TRAIL_LIMIT these and limitOffset or limitPrice; RELATIVE offset or offsetPercent, limitPrice as cap;"
                        + " PEGGED_TO_MIDPOINT offset and limitPrice if wanted; MIDPRICE limitPrice if wanted.")
@PricesMatchType
record OrderRequest(
        @Schema(
                description =
                        "symbol on the adapter's watch list, or a contract that it resolved, in text form; absent when legs"
                                + " are given",
                example = "SPY")
        @Pattern(
                regexp = "conid:\\d{1,10}(@[A-Z0-9.]{1,15})?|[A-Z0-9](?:[A-Z0-9 .,/@:|+-]|conid:){0,399}",
                message =
                        "must be a symbol or contract in capitals, for example SPY, OPT:SPY 20261218 C 500 or conid:756733")
        @Nullable String symbol,

        @Schema(description = "two to four legs of a combination, in place of a symbol")
        @Size(min = 2, max = 4, message = "must be two to four legs") @Nullable List<@Valid LegRequest> legs,

        @Schema(
                description =
                        "how a combination is routed: the broker's tags, NonGuaranteed 1 lets its legs trade apart",
                example = "{\"NonGuaranteed\": \"1\"}")
        @Size(max = 10, message = "must be at most 10 tags") @Nullable Map<String, String> comboRouting,

        @NotNull(message = "must be BUY or SELL") Side side,

        @NotNull(message = "must be given, for example LIMIT") OrderType type,

        @Schema(description = "shares, contracts or combinations, at most 9 decimals", type = "string", example = "100")
        @NotNull(message = "must be given") @Positive(message = "must be greater than 0") @Amount
        BigDecimal quantity,

        @Schema(description = "limit, or cap where there is a peg", type = "string", example = "412.05")
        @Amount
        @Nullable BigDecimal limitPrice,

        @Schema(description = "price that wakes a stop, or where a trailing one starts", type = "string")
        @Amount
        @Nullable BigDecimal stopPrice,

        @Schema(description = "price that wakes an if-touched order", type = "string") @Amount @Nullable BigDecimal triggerPrice,

        @Schema(description = "distance of a trailing stop", type = "string") @Amount @Nullable BigDecimal trailAmount,

        @Schema(description = "the same in percent, 1.5 for 1.5 %", type = "string") @Amount @Nullable BigDecimal trailPercent,

        @Schema(description = "distance of a trailing limit from its stop", type = "string") @Amount @Nullable BigDecimal limitOffset,

        @Schema(description = "offset of a peg", type = "string") @Amount @Nullable BigDecimal offset,

        @Schema(description = "the same in percent", type = "string") @Amount @Nullable BigDecimal offsetPercent,

        @Schema(description = "how long it lives", defaultValue = "DAY") @Nullable TimeInForce timeInForce,

        @Schema(description = "end of a GOOD_TILL_DATE order, whole seconds") @Nullable Instant goodUntil,

        @Schema(description = "when it starts to work, whole seconds; absent = at once") @Nullable Instant goodFrom,

        @Schema(description = "one cancels all: orders with the same name", nullable = true) @Nullable OcaGroup oca,

        @Schema(description = "live order whose fill wakes this one; of a bracket use POST /api/v1/orders/groups")
        @Nullable String parentClientOrderId,

        @Schema(description = "also works outside regular hours", defaultValue = "false") @Nullable Boolean outsideRth,

        @Schema(description = "shown size of an iceberg", type = "string") @Amount @Nullable BigDecimal displaySize,

        @Schema(description = "not shown at all", defaultValue = "false") @Nullable Boolean hidden,

        @Schema(description = "filled whole or not at all", defaultValue = "false") @Nullable Boolean allOrNone,

        @Nullable TriggerMethod triggerMethod,
        @Nullable OrderConditions conditions,
        @Nullable OrderAlgo algo,
        @Nullable OpenClose openClose,
        @Nullable ShortSale shortSale,

        @Schema(description = "account to trade in, empty = the gateway's only account", defaultValue = "")
        @Pattern(regexp = "[A-Za-z0-9]{0,20}", message = "must be at most 20 letters and digits") @Nullable String account,

        @Schema(description = "who wants it, for attribution", defaultValue = "manual")
        @Pattern(
                regexp = "(?!" + Fill.EXTERNAL + "$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}",
                message = "must be 1 to 64 letters, digits, underscores, dots or hyphens and not '" + Fill.EXTERNAL
                        + "', which marks fills from elsewhere")
        @Nullable String strategy,

        @Schema(description = "name in the algorithm register of what decided it")
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}",
                message = "must be 1 to 64 letters, digits, underscores, dots or hyphens")
        @Nullable String algorithm,

        @Schema(description = "who decided it")
        @Pattern(regexp = "[^\\p{Cntrl}]{1,64}", message = "must be 1 to 64 characters") @Nullable String person) {

    private static final String DEFAULT_STRATEGY = "manual";

    /** What is traded, in text form. */
    String contract() {
        return legs == null
                ? Objects.requireNonNullElse(symbol, "")
                : new ContractSpec.Combination(
                                legs.stream().map(LegRequest::leg).toList())
                        .text();
    }

    OrderPrices prices() {
        return new OrderPrices(
                plainOrNull(limitPrice),
                plainOrNull(stopPrice),
                plainOrNull(triggerPrice),
                plainOrNull(trailAmount),
                plainOrNull(trailPercent),
                plainOrNull(limitOffset),
                plainOrNull(offset),
                plainOrNull(offsetPercent));
    }

    /**
     * The order, by the rules of orders sent alone.
     *
     * @throws com.quanticity.ibkr.service.problem.ApiException 400 that names every field that is wrong
     */
    Order order(ClientOrderId clientOrderId, Instant now) {
        Order order = order(clientOrderId);
        InvalidOrders.refuse(OrderRules.check(order, now));
        return order;
    }

    /** The order, its rules not checked. */
    Order order(ClientOrderId clientOrderId) {
        checkContract();
        return new Order(
                clientOrderId,
                account == null ? "" : account,
                contract(),
                side,
                plain(quantity),
                prices().terms(type),
                new Lifetime(timeInForce == null ? TimeInForce.DAY : timeInForce, goodUntil, goodFrom),
                attributes(),
                strategy == null ? DEFAULT_STRATEGY : strategy,
                algorithm,
                person);
    }

    private OrderAttributes attributes() {
        return OrderAttributes.builder()
                .oca(oca)
                .parent(parentClientOrderId == null ? null : parent(parentClientOrderId))
                .outsideRth(Boolean.TRUE.equals(outsideRth))
                .displaySize(plainOrNull(displaySize))
                .hidden(Boolean.TRUE.equals(hidden))
                .allOrNone(Boolean.TRUE.equals(allOrNone))
                .triggerMethod(triggerMethod)
                .conditions(conditions)
                .algo(algo)
                .openClose(openClose)
                .shortSale(shortSale)
                .comboRouting(comboRouting == null ? Map.of() : comboRouting)
                .build();
    }

    private static ClientOrderId parent(String text) {
        try {
            return ClientOrderId.of(text);
        } catch (IllegalArgumentException e) {
            InvalidOrders.refuse(List.of(new Finding("parentClientOrderId", text, "must be the id of an order")));
            throw e;
        }
    }

    /** A plain name may stand on the watch list; a typed text must be one. */
    private void checkContract() {
        if (symbol != null && symbol.contains(":")) {
            try {
                ContractSpec.parse(symbol);
            } catch (IllegalArgumentException e) {
                InvalidOrders.refuse(List.of(new Finding("symbol", symbol, "must be a contract: " + e.getMessage())));
            }
        }
    }

    private static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal value) {
        return value == null ? null : plain(value);
    }

    /** 1E+2 is 100; 2.50 stays as it is. */
    static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
