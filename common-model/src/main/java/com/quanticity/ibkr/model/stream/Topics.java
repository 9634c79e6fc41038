package com.quanticity.ibkr.model.stream;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.contract.ContractFact;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.intent.SignalIntent;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.DepthBatch;
import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.UwPrice;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.reconcile.InstrumentLocks;
import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.util.List;

/** Every topic of the platform. */
public final class Topics {

    public static final Topic<QuoteBatch> MARKET_QUOTE =
            new Topic<>(StreamName.MARKET_QUOTE, 1, QuoteBatch.class, new QuoteBatchCodec());
    public static final Topic<TickBatch> MARKET_TRADE =
            new Topic<>(StreamName.MARKET_TRADE, 1, TickBatch.class, new TickBatchCodec());
    public static final Topic<Bar> MARKET_BAR = json(StreamName.MARKET_BAR, 1, Bar.class);
    public static final Topic<DepthBatch> MARKET_DEPTH =
            new Topic<>(StreamName.MARKET_DEPTH, 1, DepthBatch.class, new DepthBatchCodec());
    public static final Topic<MarketStatus> MARKET_STATUS = json(StreamName.MARKET_STATUS, 1, MarketStatus.class);
    public static final Topic<ContractFact> CONTRACT_REFERENCE =
            json(StreamName.CONTRACT_REFERENCE, 1, ContractFact.class);
    public static final Topic<OrderCommand> ORDER_COMMAND = json(StreamName.ORDER_COMMAND, 2, OrderCommand.class);
    public static final Topic<OrderEvent> ORDER_EVENT = json(StreamName.ORDER_EVENT, 2, OrderEvent.class);
    public static final Topic<AccountValue> ACCOUNT_VALUE = json(StreamName.ACCOUNT_VALUE, 1, AccountValue.class);
    public static final Topic<Position> ACCOUNT_POSITION = json(StreamName.ACCOUNT_POSITION, 1, Position.class);
    public static final Topic<DropCopyEvent> DROPCOPY_EVENT = json(StreamName.DROPCOPY_EVENT, 1, DropCopyEvent.class);
    public static final Topic<RiskState> RISK_STATE = json(StreamName.RISK_STATE, 1, RiskState.class);
    public static final Topic<Limits> RISK_LIMITS = json(StreamName.RISK_LIMITS, 1, Limits.class);
    public static final Topic<OpsCommand> OPS_COMMAND = json(StreamName.OPS_COMMAND, 1, OpsCommand.class);
    public static final Topic<OpsReply> OPS_REPLY = json(StreamName.OPS_REPLY, 1, OpsReply.class);
    public static final Topic<Alarm> OPS_ALARM = json(StreamName.OPS_ALARM, 1, Alarm.class);
    public static final Topic<SessionEvent> SESSION_EVENT = json(StreamName.SESSION_EVENT, 1, SessionEvent.class);
    public static final Topic<ExecutionEvent> EXECUTION_EVENT =
            json(StreamName.EXECUTION_EVENT, 2, ExecutionEvent.class);
    public static final Topic<InstrumentLocks> RECONCILE_LOCK =
            json(StreamName.RECONCILE_LOCK, 1, InstrumentLocks.class);
    public static final Topic<SignalIntent> SIGNAL_INTENT = json(StreamName.SIGNAL_INTENT, 1, SignalIntent.class);
    public static final Topic<UwPrice> UW_PRICE = json(StreamName.UW_PRICE, 1, UwPrice.class);
    public static final Topic<HistoryProgress> HISTORY_PROGRESS =
            json(StreamName.HISTORY_PROGRESS, 1, HistoryProgress.class);
    public static final Topic<AuditEntry> AUDIT_ENTRY = json(StreamName.AUDIT_ENTRY, 1, AuditEntry.class);

    private Topics() {}

    /** All topics, in the order of {@link StreamName}. */
    public static List<Topic<?>> all() {
        return List.of(
                MARKET_QUOTE,
                MARKET_TRADE,
                MARKET_BAR,
                MARKET_DEPTH,
                MARKET_STATUS,
                CONTRACT_REFERENCE,
                ORDER_COMMAND,
                ORDER_EVENT,
                ACCOUNT_VALUE,
                ACCOUNT_POSITION,
                DROPCOPY_EVENT,
                RISK_STATE,
                RISK_LIMITS,
                OPS_COMMAND,
                OPS_REPLY,
                OPS_ALARM,
                SESSION_EVENT,
                EXECUTION_EVENT,
                RECONCILE_LOCK,
                SIGNAL_INTENT,
                UW_PRICE,
                HISTORY_PROGRESS,
                AUDIT_ENTRY);
    }

    private static <T> Topic<T> json(StreamName name, int version, Class<T> payload) {
        return new Topic<>(name, version, payload, new JsonCodec<>(payload));
    }
}
