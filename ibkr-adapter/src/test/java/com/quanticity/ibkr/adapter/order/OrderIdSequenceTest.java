package com.quanticity.ibkr.adapter.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.order.OrderId;
import org.junit.jupiter.api.Test;

class OrderIdSequenceTest {

    private final OrderIdSequence sequence = new OrderIdSequence();

    @Test
    void startsWithTheIdTheGatewayAnnounced() {
        sequence.announced(295);

        assertThat(sequence.next()).isEqualTo(OrderId.of(295));
        assertThat(sequence.next()).isEqualTo(OrderId.of(296));
    }

    @Test
    void staysAboveEverythingSeen() {
        sequence.announced(5);
        sequence.seen(40);
        sequence.seen(39);

        assertThat(sequence.next()).isEqualTo(OrderId.of(41));
    }

    @Test
    void neverGoesBackWhenTheGatewayDoes() {
        sequence.announced(100);
        OrderId given = sequence.next();

        sequence.announced(1);

        assertThat(sequence.next()).isGreaterThan(given);
    }

    @Test
    void keepsOutOfTheRequestIds() {
        sequence.seen(GatewaySession.FIRST_REQUEST_ID + 5);
        assertThat(sequence.next()).isEqualTo(OrderId.of(1));

        sequence.seen(GatewaySession.FIRST_REQUEST_ID - 1);
        assertThatIllegalStateException().isThrownBy(sequence::next);
    }

    @Test
    void leavesTheReservedRequestIdOut() {
        sequence.seen(GatewaySession.RESERVED_REQUEST_ID - 1);

        assertThat(sequence.next()).isEqualTo(OrderId.of(GatewaySession.RESERVED_REQUEST_ID + 1));
    }
}
