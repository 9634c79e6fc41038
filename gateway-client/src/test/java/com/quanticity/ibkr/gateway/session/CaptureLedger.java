package com.quanticity.ibkr.gateway.session;

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

/** What an application would believe after a conversation, in a few words: last value by key, in order of appearance. */
final class CaptureLedger {

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Integer> notices = new ArrayList<>();

    static String of(List<GatewayEvent> events) {
        CaptureLedger ledger = new CaptureLedger();
        events.forEach(ledger::take);
        ledger.facts.put("codes", ledger.notices.toString().replace(" ", ""));
        List<String> words = new ArrayList<>();
        ledger.facts.forEach((key, value) -> words.add(key + "=" + value));
        return String.join(" ", words);
    }

    private void take(GatewayEvent event) {
        switch (event) {
            case ConnectionEvent connection -> onConnection(connection);
            case TradingEvent trading -> onTrading(trading);
            case TickEvent tick -> onTick(tick);
            case HistoryEvent history -> onHistory(history);
            case AccountEvent account -> onAccount(account);
            case ContractEvent.ContractDetails details ->
                facts.put(
                        "contract",
                        details.details().contract().conId() + "/"
                                + details.details().minTick());
            case ContractEvent other -> count(other);
            case TickByTickEvent other -> count(other);
            case DepthEvent other -> count(other);
            case NewsEvent other -> count(other);
            case ScannerEvent other -> count(other);
            case DisplayGroupEvent other -> count(other);
            case UnreadEvent unread -> facts.put("unread", unread.toString());
        }
    }

    private void onConnection(ConnectionEvent event) {
        switch (event) {
            case ConnectionEvent.NextValidId(int orderId) -> facts.put("next", Integer.toString(orderId));
            case ConnectionEvent.ManagedAccounts(List<String> accounts) ->
                facts.put("accounts", String.join(",", accounts));
            case ConnectionEvent.ErrorMessage error -> notices.add(error.errorCode());
            case ConnectionEvent.CurrentTime(var time) -> facts.put("clock", time.toString());
            case ConnectionEvent.CurrentTimeInMillis _,
                    ConnectionEvent.UserInfo _,
                    ConnectionEvent.Verification _,
                    ConnectionEvent.EndOfConnection _ -> count(event);
        }
    }

    private void onTrading(TradingEvent event) {
        switch (event) {
            case TradingEvent.OrderStatus status ->
                facts.put(
                        "order" + status.orderId(), status.status() + ":" + status.filled() + "/" + status.remaining());
            case TradingEvent.OpenOrder open ->
                facts.put(
                        "open" + open.orderId(),
                        open.order().action()
                                + open.order().totalQuantity()
                                + open.order().orderType());
            case TradingEvent.ExecDetails details ->
                facts.put(
                        "exec:" + details.execution().execId(),
                        details.execution().side() + details.execution().shares() + "@"
                                + details.execution().price());
            case TradingEvent.CommissionReport report ->
                facts.put("cost:" + report.execId(), report.commission() + "/" + report.realizedPnl());
            case TradingEvent.CompletedOrder completed ->
                facts.put(
                        "done:" + completed.order().action() + completed.order().totalQuantity(),
                        completed.orderState().status());
            case TradingEvent.OpenOrderEnd _,
                    TradingEvent.CompletedOrdersEnd _,
                    TradingEvent.ExecDetailsEnd _,
                    TradingEvent.OrderBound _,
                    TradingEvent.DeltaNeutralValidation _ -> count(event);
        }
    }

    private void onTick(TickEvent event) {
        switch (event) {
            case TickEvent.TickPrice tick -> facts.put(tick.tickType().name(), String.valueOf(tick.price()));
            case TickEvent.TickSize tick -> facts.put(tick.tickType().name(), String.valueOf(tick.size()));
            case TickEvent.MarketDataTypeNotice notice ->
                facts.put("data", notice.marketDataType().name());
            case TickEvent.TickGeneric _,
                    TickEvent.TickString _,
                    TickEvent.TickOptionComputation _,
                    TickEvent.TickEfp _,
                    TickEvent.TickReqParams _,
                    TickEvent.TickSnapshotEnd _,
                    TickEvent.RerouteMktDataReq _ -> count(event);
        }
    }

    private void onHistory(HistoryEvent event) {
        switch (event) {
            case HistoryEvent.HistoricalData data ->
                facts.merge("bars", closes(data.bars()), (all, more) -> all + ";" + more);
            case HistoryEvent.HistoricalDataUpdate update ->
                facts.put("bar", update.bar().date() + ":" + update.bar().close());
            case HistoryEvent.HistoricalSchedule schedule ->
                facts.put("sessions", schedule.sessions().size() + schedule.timeZone());
            case HistoryEvent.RealtimeBar _,
                    HistoryEvent.HistoricalDataEnd _,
                    HistoryEvent.HeadTimestamp _,
                    HistoryEvent.HistoricalTicks _,
                    HistoryEvent.HistoricalTicksBidAsk _,
                    HistoryEvent.HistoricalTicksLast _,
                    HistoryEvent.HistogramData _ -> count(event);
        }
    }

    private static String closes(List<HistoryEvent.Bar> bars) {
        return String.join(",", bars.stream().map(bar -> bar.close().toString()).toList());
    }

    private void onAccount(AccountEvent event) {
        switch (event) {
            case AccountEvent.AccountSummary summary -> facts.put(summary.tag(), summary.value() + summary.currency());
            case AccountEvent.UpdateAccountValue value -> facts.put(value.key(), value.value() + value.currency());
            case AccountEvent.UpdatePortfolio line ->
                facts.put("holds" + line.contract().symbol(), line.position() + "@" + line.averageCost());
            case AccountEvent.AccountSummaryEnd _,
                    AccountEvent.UpdateAccountTime _,
                    AccountEvent.AccountDownloadEnd _,
                    AccountEvent.AccountUpdateMulti _,
                    AccountEvent.AccountUpdateMultiEnd _,
                    AccountEvent.Position _,
                    AccountEvent.PositionEnd _,
                    AccountEvent.PositionMulti _,
                    AccountEvent.PositionMultiEnd _,
                    AccountEvent.Pnl _,
                    AccountEvent.PnlSingle _,
                    AccountEvent.FamilyCodes _,
                    AccountEvent.SoftDollarTiers _,
                    AccountEvent.ReceiveFa _,
                    AccountEvent.ReplaceFaEnd _ -> count(event);
        }
    }

    private void count(Object event) {
        facts.merge(event.getClass().getSimpleName(), "1", (sum, one) -> Integer.toString(Integer.parseInt(sum) + 1));
    }
}
