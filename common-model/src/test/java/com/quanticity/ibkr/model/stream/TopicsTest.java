package com.quanticity.ibkr.model.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractChange;
import com.quanticity.ibkr.model.contract.ContractField;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.OccMapping;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.UwPrice;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    private static final Instant AT = Instant.parse("2026-01-05T14:30:00.123456Z");
    private static final ClientOrderId ID = ClientOrderId.of("01ARYZ6S41TSV4RRFFQ69G5FAV");
    private static final Order ORDER = new Order(
            ID,
            "DU1",
            "SPY",
            Side.BUY,
            OrderType.LIMIT,
            new BigDecimal("10.50"),
            new BigDecimal("168.4100"),
            TimeInForce.DAY,
            "manual");
    private static final Execution EXECUTION = new Execution(
            "0001.01.01",
            ClientId.of(1),
            OrderId.of(7),
            PermId.of(9_876_543_210L),
            "DU1",
            ContractId.of(756733),
            "SPY",
            Side.BUY,
            new BigDecimal("10"),
            new BigDecimal("168.41"),
            new BigDecimal("10"),
            null,
            "ARCA",
            AT);

    @Test
    void everyStreamHasOneTopic() {
        assertThat(Topics.all()).extracting(Topic::name).containsExactly(StreamName.values());
    }

    static Stream<Arguments> messages() {
        Contract contract =
                new Contract(ContractId.of(756733), "SPY", SecurityType.STOCK, "SMART", "ARCA", "USD", "SPY", "SPY");
        OrderSnapshot snapshot = new OrderSnapshot(
                ORDER,
                OrderStatus.WORKING,
                ClientId.of(1),
                OrderId.of(7),
                null,
                BigDecimal.ZERO,
                null,
                null,
                "",
                "",
                3,
                AT,
                AT);
        return Stream.of(
                Arguments.of(
                        Topics.CONTRACT_REFERENCE,
                        "contract-reference",
                        ContractReference.of(
                                contract,
                                "SPDR",
                                new BigDecimal("0.01"),
                                List.of("SMART", "ARCA"),
                                "US/Eastern",
                                "",
                                AT)),
                Arguments.of(
                        Topics.CONTRACT_REFERENCE,
                        "contract-change",
                        new ContractChange(
                                LocalDate.of(2026, 3, 2),
                                ContractId.of(756733),
                                "SPY",
                                ContractField.MIN_TICK,
                                "0.01",
                                "0.005",
                                AT)),
                Arguments.of(
                        Topics.CONTRACT_REFERENCE,
                        "occ-mapping",
                        new OccMapping(
                                OccSymbol.parse("SPY   261218C00500000"), null, OccMapping.State.UNKNOWN, "none", AT)),
                Arguments.of(
                        Topics.MARKET_STATUS,
                        "market-status",
                        new MarketStatus(
                                "SPY",
                                ContractId.of(756733),
                                "LEVEL_1",
                                MarketStatus.State.GAP,
                                "link lost",
                                AT.toEpochMilli(),
                                AT,
                                AT,
                                AT)),
                Arguments.of(
                        Topics.MARKET_BAR,
                        "bar",
                        new Bar(
                                "SPY",
                                ContractId.of(756733),
                                Instant.parse("2026-01-05T14:30:05Z"),
                                new BigDecimal("168.40"),
                                new BigDecimal("168.50"),
                                new BigDecimal("168.39"),
                                new BigDecimal("168.41"),
                                new BigDecimal("1200"),
                                null,
                                17,
                                Bar.Source.BACK_FILLED,
                                AT.toEpochMilli(),
                                AT)),
                Arguments.of(Topics.UW_PRICE, "uw-price", new UwPrice("SPY", new BigDecimal("168.42"), AT, "flow")),
                Arguments.of(
                        Topics.HISTORY_PROGRESS,
                        "history-progress",
                        new HistoryProgress(
                                "01JH0000000000000000000000",
                                "SPY",
                                ContractId.of(756733),
                                "5 secs TRADES",
                                AT.minusSeconds(3600),
                                AT,
                                HistoryProgress.State.RUNNING,
                                "",
                                null,
                                50,
                                360,
                                1,
                                1L,
                                AT.plusSeconds(10),
                                AT)),
                Arguments.of(
                        Topics.AUDIT_ENTRY,
                        "audit-entry",
                        new AuditEntry(
                                "01JH0000000000000000000000",
                                AuditKind.ORDER_REQUEST,
                                "ibkr-adapter",
                                "trader",
                                "submit",
                                AuditEntry.Outcome.REQUESTED,
                                new AuditReference(
                                        ID.value(), ClientId.of(1), OrderId.of(7), PermId.of(9), "0001", "", "DU1"),
                                "",
                                "{}",
                                new AuditTimes(AT, null, AT))),
                Arguments.of(Topics.ORDER_COMMAND, "submit", new OrderCommand.Submit(ORDER, "trader")),
                Arguments.of(Topics.ORDER_COMMAND, "cancel", new OrderCommand.Cancel(ID, "trader")),
                Arguments.of(
                        Topics.ORDER_EVENT, "accepted", new OrderEvent.Accepted(ID, ClientId.of(1), OrderId.of(7), AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "denied",
                        new OrderEvent.Denied(ID, DenialReason.TRADING_HALTED, "halted", "HALTED", "ACTIVE", AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "working",
                        new OrderEvent.Working(
                                ID,
                                ClientId.of(1),
                                OrderId.of(7),
                                null,
                                "Submitted",
                                BigDecimal.ZERO,
                                BigDecimal.TEN,
                                AT)),
                Arguments.of(Topics.ORDER_EVENT, "executed", new OrderEvent.Executed(null, EXECUTION, AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "commission-reported",
                        new OrderEvent.CommissionReported(
                                ID, new CommissionReport("0001.01.01", new BigDecimal("1.00"), "USD", null), AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "cancelled",
                        new OrderEvent.Cancelled(ID, ClientId.of(1), OrderId.of(7), PermId.of(5), "Cancelled", "", AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "rejected",
                        new OrderEvent.Rejected(ID, ClientId.of(1), OrderId.of(7), 201, "no", AT)),
                Arguments.of(
                        Topics.ORDER_EVENT, "request-refused", new OrderEvent.RequestRefused(ID, 10148, "filled", AT)),
                Arguments.of(
                        Topics.ORDER_EVENT,
                        "unknown",
                        new OrderEvent.Unknown(ID, ClientId.of(1), OrderId.of(7), "session lost", AT)),
                Arguments.of(
                        Topics.ACCOUNT_VALUE,
                        "account-value",
                        new AccountValue("DU1", "NetLiquidation", "1000000.00", "USD", AT)),
                Arguments.of(
                        Topics.ACCOUNT_POSITION,
                        "position",
                        new Position(
                                "DU1", ContractId.of(1), "SPY", new BigDecimal("-3"), new BigDecimal("168.415"), AT)),
                Arguments.of(
                        Topics.RISK_STATE,
                        "risk-state",
                        new RiskState(TradingState.HALTED, 4, "trader", "drill", AT, AT)),
                Arguments.of(Topics.OPS_COMMAND, "halt", new OpsCommand.Halt("c1", "trader", "drill")),
                Arguments.of(Topics.OPS_COMMAND, "resume", new OpsCommand.Resume("c2", "trader", "officer", "done")),
                Arguments.of(
                        Topics.OPS_REPLY,
                        "ops-reply",
                        new OpsReply("c1", "risk-manager", OpsReply.Outcome.DONE, "", AT)),
                Arguments.of(
                        Topics.OPS_ALARM,
                        "alarm",
                        Alarm.raised(
                                AlarmKind.FARM_BROKEN,
                                "usfarm",
                                "ibkr-adapter",
                                ClientId.of(1),
                                "127.0.0.1:4002",
                                "usfarm is broken",
                                AT,
                                AT)),
                Arguments.of(
                        Topics.SESSION_EVENT,
                        "session-event",
                        new SessionEvent(
                                ClientId.of(1),
                                "ibkr-adapter",
                                SessionState.READY,
                                "127.0.0.1:4002",
                                200,
                                1_700_000_000_000L,
                                null,
                                "",
                                AT)),
                Arguments.of(Topics.EXECUTION_EVENT, "order-changed", new ExecutionEvent.OrderChanged(snapshot)),
                Arguments.of(
                        Topics.EXECUTION_EVENT,
                        "position-changed",
                        new ExecutionEvent.PositionChanged(new LedgerPosition(
                                "DU1",
                                ContractId.of(1),
                                "SPY",
                                BigDecimal.ONE,
                                new BigDecimal("1.5"),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                AT))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("messages")
    <T> void readsBackWhatItWrote(Topic<T> topic, String type, T data) {
        Envelope<T> sent = topic.envelope("01ARYZ6S41TSV4RRFFQ69G5FAW", AT, "key", data);

        Envelope<T> received = topic.decode(topic.encode(sent));

        assertThat(received).isEqualTo(sent);
        assertThat(sent.type()).isEqualTo(type);
    }

    @Test
    void writesDecimalsAsPlainStringsWithTheirScale() {
        Map<String, String> fields = Topics.ORDER_COMMAND.encode(Topics.ORDER_COMMAND.envelope(
                "01ARYZ6S41TSV4RRFFQ69G5FAW", AT, "", new OrderCommand.Submit(ORDER, "trader")));

        assertThat(fields.get("data"))
                .contains("\"quantity\":\"10.50\"", "\"limitPrice\":\"168.4100\"", "\"clientOrderId\":\"" + ID + "\"");
    }

    @Test
    void refusesNewerVersionsUnknownTypesAndBrokenData() {
        Map<String, String> good = Topics.ORDER_COMMAND.encode(Topics.ORDER_COMMAND.envelope(
                "01ARYZ6S41TSV4RRFFQ69G5FAW", AT, "", new OrderCommand.Cancel(ID, "trader")));

        assertThatThrownBy(() -> Topics.ORDER_COMMAND.decode(with(good, "v", "2")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("upgrade this reader");
        assertThatThrownBy(() -> Topics.ORDER_COMMAND.decode(with(good, "type", "explode")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("submit");
        assertThatThrownBy(() -> Topics.ORDER_COMMAND.decode(with(good, "data", "{")))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> Topics.ORDER_COMMAND.decode(with(good, "data", "null")))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> Topics.ORDER_COMMAND.decode(Map.of("foo", "bar")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("'v'");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }
}
