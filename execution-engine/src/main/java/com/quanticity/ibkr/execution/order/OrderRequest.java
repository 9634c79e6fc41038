package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.ledger.Fill;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Body of a new order. The symbol is only checked for its form; whether it can be traded is known by the adapter, whose refusal arrives
 * as status {@code DENIED}.
 */
@Schema(description = "A new order. Decimals may be JSON numbers or strings and are kept exactly.")
@LimitPriceMatchesType
record OrderRequest(
        @Schema(description = "symbol on the adapter's watch list", example = "SPY")
        @NotNull(message = "must be given") @Pattern(
                regexp = "[A-Z0-9][A-Z0-9 ./-]{0,31}",
                message =
                        "must be 1 to 32 capitals, digits, spaces, dots, slashes or hyphens, starting with a capital or digit")
        String symbol,

        @NotNull(message = "must be BUY or SELL") Side side,
        @NotNull(message = "must be MARKET or LIMIT") OrderType type,

        @Schema(description = "shares or contracts, at most 9 decimals", type = "string", example = "100")
        @NotNull(message = "must be given") @Positive(message = "must be greater than 0") @Digits(integer = 15, fraction = 9, message = "must have at most 15 digits before and 9 after the point") BigDecimal quantity,

        @Schema(description = "for LIMIT orders, and for no other", type = "string", example = "412.05")
        @Positive(message = "must be greater than 0") @Digits(integer = 15, fraction = 9, message = "must have at most 15 digits before and 9 after the point") @Nullable BigDecimal limitPrice,

        @Schema(description = "how long it lives", defaultValue = "DAY") @Nullable TimeInForce timeInForce,

        @Schema(description = "account to trade in, empty = the gateway's only account", defaultValue = "")
        @Pattern(regexp = "[A-Za-z0-9]{0,20}", message = "must be at most 20 letters and digits") @Nullable String account,

        @Schema(description = "who wants it, for attribution", defaultValue = "manual")
        @Pattern(
                regexp = "(?!" + Fill.EXTERNAL + "$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}",
                message = "must be 1 to 64 letters, digits, underscores, dots or hyphens and not '" + Fill.EXTERNAL
                        + "', which marks fills from elsewhere")
        @Nullable String strategy) {

    private static final String DEFAULT_STRATEGY = "manual";

    Order order(ClientOrderId clientOrderId) {
        return new Order(
                clientOrderId,
                account == null ? "" : account,
                symbol,
                side,
                type,
                plain(quantity),
                limitPrice == null ? null : plain(limitPrice),
                timeInForce == null ? TimeInForce.DAY : timeInForce,
                strategy == null ? DEFAULT_STRATEGY : strategy);
    }

    /** 1E+2 is 100; 2.50 stays as it is. */
    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** The terms of an order in a form that is equal exactly for equal orders: 1.50 and 1.5 are the same quantity. */
    static String fingerprint(Order order) {
        BigDecimal limitPrice = order.limitPrice();
        return String.join(
                "|",
                order.symbol(),
                order.side().name(),
                order.type().name(),
                Columns.canonical(order.quantity()).toPlainString(),
                limitPrice == null ? "" : Columns.canonical(limitPrice).toPlainString(),
                order.timeInForce().name(),
                order.account(),
                order.strategy());
    }
}
