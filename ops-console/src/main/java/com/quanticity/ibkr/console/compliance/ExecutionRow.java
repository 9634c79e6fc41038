package com.quanticity.ibkr.console.compliance;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution as it was told, corrections as rows of their own. Columns of the extract have these names in this order; what nobody told
 * is null. Prices and money are in the contract's currency but for the commission, which has its own.
 *
 * @param execId the broker's id
 * @param execFamily the same for an execution and its corrections
 * @param corrects the execution that this one replaces, null for the first of a family
 * @param corrected a later row replaces this one
 * @param clientOrderId our order id, null for an order of somebody else
 * @param clientId session that placed the order
 * @param orderId its number within the session
 * @param permId the broker's permanent number
 * @param account in full
 * @param strategy as asked for
 * @param requestedBy who asked for the order
 * @param algorithm of the register that decided, as asked for
 * @param person who decided, as asked for
 * @param contractId the broker's
 * @param securityType as the gateway spells it
 * @param currency of the price
 * @param side BUY or SELL
 * @param exchange where it happened
 * @param liquidity 1 added, 2 removed, 3 routed out, as the gateway says
 * @param orderType as sent to the gateway
 * @param orderQuantity as sent
 * @param limitPrice as sent
 * @param timeInForce as sent
 * @param commission positive = paid, the latest report
 * @param realizedPnl the broker's, the latest report
 * @param exchangeTime clock of the exchange
 * @param exchangeTimeText the same as the gateway wrote it
 * @param brokerTime clock of the broker, when it says one
 * @param ourTime when we learned of it
 * @param recordedAt when it took its place in the record
 * @param requestedAt when the order was asked for
 * @param sentAt when the order was handed to the gateway
 * @param auditSequence place in the audit chain
 * @param auditHash hash of that link
 */
public record ExecutionRow(
        String execId,
        String execFamily,
        @Nullable String corrects,
        boolean corrected,
        @Nullable String clientOrderId,
        int clientId,
        int orderId,
        @Nullable Long permId,
        String account,
        @Nullable String strategy,
        @Nullable String requestedBy,
        @Nullable String algorithm,
        @Nullable String person,
        int contractId,
        String symbol,
        @Nullable String securityType,
        @Nullable String currency,
        String side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal cumulativeQuantity,
        @Nullable BigDecimal averagePrice,
        String exchange,
        @Nullable Integer liquidity,
        @Nullable String orderType,
        @Nullable BigDecimal orderQuantity,
        @Nullable BigDecimal limitPrice,
        @Nullable String timeInForce,
        @Nullable BigDecimal commission,
        @Nullable String commissionCurrency,
        @Nullable BigDecimal realizedPnl,
        @Nullable Instant exchangeTime,
        @Nullable String exchangeTimeText,
        @Nullable Instant brokerTime,
        Instant ourTime,
        Instant recordedAt,
        @Nullable Instant requestedAt,
        @Nullable Instant sentAt,
        long auditSequence,
        String auditHash) {}
