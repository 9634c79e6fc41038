package com.quanticity.ibkr.gateway.inspect;

import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.DisplayGroupEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.NewsEvent;
import com.quanticity.ibkr.gateway.event.ScannerEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events in the words of the vectors. One event may stand for several callbacks: a price with its size, a ranking with its end. Sizes
 * and quantities are texts, other numbers numbers; in contracts, orders, states and executions what is not given is left out.
 */
public final class EventJson {

    private EventJson() {}

    /**
     * The event as one line of a vector file has it: {@code callback}, {@code args}, and {@code then} when there are several callbacks.
     * Without a callback, {@code callback} is null; an event that was not read carries {@code messageId}, {@code problem} and
     * {@code hex} instead of arguments.
     */
    public static Map<String, @Nullable Object> toMap(GatewayEvent event) {
        List<Callback> callbacks = callbacks(event);
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("callback", callbacks.isEmpty() ? null : callbacks.getFirst().name());
        line.put("args", callbacks.isEmpty() ? Map.of() : callbacks.getFirst().args());
        if (callbacks.size() > 1) {
            line.put(
                    "then",
                    callbacks.subList(1, callbacks.size()).stream()
                            .map(EventJson::toMap)
                            .toList());
        }
        if (event instanceof UnreadEvent unread) {
            describe(unread, line);
        }
        return line;
    }

