package com.quanticity.ibkr.execution.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import com.quanticity.ibkr.model.order.OrderEvent.Previewed;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderTerms;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupPreviewTest {

    private static final ClientOrderId ENTRY = ClientOrderId.of("01K9ZZZZZZZZZZZZZZZZZZZZZZ");
    private static final ClientOrderId STOP = ClientOrderId.of("01K9ZZZZZZZZZZZZZZZZZZZZZY");

    @Test
    void holdsEveryOrderForUnknownWhenTheAdapterDoesNotAnswer() {
        OrderGroup bracket = OrderGroup.bracket(
                "g", order(ENTRY, OrderTerms.MARKET), List.of(order(STOP, new OrderTerms.Stop(BigDecimal.ONE))));
        Previewed silence = new Previewed(
                ENTRY, PreviewOutcome.UNKNOWN, null, "", "the adapter did not answer", "", "", Instant.EPOCH);

        GroupPreview told = GroupPreview.of(bracket, List.of("ENTRY", "STOP"), silence);

        assertThat(told.outcome()).isEqualTo(PreviewOutcome.UNKNOWN);
        assertThat(told.orders()).extracting(GroupPreview.Member::role).containsExactly("ENTRY", "STOP");
        assertThat(told.orders()).allSatisfy(member -> {
            assertThat(member.outcome()).isEqualTo(PreviewOutcome.UNKNOWN);
            assertThat(member.reason()).isEqualTo("the adapter did not answer");
        });
    }

    private static Order order(ClientOrderId id, OrderTerms terms) {
        return Order.of(id, "SPY", id.equals(ENTRY) ? Side.BUY : Side.SELL, BigDecimal.TEN, terms, "manual");
    }
}
