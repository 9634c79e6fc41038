package com.quanticity.ibkr.gateway.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.model.session.ClientId;
import org.junit.jupiter.api.Test;

class OrderOwnersTest {

    private final OrderOwners owners = new OrderOwners(ClientId.of(2));

    @Test
    void tellsOrdersOfTheSameNumberApart() {
        owners.seen(order(7, 1, 1001));
        assertThat(owners.foreignOwner(7)).hasValue(1);

        owners.seen(order(7, 2, 1002));

        assertThat(owners.foreignOwner(7)).isEmpty();
        assertThat(owners.owner(1001)).hasValue(1);
        assertThat(owners.owner(1002)).hasValue(2);
    }

    @Test
    void knowsItsOwnOrderBeforeTheGatewaySpeaksOfIt() {
        owners.seen(order(7, 1, 1001));
        owners.sent(7);

        assertThat(owners.foreignOwner(7)).isEmpty();
    }

    @Test
    void saysNothingAboutOrdersItNeverSaw() {
        assertThat(owners.foreignOwner(8)).isEmpty();
        assertThat(owners.owner(1)).isEmpty();
    }

    @Test
    void tellsEachIdThatIsNotInTheTableOnce() {
        RogueIds rogues = new RogueIds(true);

        assertThat(rogues.isNew(7, 0)).isTrue();
        assertThat(rogues.isNew(7, 0)).isFalse();
        assertThat(rogues.isNew(1, 0)).isFalse();
        assertThat(rogues.isNew(99, 0)).isFalse();
        assertThat(rogues.isNew(0, 0)).isFalse();
        assertThat(rogues.count()).isEqualTo(1);
    }

    @Test
    void tellsOrdersTypedByHandWhenNoneAreExpected() {
        assertThat(new RogueIds(false).isNew(0, 0)).isTrue();
    }

    private static TradingEvent order(int orderId, int clientId, long permId) {
        return new TradingEvent.OrderBound(permId, clientId, orderId);
    }
}