    private static Map<String, @Nullable Object> toMap(Callback callback) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("callback", callback.name());
        line.put("args", callback.args());
        return line;
    }

    private static void describe(UnreadEvent event, Map<String, @Nullable Object> line) {
        switch (event) {
            case UnreadEvent.UnknownMessage unknown -> {
                line.put("messageId", unknown.messageId());
                line.put("problem", "unknown message");
            }
            case UnreadEvent.MalformedFrame malformed -> {
                line.put("messageId", malformed.messageId());
                line.put("problem", malformed.problem());
            }
        }
        line.put("hex", event.frame().toHex());
    }

    /** The callbacks the event stands for, in order; none for events without one. */
    public static List<Callback> callbacks(GatewayEvent event) {
        return switch (event) {
            case ConnectionEvent connection -> ofConnection(connection);
            case TickEvent tick -> TickCallbacks.of(tick);
            case TickByTickEvent tick -> TickCallbacks.of(tick);
            case DepthEvent depth -> TickCallbacks.of(depth);
            case HistoryEvent history -> HistoryCallbacks.of(history);
            case ContractEvent contract -> ofContract(contract);
            case TradingEvent trading -> ofTrading(trading);
            case AccountEvent account -> ofAccount(account);
            case ScannerEvent scanner -> ofScanner(scanner);
            case NewsEvent.TickNews news ->
                List.of(Arguments.of(news)
                        .set("timeStamp", news.timeStamp().toEpochMilli())
                        .callback("tickNews"));
            case NewsEvent news -> Arguments.plain(news);
            case DisplayGroupEvent group -> Arguments.plain(group);
            case UnreadEvent _ -> List.of();
        };
    }

    private static List<Callback> ofConnection(ConnectionEvent event) {
        return switch (event) {
            case ConnectionEvent.ManagedAccounts accounts ->
                List.of(Arguments.none()
                        .set("accountsList", String.join(",", accounts.accounts()))
                        .callback("managedAccounts"));
            case ConnectionEvent.ErrorMessage error ->
                List.of(Arguments.none()
                        .set("id", error.id())
                        .set(
                                "errorTime",
                                error.errorTime() == null
                                        ? 0L
                                        : error.errorTime().toEpochMilli())
                        .set("errorCode", error.errorCode())
                        .set("errorMsg", error.errorMsg())
                        .set("advancedOrderRejectJson", error.advancedOrderRejectJson())
                        .callback("error"));
            case ConnectionEvent.CurrentTimeInMillis now ->
                List.of(Arguments.none()
                        .set("timeInMillis", now.time().toEpochMilli())
                        .callback("currentTimeInMillis"));
            case ConnectionEvent.Verification verification ->
                List.of(Arguments.none().set("fields", verification.fields()).callback(nameOf(verification)));
            case ConnectionEvent.EndOfConnection _ -> List.of();
            case ConnectionEvent.NextValidId _, ConnectionEvent.CurrentTime _, ConnectionEvent.UserInfo _ ->
                Arguments.plain(event);
        };
    }

    private static String nameOf(ConnectionEvent.Verification verification) {
        return switch (verification.messageId()) {
            case 65 -> "verifyMessageAPI";
            case 66 -> "verifyCompleted";
            case 69 -> "verifyAndAuthMessageAPI";
            // 70, the last of the four.
            default -> "verifyAndAuthCompleted";
        };
    }

    private static List<Callback> ofContract(ContractEvent event) {
        return switch (event) {
            case ContractEvent.ContractDetails details ->
                List.of(Arguments.of(details)
                        .rename("details", "contractDetails")
                        .callback("contractDetails"));
            case ContractEvent.BondContractDetails details ->
                List.of(Arguments.of(details)
                        .rename("details", "contractDetails")
                        .callback("bondContractDetails"));
            case ContractEvent.SymbolSamples samples ->
                List.of(Arguments.of(samples)
                        .set(
                                "samples",
                                samples.samples().stream()
                                        .map(EventJson::symbolSample)
                                        .toList())
                        .callback("symbolSamples"));
            case ContractEvent.ContractDetailsEnd _,
                    ContractEvent.SecurityDefinitionOptionalParameter _,
                    ContractEvent.SecurityDefinitionOptionalParameterEnd _,
                    ContractEvent.MarketRule _,
                    ContractEvent.SmartComponents _,
                    ContractEvent.FundamentalData _ -> Arguments.plain(event);
        };
    }

    private static Map<String, @Nullable Object> symbolSample(ContractEvent.SymbolSample sample) {
        Map<String, @Nullable Object> contract = new LinkedHashMap<>(Members.of(sample.contract()));
        if (!sample.description().isEmpty()) {
            contract.put("description", sample.description());
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("contract", contract);
        line.put("derivativeSecTypes", sample.derivativeSecTypes());
        return line;
    }

    /** Zero stands for "not yet" in the answers of the official clients. */
    private static List<Callback> ofTrading(TradingEvent event) {
        return switch (event) {
            case TradingEvent.OrderStatus status ->
                List.of(Arguments.of(status)
                        .zeroWhenUnset("avgFillPrice", "permId", "lastFillPrice", "mktCapPrice")
                        .callback("orderStatus"));
            case TradingEvent.OpenOrder open -> List.of(openOrder(open));
            case TradingEvent.CommissionReport report ->
                List.of(Arguments.of(report)
                        .rename("realizedPnl", "realizedPNL")
                        .zeroWhenUnset("yieldRedemptionDate")
                        .callback("commissionAndFeesReport"));
            case TradingEvent.OpenOrderEnd _,
                    TradingEvent.CompletedOrder _,
                    TradingEvent.CompletedOrdersEnd _,
                    TradingEvent.ExecDetails _,
                    TradingEvent.ExecDetailsEnd _,
                    TradingEvent.OrderBound _,
                    TradingEvent.DeltaNeutralValidation _ -> Arguments.plain(event);
        };
    }

    private static Callback openOrder(TradingEvent.OpenOrder open) {
        Map<String, @Nullable Object> order = new LinkedHashMap<>(Members.of(open.order()));
        if (open.orderId() != 0) {
            order.put("orderId", open.orderId());
        }
        return Arguments.of(open).set("order", order).callback("openOrder");
    }

    private static List<Callback> ofAccount(AccountEvent event) {
        return switch (event) {
            case AccountEvent.UpdatePortfolio portfolio ->
                List.of(Arguments.of(portfolio)
                        .rename("unrealizedPnl", "unrealizedPNL")
                        .rename("realizedPnl", "realizedPNL")
                        .callback("updatePortfolio"));
            case AccountEvent.Pnl pnl ->
                List.of(profitAndLoss(Arguments.of(pnl)).callback("pnl"));
            case AccountEvent.PnlSingle pnl ->
                List.of(profitAndLoss(Arguments.of(pnl)).callback("pnlSingle"));
            case AccountEvent.FamilyCodes codes ->
                List.of(Arguments.none()
                        .set(
                                "codes",
                                codes.codes().stream()
                                        .map(code -> Arguments.of(code)
                                                .rename("accountId", "accountID")
                                                .toMap())
                                        .toList())
                        .callback("familyCodes"));
            case AccountEvent.ReceiveFa advisor -> List.of(Arguments.of(advisor).callback("receiveFA"));
            case AccountEvent.ReplaceFaEnd end -> List.of(Arguments.of(end).callback("replaceFAEnd"));
            case AccountEvent.AccountSummary _,
                    AccountEvent.AccountSummaryEnd _,
                    AccountEvent.UpdateAccountValue _,
                    AccountEvent.UpdateAccountTime _,
                    AccountEvent.AccountDownloadEnd _,
                    AccountEvent.AccountUpdateMulti _,
                    AccountEvent.AccountUpdateMultiEnd _,
                    AccountEvent.Position _,
                    AccountEvent.PositionEnd _,
                    AccountEvent.PositionMulti _,
                    AccountEvent.PositionMultiEnd _,
                    AccountEvent.SoftDollarTiers _ -> Arguments.plain(event);
        };
    }

    private static Arguments profitAndLoss(Arguments arguments) {
        return arguments
                .rename("dailyPnl", "dailyPnL")
                .rename("unrealizedPnl", "unrealizedPnL")
                .rename("realizedPnl", "realizedPnL");
    }

    private static List<Callback> ofScanner(ScannerEvent event) {
        return switch (event) {
            case ScannerEvent.ScannerParameters _ -> Arguments.plain(event);
            case ScannerEvent.ScannerData ranking -> {
                List<Callback> callbacks = new ArrayList<>();
                for (ScannerEvent.Row row : ranking.rows()) {
                    callbacks.add(scannerRow(ranking.reqId(), row));
                }
                callbacks.add(Arguments.none().set("reqId", ranking.reqId()).callback("scannerDataEnd"));
                yield callbacks;
            }
        };
    }

    private static Callback scannerRow(int reqId, ScannerEvent.Row row) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("contract", Members.of(row.contract()));
        details.put("marketName", row.marketName());
        details.put("aggGroup", 0);
        return Arguments.none()
                .set("reqId", reqId)
                .set("rank", row.rank())
                .set("contractDetails", details)
                .set("distance", row.distance())
                .set("benchmark", row.benchmark())
                .set("projection", row.projection())
                .set("legsStr", row.legsStr())
                .callback("scannerData");
    }
}
