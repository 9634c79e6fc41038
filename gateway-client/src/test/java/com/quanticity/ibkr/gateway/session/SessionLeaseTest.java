package com.quanticity.ibkr.gateway.session;

import static com.quanticity.ibkr.model.session.SessionState.DISCONNECTED;
import static com.quanticity.ibkr.model.session.SessionState.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.lease.LeaseAnswer;
import com.quanticity.ibkr.gateway.lease.LeaseHolder;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.pacing.HistoryAllowances;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.MessageShares;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionLease;
import com.quanticity.ibkr.model.session.SessionLease.Standing;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionLeaseTest extends SessionFixture {

    private final ScriptedLeases leases = new ScriptedLeases();

    @Test
    void waitsForTheHolderAndSaysWhoItIs() {
        leases.grants = false;
        GatewaySession session = start();

        await().untilAsserted(() -> assertThat(session.status().reason())
                .isEqualTo("client id 1 is held by ibkr-adapter on host-a (pid 4711) since 2026-01-05T14:30:00Z;"
                        + " stop it or wait"));

        assertThat(session.state()).isEqualTo(DISCONNECTED);
        assertThat(session.status().outlook().lease()).isEqualTo(lease(17, Standing.OTHERS));
        leases.grants = true;
        gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        assertThat(session.status().outlook().lease()).isEqualTo(lease(1, Standing.PROVEN));
        leases.becomes(new LeaseStanding.Unproven("Redis is away"));
        assertThat(session.status().outlook().lease()).isEqualTo(lease(1, Standing.UNPROVEN));
    }

    @Test
    void connectsOnlyWhenNoForgottenHolderCanBeLeft() {
        leases.grants = false;
        leases.refusal = new LeaseAnswer.MaybeHeld(Duration.ofMillis(50), "Redis is new; wait");
        GatewaySession session = start();

        await().untilAsserted(() -> assertThat(session.status().reason()).isEqualTo("Redis is new; wait"));

        assertThat(session.alarms()).isEmpty();
        assertThat(session.status().outlook().lease()).isNull();
        leases.grants = true;
        gateway.acceptAndLogOn(200);
        awaitState(session, READY);
    }

    @Test
    void doesNotConnectWhileNobodyCanSayWhoHoldsTheId() {
        leases.grants = false;
        leases.refusal = new LeaseAnswer.Unknown("Redis is away");
        GatewaySession session = start();

        await().untilAsserted(() ->
                assertThat(session.alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.COORDINATION_LOST));

        assertThat(session.status().reason()).isEqualTo("Redis is away");
        leases.grants = true;
        gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        await().untilAsserted(() -> assertThat(session.alarms()).isEmpty());
    }

    @Test
    void holdsOrdersAndLetsCancelsPassWhileTheLeaseIsUnproven() {
        GatewaySession session = start();
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        leases.becomes(new LeaseStanding.Unproven("Redis is away"));

        assertThat(session.send(order(42)))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(LocalRefusal.LEASE_NOT_PROVEN));
        assertThat(session.send(new OrderRequest.CancelOrder(42, OrderCancel.NONE)))
                .isEqualTo(SendOutcome.ACCEPTED);
        assertThat(peer.expect("4")).startsWith("4", "42");
        leases.becomes(new LeaseStanding.Proven());
        assertThat(session.send(order(42))).isEqualTo(SendOutcome.ACCEPTED);
        assertThat(session.state()).isEqualTo(READY);
    }

    @Test
    void leavesTheGatewayAtOnceWhenTheLeaseIsLostAndAsksAnew() {
        GatewaySession session = start();
        gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        leases.grants = false;

        leases.becomes(new LeaseStanding.Lost("client id 1 was taken by somebody"));

        awaitState(session, DISCONNECTED);
        assertThat(session.alarms()).extracting(Alarm::kind).containsExactly(AlarmKind.LEASE_LOST);
        leases.grants = true;
        gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        assertThat(leases.granted).isEqualTo(2);
        await().untilAsserted(() -> assertThat(session.alarms()).isEmpty());
    }

    @Test
    void connectsWhenTheLeaseIsProvenAgainAndNobodyTells() {
        GatewaySession session = start();
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        leases.becomesSilently(new LeaseStanding.Unproven("Redis is away"));
        peer.close();
        await().untilAsserted(() -> assertThat(session.status().reason()).contains("asking for the lease"));

        leases.becomesSilently(new LeaseStanding.Proven());

        gateway.acceptAndLogOn(200);
        awaitState(session, READY);
    }

    @Test
    void asksAgainWhenAskingFails() {
        leases.failure = new LinkageError("half a class path");
        GatewaySession session = start();
        await().untilAsserted(() -> assertThat(session.status().reason()).contains("half a class path"));

        leases.failure = null;

        gateway.acceptAndLogOn(200);
        awaitState(session, READY);
    }

    @Test
    void givesTheIdBackWhenItIsClosed() {
        GatewaySession session = start();
        gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        session.close();

        assertThat(leases.released).isEqualTo(1);
    }

    private static SessionLease lease(long token, Standing standing) {
        LeaseHolder holder = ScriptedLeases.OTHER;
        return new SessionLease(holder.component(), holder.host(), holder.pid(), holder.since(), token, standing);
    }

    private GatewaySession start() {
        return startWith(
                settings(),
                new SessionSharing(
                        leases, MessageShares.alone(), HistoryAllowances.alone(), HistoryLimits.defaults(), true),
                application);
    }
}
