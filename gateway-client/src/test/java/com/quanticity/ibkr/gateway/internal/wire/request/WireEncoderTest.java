package com.quanticity.ibkr.gateway.internal.wire.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.internal.wire.request.WireEncoder.Encoded;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.order.OrderClearing;
import com.quanticity.ibkr.gateway.order.OrderHandling;
import com.quanticity.ibkr.gateway.order.OrderRegulatory;
import com.quanticity.ibkr.gateway.order.OrderTiming;
import com.quanticity.ibkr.gateway.order.SoftDollarTier;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.ContractRequest;
import com.quanticity.ibkr.gateway.request.ExerciseAction;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WireEncoderTest {

    private static final GatewayContract APPLE = GatewayContract.stock("AAPL", "NASDAQ", "USD");

    static Stream<Arguments> newMembers() {
        return Stream.of(
                Arguments.of(183, order(b -> b.clearing(new OrderClearing("", 0, "", "", "", "CA1", false, "")))),
                Arguments.of(184, order(b -> b.clearing(new OrderClearing("", 0, "", "", "", "", true, "")))),
                Arguments.of(189, order(b -> b.timing(new OrderTiming("", "", "", "", "", null, true, "")))),
                Arguments.of(
                        192, order(b -> b.regulatory(new OrderRegulatory("", 1, SoftDollarTier.NONE, "", "", "", "")))),
                Arguments.of(199, order(b -> b.handling(imbalanceOnly()))),
                Arguments.of(180, exercise("20260302-15:59:00", "", false)),
                Arguments.of(183, exercise("", "CA1", false)),
                Arguments.of(184, exercise("", "", true)),
                Arguments.of(197, new SessionRequest.ReqCurrentTimeInMillis()),
                Arguments.of(192, new OrderRequest.CancelOrder(7, new OrderCancel("", "OP", null))),
                Arguments.of(192, new OrderRequest.ReqGlobalCancel(new OrderCancel("", "", 1))),
                Arguments.of(
                        200,
                        new OrderQuery.ReqExecutions(1, new ExecutionFilter(0, "", "", "", "", "", "", 3, List.of()))),
                Arguments.of(
                        200,
                        new OrderQuery.ReqExecutions(
                                1, new ExecutionFilter(0, "", "", "", "", "", "", null, List.of("20260302")))));
    }

    @ParameterizedTest
    @MethodSource("newMembers")
    void refusesMembersThatTheVersionCannotCarry(int since, GatewayRequest request) {
        assertThat(new WireEncoder(since).encode(request)).isInstanceOf(Encoded.Frame.class);
        assertThat(new WireEncoder(since - 1).encode(request))
                .isInstanceOfSatisfying(Encoded.Refused.class, refused -> {
                    assertThat(refused.refusal().refusal()).isEqualTo(LocalRefusal.SERVER_TOO_OLD);
                    assertThat(refused.refusal().code()).isEqualTo(503);
                    assertThat(refused.refusal().message()).contains("needs version " + since);
                });
    }

    @ParameterizedTest
    @CsvSource({"strategy-ü", "'a\0b'", "\u007f"})
    void refusesTextOutsidePrintableAscii(String orderRef) {
        assertThat(new WireEncoder(200).encode(order(b -> b.orderRef(orderRef))))
                .isInstanceOfSatisfying(Encoded.Refused.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo(579);
                    assertThat(refused.refusal().message()).contains("order.orderRef");
                });
    }

    @Test
    void refusesTextInEveryOtherRequestToo() {
        assertThat(new WireEncoder(200).encode(new ContractRequest.ReqMatchingSymbols(7, "Société")))
                .isInstanceOfSatisfying(
                        Encoded.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(579));
    }

    @ParameterizedTest
    @CsvSource({"a=b, 1", "a;b, 1", "a, 1;2"})
    void refusesTagsThatWouldReadBackAsOthers(String tag, String value) {
        var request = new MarketDataRequest.ReqMktData(7, APPLE, "", false, false, List.of(new TagValue(tag, value)));

        assertThat(new WireEncoder(200).encode(request))
                .isInstanceOfSatisfying(
                        Encoded.Refused.class,
                        refused -> assertThat(refused.refusal().refusal()).isEqualTo(LocalRefusal.ILLEGAL_TEXT));
    }

    @Test
    void refusesAFrameThatNoGatewayTakes() {
        String xml = "x".repeat(0xFFFFFF);

        assertThat(new WireEncoder(200).encode(new AccountRequest.ReplaceFA(7, 1, xml)))
                .isInstanceOfSatisfying(
                        Encoded.Refused.class,
                        refused -> assertThat(refused.refusal().refusal()).isEqualTo(LocalRefusal.TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource({
        "190, 190.0",
        "191.25, 191.25",
        "0.0001, 1.0E-4",
        "0.001, 0.001",
        "10000000, 1.0E7",
        "-2.50, -2.5",
        "0, 0.0",
        "0.12345678901234567891, 0.12345678901234567891"
    })
    void writesPricesInTheShortestExactForm(BigDecimal price, String wire) {
        assertThat(FieldWriter.doubleText(price)).isEqualTo(wire);
    }

    @ParameterizedTest
    @CsvSource({
        "176, 4|1|7||",
        "186, 4|1|7||",
        "187, 4|1|7||||2147483647|",
        "189, 4|1|7||||2147483647|",
        "190, 4|1|7||",
        "191, 4|1|7||",
        "192, 4|7|||2147483647|",
        "200, 4|7|||2147483647|"
    })
    void laysOutACancelForEveryVersion(int version, String expected) {
        assertThat(fields(version, new OrderRequest.CancelOrder(7, OrderCancel.NONE)))
                .isEqualTo(expected);
    }

    private static String fields(int version, GatewayRequest request) {
        Encoded.Frame frame = (Encoded.Frame) new WireEncoder(version).encode(request);
        return new String(frame.bytes(), 4, frame.bytes().length - 4, java.nio.charset.StandardCharsets.US_ASCII)
                .replace('\0', '|');
    }

    private static GatewayRequest exercise(String time, String customerAccount, boolean professionalCustomer) {
        return new OrderRequest.ExerciseOptions(
                7, APPLE, ExerciseAction.LAPSE, 1, "", false, time, customerAccount, professionalCustomer);
    }

    private static OrderHandling imbalanceOnly() {
        return new OrderHandling(
                false, false, null, 0, false, false, null, "", null, false, null, false, false, false, false, false,
                false, false, null, null, true, false, "", List.of());
    }

    private static GatewayRequest order(java.util.function.UnaryOperator<GatewayOrder.Builder> terms) {
        GatewayOrder order =
                terms.apply(GatewayOrder.market("BUY", BigDecimal.ONE)).build();
        return new OrderRequest.PlaceOrder(7, APPLE, order);
    }

    @Test
    void writesOneLengthPrefixForTheWholeFrame() {
        Encoded.Frame frame = (Encoded.Frame) new WireEncoder(176).encode(new SessionRequest.ReqIds(1));

        assertThat(frame.bytes()).containsExactly(0, 0, 0, 6, '8', 0, '1', 0, '1', 0);
    }
}
