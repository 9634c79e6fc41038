package com.quanticity.ibkr.gateway.event;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Account figures, positions, profit and loss, and what belongs to the login. */
public sealed interface AccountEvent extends GatewayEvent {

    /** One figure of one account; {@code currency} is empty for flags. */
    record AccountSummary(int reqId, String account, String tag, String value, String currency)
            implements AccountEvent, WithId {}

    /** The first answer is complete; changes may follow under the same id. */
    record AccountSummaryEnd(int reqId) implements AccountEvent, WithId {}

    /** One figure of the subscribed account; {@code currency} is empty, {@code BASE} or a currency. */
    record UpdateAccountValue(String key, String value, String currency, String accountName) implements AccountEvent {}

    /**
     * One holding of the subscribed account. The contract has a primary exchange and no exchange.
     *
     * @param position signed; 0 = closed
     * @param marketPrice in contract currency, null when not given, as every figure after it
     */
    record UpdatePortfolio(
            GatewayContract contract,
            BigDecimal position,
            @Nullable BigDecimal marketPrice,
            @Nullable BigDecimal marketValue,
            @Nullable BigDecimal averageCost,
            @Nullable BigDecimal unrealizedPnl,
            @Nullable BigDecimal realizedPnl,
            String accountName)
            implements AccountEvent {}

    /** @param timeStamp {@code HH:mm} in the zone of the login */
    record UpdateAccountTime(String timeStamp) implements AccountEvent {}

    record AccountDownloadEnd(String accountName) implements AccountEvent {}

    record AccountUpdateMulti(int reqId, String account, String modelCode, String key, String value, String currency)
            implements AccountEvent, WithId {}

    record AccountUpdateMultiEnd(int reqId) implements AccountEvent, WithId {}

    /** One holding; position 0 = closed. {@code avgCost} includes commissions, in contract currency. */
    record Position(String account, GatewayContract contract, BigDecimal position, BigDecimal avgCost)
            implements AccountEvent {}

    record PositionEnd() implements AccountEvent {}

    /** One holding of one account and model; position 0 = closed. */
    record PositionMulti(
            int reqId,
            String account,
            String modelCode,
            GatewayContract contract,
            BigDecimal position,
            BigDecimal avgCost)
            implements AccountEvent, WithId {}

    record PositionMultiEnd(int reqId) implements AccountEvent, WithId {}

    /** Profit and loss of an account in its base currency; null while not available. */
    record Pnl(
            int reqId,
            @Nullable BigDecimal dailyPnl,
            @Nullable BigDecimal unrealizedPnl,
            @Nullable BigDecimal realizedPnl)
            implements AccountEvent, WithId {}

    /** Profit and loss of one holding; null while not available. */
    record PnlSingle(
            int reqId,
            @Nullable BigDecimal position,
            @Nullable BigDecimal dailyPnl,
            @Nullable BigDecimal unrealizedPnl,
            @Nullable BigDecimal realizedPnl,
            @Nullable BigDecimal value)
            implements AccountEvent, WithId {}

    record FamilyCodes(List<FamilyCode> codes) implements AccountEvent {
        public FamilyCodes {
            codes = List.copyOf(codes);
        }
    }

    /** @param accountId an account, or {@code *} for all */
    record FamilyCode(String accountId, String familyCode) {}

    record SoftDollarTiers(int reqId, List<com.quanticity.ibkr.gateway.order.SoftDollarTier> tiers)
            implements AccountEvent, WithId {
        public SoftDollarTiers {
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * Advisor configuration.
     *
     * @param faDataType 1 groups, 3 aliases; others are kept
     */
    record ReceiveFa(int faDataType, String xml) implements AccountEvent {}

    record ReplaceFaEnd(int reqId, String text) implements AccountEvent, WithId {}
}
