package com.quanticity.ibkr.gateway.internal.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.pacing.MessageShares;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.model.session.SessionState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The moment in which READY or the lease ends. */
@Timeout(60)
class HeldOrdersTest {

    @Test
    void refusesAnOrderThatMeetsTheLossOfTheBrokerHalfWay() {
        try (ConnectedSession gateway = new ConnectedSession(MessageShares.alone())) {
            assertThat(gateway.session.state()).isEqualTo(SessionState.READY);
            gateway.whenTheLeaseIsAsked = once(gateway::brokerLost);

            SendOutcome outcome = gateway.session.send(order(1));

            assertThat(gateway.session.state()).isEqualTo(SessionState.BROKER_DOWN);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(LocalRefusal.NOT_READY));
            assertThat(gateway.connection.sent).doesNotContain(order(1));
        }
    }

    @Test
    void queuesNoOrderBehindTheWithdrawal() {
        try (ConnectedSession gateway = new ConnectedSession(MessageShares.alone())) {
            useTheBudgetUp(gateway);
            List<GatewayRequest> accepted = new ArrayList<>();
            gateway.whenTheTimeIsAsked = guarded(() -> {
                GatewayRequest late = order(1_000 + accepted.size());
                if (gateway.session.send(late).isAccepted()) {
                    accepted.add(late);
                }
            });

            gateway.brokerLost();

            gateway.whenTheTimeIsAsked = () -> {};
            assertThat(accepted).isNotEmpty();
            await().untilAsserted(() -> assertThat(gateway.unsent).containsExactlyElementsOf(accepted));
            gateway.scheduler.advance(Duration.ofSeconds(2));
            assertThat(gateway.connection.sent).doesNotContainAnyElementsOf(accepted);
        }
    }

    @Test
    void handsOrdersBackThatWaitForTheSocketWhenTheBrokerIsLost() {
        try (ConnectedSession gateway = new ConnectedSession(MessageShares.alone())) {
            GatewayRequest cancel = new OrderRequest.CancelOrder(7, OrderCancel.NONE);
            gateway.connection.stalled = true;
            gateway.session.send(order(1));
            gateway.session.send(cancel);
            gateway.session.send(order(2));

            gateway.brokerLost();

            await().untilAsserted(() -> assertThat(gateway.unsent).containsExactly(order(1), order(2)));
            assertThat(gateway.connection.sent).contains(cancel).doesNotContain(order(1), order(2));
        }
    }

    @Test
    void takesOrdersOnlyWhileTheLeaseIsProven() {
        try (ConnectedSession gateway = new ConnectedSession(MessageShares.alone())) {
            assertThat(gateway.session.takesOrders()).isTrue();

            gateway.leaseIsProven = false;

            assertThat(gateway.session.takesOrders()).isFalse();
            assertThat(gateway.session.status().outlook().takesOrders()).isFalse();
            assertThat(gateway.session.send(new OrderRequest.CancelOrder(1, OrderCancel.NONE)))
                    .isEqualTo(SendOutcome.ACCEPTED);
        }
    }

    private static void useTheBudgetUp(ConnectedSession gateway) {
        int orderId = 1;
        while (gateway.session.send(order(orderId)).equals(SendOutcome.ACCEPTED)) {
            orderId++;
        }
        assertThat(gateway.session
                        .send(new OrderRequest.CancelOrder(orderId, OrderCancel.NONE))
                        .isAccepted())
                .isTrue();
        await().untilAsserted(() -> assertThat(gateway.unsent).hasSize(1));
        gateway.unsent.clear();
    }

    private static Runnable once(Runnable task) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                task.run();
            }
        };
    }

    /** Runs the task unless it is running. */
    private static Runnable guarded(Runnable task) {
        AtomicBoolean running = new AtomicBoolean();
        return () -> {
            if (running.compareAndSet(false, true)) {
                task.run();
                running.set(false);
            }
        };
    }

    private static GatewayRequest order(int orderId) {
        return new OrderRequest.PlaceOrder(
                orderId,
                GatewayContract.ofId(265598, "SMART"),
                GatewayOrder.market("BUY", BigDecimal.ONE).build());
    }
}
