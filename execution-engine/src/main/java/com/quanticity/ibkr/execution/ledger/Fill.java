package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution as it counts in our books, the latest correction applied.
 *
 * @param execId the broker's id
 * @param place position in our order of arrival; a correction keeps the place of what it corrects
 * @param clientOrderId our order, null or an unknown id for an adopted fill
 * @param strategy the order's strategy, {@value #EXTERNAL} for an adopted fill
 * @param quantity of this trade, not signed; zero after a bust
 * @param price per share in contract currency
 * @param pointValue what one unit of the price is worth on one share or contract, in contract currency
 * @param executedAt the exchange's time, null when it was not readable
 * @param commission paid, null while not reported
 * @param commissionCurrency ISO code, null while not reported
 * @param brokerRealizedPnl what the broker says it realised, null when it opened a position or is not reported
 * @param recordedAt when we recorded it
 * @param origin who caused it; what the platform did not ask for is adopted
 * @param part what it counts for; with a combination its legs move positions and it fills the order
 */
public record Fill(
        String execId,
        long place,
        @Nullable ClientOrderId clientOrderId,
        String strategy,
        String account,
        ContractId contractId,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal pointValue,
        String exchange,
        @Nullable Instant executedAt,
        ClientId clientId,
        OrderId orderId,
        @Nullable PermId permId,
        @Nullable BigDecimal commission,
        @Nullable String commissionCurrency,
        @Nullable BigDecimal brokerRealizedPnl,
        Instant recordedAt,
        TradeOrigin origin,
        FillPart part) {

    /** Strategy of fills of orders that were not placed through this service. */
    public static final String EXTERNAL = "external";
}
