package com.quanticity.ibkr.risk.dropcopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderState;
import com.quanticity.ibkr.gateway.order.OrderIdentity;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropCopyBookTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:30:00Z");
    private static final Instant LATER = AT.plusSeconds(30);

    private static final int REMEMBERED = 3;

    private final DropCopyBook book = new DropCopyBook(REMEMBERED);
    private final List<DropCopyEvent> news = new ArrayList<>();

    @Test
    void tellsAnOrderOfAnybodyWithItsOrigin() {
        hear(openOrder(11, 7, 5, "someone"), status(11, "Submitted", "0", "10"));

        assertThat(orders())
                .extracting(DropCopyOrder::origin, DropCopyOrder::status, DropCopyOrder::open)
                .contains(org.assertj.core.groups.Tuple.tuple(TradeOrigin.OTHER_CLIENT, "Submitted", true));
        assertThat(book.view().open()).hasSize(1);
    }

    @Test
    void tellsNothingTwice() {
        hear(openOrder(11, 0, 0, ""), status(11, "Submitted", "0", "10"));
        int told = news.size();

        hear(openOrder(11, 0, 0, ""), status(11, "Submitted", "0", "10"));
        hear(execution("e1.01", "4", "BOT"), execution("e1.01", "4", "BOT"));

        assertThat(news).hasSize(told + 1);
    }

    @Test
    void closesWhatACompleteAnswerDoesNotList() {
        hear(openOrder(11, 0, 0, ""), openOrder(12, 0, 0, ""));

        news.addAll(book.onAllOpenOrders(List.of(openOrder(12, 0, 0, "")), LATER, LATER));

        assertThat(book.view().open()).extracting(DropCopyOrder::permId).containsExactly(12L);
        assertThat(orders().getLast().open()).isFalse();
    }

    @Test
    void keepsWhatCameAfterTheQuestion() {
        hear(openOrder(11, 0, 0, ""));

        news.addAll(book.onAllOpenOrders(List.of(), AT.minusSeconds(1), LATER));

        assertThat(book.view().open()).hasSize(1);
    }

    @Test
    void aLostSessionClosesNothingAndMakesItUnknown() {
        hear(openOrder(11, 0, 0, ""));
        book.onAllOpenOrders(List.of(openOrder(11, 0, 0, "")), AT, AT);

        assertThat(book.onLost()).isTrue();

        assertThat(book.view().asOf()).isNull();
        assertThat(book.view().open()).hasSize(1);
    }

    @Test
    void anOrderThatIsFilledOrCompletedIsNotOpen() {
        hear(openOrder(11, 0, 0, ""), status(11, "Filled", "10", "0"), openOrder(12, 0, 0, ""), completed(12));

        assertThat(book.view().open()).isEmpty();
    }

    @Test
    void anOpenOrderIsNeverForgottenHoweverManyFollow() {
        hear(openOrder(11, 0, 0, ""));
        for (int permId = 20; permId < 30; permId++) {
            hear(openOrder(permId, 0, 0, ""), completed(permId));
        }

        hear(status(11, "Cancelled", "0", "10"));

        assertThat(book.openOrders()).isZero();
        assertThat(orders().getLast())
                .extracting(DropCopyOrder::permId, DropCopyOrder::open)
                .containsExactly(11L, false);
    }

    @Test
    void amongManyOpenOrdersEachIsFollowedToItsEnd() {
        for (int permId = 20; permId < 30; permId++) {
            hear(openOrder(permId, 0, 0, ""));
        }
        assertThat(book.isCrowded()).isTrue();
        assertThat(book.view().open()).hasSize(10);

        for (int permId = 20; permId < 30; permId++) {
            hear(status(permId, "Filled", "10", "0"));
        }

        assertThat(book.view().open()).isEmpty();
        assertThat(book.isCrowded()).isFalse();
    }

    @Test
    void ofClosedOrdersTheLatestAreRemembered() {
        for (int permId = 20; permId < 30; permId++) {
            hear(openOrder(permId, 0, 0, ""), completed(permId));
        }
        int told = news.size();

        hear(completed(27), completed(28), completed(29));
        assertThat(news).hasSize(told);

        hear(completed(20));
        assertThat(news).hasSize(told + 1);
    }

    @Test
    void tellsACorrectionOfTheSameExecution() {
        hear(execution("e1.01", "4", "BOT"), execution("e1.01", "3", "BOT"), execution("e1.02", "3", "BOT"));

        assertThat(news).hasSize(3);
    }

    @Test
    void neverGuessesASide() {
        assertThatThrownBy(() -> hear(execution("e1.01", "4", "???")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BOT or SLD");
    }

    private void hear(GatewayEvent... events) {
        for (GatewayEvent event : events) {
            news.addAll(book.onEvent(event, AT));
        }
    }

    private List<DropCopyOrder> orders() {
        return news.stream()
                .filter(DropCopyEvent.OrderSeen.class::isInstance)
                .map(event -> ((DropCopyEvent.OrderSeen) event).order())
                .toList();
    }

    private static TradingEvent.OpenOrder openOrder(long permId, int clientId, int orderId, String orderRef) {
        return new TradingEvent.OpenOrder(
                orderId,
                contract(),
                wire(permId, clientId, orderRef),
                GatewayOrderState.completed("Submitted", "", ""));
    }

    private static TradingEvent.CompletedOrder completed(long permId) {
        return new TradingEvent.CompletedOrder(
                contract(), wire(permId, 0, ""), GatewayOrderState.completed("Cancelled", "", ""));
    }

    private static TradingEvent.OrderStatus status(long permId, String status, String filled, String remaining) {
        return new TradingEvent.OrderStatus(
                0, status, new BigDecimal(filled), new BigDecimal(remaining), null, permId, 0, null, 0, "", null);
    }

    private static TradingEvent.ExecDetails execution(String execId, String shares, String side) {
        GatewayExecution execution = new GatewayExecution(
                0,
                0,
                execId,
                "20260302 09:30:01 US/Eastern",
                "DU1234567",
                "ARCA",
                side,
                new BigDecimal(shares),
                new BigDecimal("500.10"),
                11L,
                0,
                new BigDecimal(shares),
                new BigDecimal("500.10"),
                "",
                "",
                BigDecimal.ZERO,
                "",
                2,
                false,
                "");
        return new TradingEvent.ExecDetails(-1, contract(), execution);
    }

    private static GatewayOrder wire(long permId, int clientId, String orderRef) {
        return GatewayOrder.market("BUY", BigDecimal.TEN)
                .orderRef(orderRef)
                .identity(new OrderIdentity(clientId, permId, null, ""))
                .build();
    }

    private static GatewayContract contract() {
        return GatewayContract.builder()
                .conId(756733)
                .symbol("SPY")
                .secType("STK")
                .build();
    }
}
