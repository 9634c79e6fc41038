package com.quanticity.ibkr.adapter.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TranslatorTest {

    private static final String ID = "01K9ZZZZZZZZZZZZZZZZZZZZZZ";

    @Test
    void contractsSurviveTheRoundTrip() {
        GatewayContract wire = ContractTranslator.INSTANCE.wire(TestContracts.AAPL);

        assertThat(ContractTranslator.INSTANCE.contract(wire)).isEqualTo(TestContracts.AAPL);
    }

    @Test
    void splitsTheExchangesOfAContract() {
        assertThat(ContractTranslator.INSTANCE.commaList("SMART, ARCA,,NYSE")).containsExactly("SMART", "ARCA", "NYSE");
        assertThat(ContractTranslator.INSTANCE.commaList("")).isEmpty();
    }

    @Test
    void ordersCarryTheirIdAsReference() {
        Order order = new Order(
                ClientOrderId.of(ID),
                "",
                "AAPL",
                Side.SELL,
                OrderType.LIMIT,
                new BigDecimal("10"),
                new BigDecimal("189.10"),
                TimeInForce.IMMEDIATE_OR_CANCEL,
                "manual");

        GatewayOrder wire = OrderTranslator.wire(order, "DU1");

        assertThat(wire)
                .isEqualTo(GatewayOrder.limit("SELL", new BigDecimal("10"), new BigDecimal("189.10"))
                        .tif("IOC")
                        .account("DU1")
                        .orderRef(ID)
                        .build());
    }

    @Test
    void executionsBecomeExactAndUtc() {
        Execution execution = ExecutionTranslator.INSTANCE.execution(details("BOT", 265598));

        assertThat(execution)
                .isEqualTo(new Execution(
                        "0000e0d5.69dd7411.01.01",
                        ClientId.of(1),
                        OrderId.of(7),
                        PermId.of(389211034L),
                        "DU1",
                        ContractId.of(265598),
                        "AAPL",
                        Side.BUY,
                        new BigDecimal("1"),
                        new BigDecimal("257.95"),
                        new BigDecimal("3"),
                        new BigDecimal("257.90"),
                        "NASDAQ",
                        Instant.parse("2026-04-13T19:27:04Z"),
                        SecurityType.STOCK,
                        null));
        assertThat(execution.pointValue()).isEqualByComparingTo("1");
    }

    @Test
    void refusesAnExecutionThatItWouldHaveToGuess() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionTranslator.INSTANCE.execution(details("???", 265598)))
                .withMessageContaining("BOT or SLD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionTranslator.INSTANCE.execution(details("BOT", 0)));
    }

    @Test
    void takesTheMultiplierAsANumberAndGuessesNone() {
        assertThat(ExecutionTranslator.INSTANCE
                        .execution(details("BOT", option("100")))
                        .pointValue())
                .isEqualByComparingTo("100");
        assertThat(ExecutionTranslator.INSTANCE
                        .execution(details("BOT", option("x")))
                        .multiplier())
                .isNull();
    }

    private static GatewayContract option(String multiplier) {
        return GatewayContract.builder()
                .conId(910001)
                .symbol("AAPL")
                .secType("OPT")
                .multiplier(multiplier)
                .build();
    }

    private static TradingEvent.ExecDetails details(String side, int contractId) {
        return details(
                side,
                GatewayContract.builder()
                        .conId(contractId)
                        .symbol("AAPL")
                        .secType("STK")
                        .build());
    }

    private static TradingEvent.ExecDetails details(String side, GatewayContract contract) {
        GatewayExecution execution = new GatewayExecution(
                7,
                1,
                "0000e0d5.69dd7411.01.01",
                "20260413 15:27:04 US/Eastern",
                "DU1",
                "NASDAQ",
                side,
                new BigDecimal("1"),
                new BigDecimal("257.95"),
                389211034L,
                0,
                new BigDecimal("3"),
                new BigDecimal("257.90"),
                ID,
                "",
                BigDecimal.ZERO,
                "",
                2,
                false,
                "");
        return new TradingEvent.ExecDetails(-1, contract, execution);
    }
}
