package com.quanticity.ibkr.gateway.session;

import static com.quanticity.ibkr.model.session.SessionState.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.model.ops.AlarmKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** A session that sees the orders of other client ids, as the drop copy does. */
@Timeout(60)
class OrderOwnershipTest extends SessionFixture {

    private final Logger logger = (Logger) LoggerFactory.getLogger(GatewaySession.class);

    @Test
    void tellsOrdersOfOtherIdsFromItsOwn() {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        orderStatus(peer, 42, 900_001, 2);
        orderStatus(peer, 42, 900_002, 1);
        orderStatus(peer, 43, 900_003, 2);

        await().untilAsserted(() -> assertThat(session.orderOwner(900_003)).hasValue(2));

        assertThat(session.orderOwner(900_001)).hasValue(2);
        assertThat(session.orderOwner(900_002)).hasValue(1);
        assertThat(session.send(cancel(42))).isEqualTo(SendOutcome.ACCEPTED);
        assertThat(peer.expect("4")).startsWith("4", "42");
        assertThat(session.send(cancel(44))).isEqualTo(SendOutcome.ACCEPTED);
        assertThat(session.alarms()).isEmpty();
    }

    @Test
    void sendsACancelOfAnotherIdsOrderAndWarnsOnce() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.WARN);
        logger.addAppender(lines);
        try {
            GatewaySession session = start(settings());
            Peer peer = gateway.acceptAndLogOn(200);
            awaitState(session, READY);
            orderStatus(peer, 43, 900_003, 2);
            await().untilAsserted(() -> assertThat(session.orderOwner(900_003)).hasValue(2));

            assertThat(session.send(cancel(43))).isEqualTo(SendOutcome.ACCEPTED);

            assertThat(peer.expect("4")).startsWith("4", "43");
            assertThat(lines.list)
                    .filteredOn(line -> line.getLevel() == Level.WARN)
                    .singleElement()
                    .extracting(ILoggingEvent::getFormattedMessage, STRING)
                    .contains("order 43 was placed under id 2; cancel it there or use the global cancel");
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(before);
        }
    }

    @Test
    void raisesAnAlarmOnceForAnIdThatIsNotInTheTable() {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        orderStatus(peer, 1, 900_001, 7);
        orderStatus(peer, 2, 900_002, 7);

        await().untilAsserted(() -> assertThat(session.orderOwner(900_002)).hasValue(7));
        assertThat(session.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(AlarmKind.ROGUE_CLIENT_ID);
            assertThat(alarm.subject()).isEqualTo("7");
        });
    }

    @Test
    void raisesAnAlarmWhenTheGatewayComplainsAboutOurSpeed() {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        peer.send("4", "-1", "100", "Max rate of messages per second has been exceeded", "", "0");

        await().untilAsserted(() -> assertThat(session.alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo(AlarmKind.PACING_VIOLATION)));
        assertThat(registry.get("gateway.message.slots").gauge().value()).isEqualTo(30);
    }

    private static void orderStatus(Peer peer, int orderId, long permId, int clientId) {
        peer.send(
                "3",
                Integer.toString(orderId),
                "Submitted",
                "0",
                "10",
                "0",
                Long.toString(permId),
                "0",
                "0",
                Integer.toString(clientId),
                "",
                "0");
    }

    private static GatewayRequest cancel(int orderId) {
        return new OrderRequest.CancelOrder(orderId, OrderCancel.NONE);
    }
}
