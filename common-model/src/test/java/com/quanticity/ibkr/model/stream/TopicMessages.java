package com.quanticity.ibkr.model.stream;

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
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.DepthTurn;
import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.UwPrice;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.LimitOverride;
import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.risk.Permission;
import com.quanticity.ibkr.model.risk.Restriction;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopeKind;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A message of every type, with every field filled. */
final class TopicMessages {

    static final Instant AT = Instant.parse("2026-01-05T14:30:00.123456Z");
    static final ClientOrderId ID = ClientOrderId.of("01ARYZ6S41TSV4RRFFQ69G5FAV");

    /** Of all streams. */
    static Stream<Arguments> all() {
        return Stream.of(messages(), OrderMessages.messages(), LedgerMessages.messages())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> messages() {
        Contract contract =
                new Contract(ContractId.of(756733), "SPY", SecurityType.STOCK, "SMART", "ARCA", "USD", "SPY", "SPY");
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
                                "DEPTH",
                                MarketStatus.State.GAP,
                                "link lost",
                                AT.toEpochMilli(),
                                AT,
                                AT,
                                new DepthTurn(2, AT),
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
                Arguments.of(
                        Topics.RISK_LIMITS,
                        "limits",
                        new Limits(
                                7,
                                "trader and officer",
                                "new strategy",
                                AT,
                                AT,
                                List.of(
                                        Limit.of(RiskScope.FIRM, LimitKind.ORDER_QUANTITY, "500"),
                                        Limit.of(
                                                RiskScope.each(ScopeKind.STRATEGY),
                                                LimitKind.SUBMITS,
                                                "20",
                                                Duration.ofSeconds(1))),
                                List.of(new Restriction("GME", RiskScope.FIRM, "on the list")),
                                List.of(Permission.ALL),
                                Map.of("alpha", "us"),
                                List.of(new LimitOverride(
                                        "o1",
                                        DenialReason.ORDER_QUANTITY,
                                        "alpha",
                                        "SPY",
                                        Side.BUY,
                                        new BigDecimal("600"),
                                        AT,
                                        "trader",
                                        "officer",
                                        "unwind")))),
                Arguments.of(
                        Topics.RISK_STATE,
                        "risk-state",
                        new RiskState(
                                TradingState.ACTIVE,
                                5,
                                "trader",
                                "drill",
                                AT,
                                AT,
                                List.of(new ScopedState(
                                        RiskScope.instrument("SPY"), TradingState.REDUCING, "trader", "news", AT)))),
                Arguments.of(
                        Topics.OPS_COMMAND,
                        "reduce",
                        new OpsCommand.Reduce("c3", RiskScope.strategy("alpha"), "trader", "drill")),
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
                                AT)));
    }

    private TopicMessages() {}
}
