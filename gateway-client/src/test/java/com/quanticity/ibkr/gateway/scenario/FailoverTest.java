package com.quanticity.ibkr.gateway.scenario;

import static com.quanticity.ibkr.gateway.scenario.ClockedSession.BACKUP;
import static com.quanticity.ibkr.gateway.scenario.ClockedSession.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.session.SynchronisationFailedException;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first gateway dies in the afternoon. */
class FailoverTest {

    private final ClockedSession day = new ClockedSession("2026-01-07T14:00:00", ClockedSession.backup(true));

    @AfterEach
    void close() {
        day.close();
    }

    @Test
    void turnsToTheBackupAfterThreeFailuresAndSaysSo() {
        day.down(PRIMARY);
        day.advance(Duration.ofSeconds(20));

        assertThat(day.state()).isEqualTo(SessionState.READY);
        assertThat(day.attempts).containsExactly(PRIMARY, PRIMARY, PRIMARY, PRIMARY, BACKUP);
        assertThat(day.session.status().gateway()).isEqualTo("127.0.0.1:" + BACKUP);
        day.close();
        assertThat(day.heard.gatewayChanges).containsExactly(false, true);
        assertThat(day.heard.told())
                .containsExactly(
                        "RAISED GATEWAY_UNREACHABLE", "CLEARED GATEWAY_UNREACHABLE", "RAISED ON_BACKUP_GATEWAY");
        assertThat(day.heard.changes)
                .filteredOn(change ->
                        change.state() == SessionState.CONNECTING && change.gatewayRole() == GatewayRole.BACKUP)
                .extracting(SessionEvent::reason)
                .containsExactly("changing to the backup gateway after 3 failures of 127.0.0.1:" + PRIMARY);
    }

    @Test
    void turnsToTheBackupWhenTheGatewayDiesAfterEveryLogin() {
        day.heard.steps = synchronisation -> {
            day.cut(PRIMARY);
            if (synchronisation.gateway().endsWith(":" + PRIMARY)) {
                throw new SynchronisationFailedException("ended with the connection");
            }
        };
        day.cut(PRIMARY);
        day.advance(Duration.ofSeconds(20));

        assertThat(day.state()).isEqualTo(SessionState.READY);
        assertThat(day.attempts).containsExactly(PRIMARY, PRIMARY, PRIMARY, PRIMARY, BACKUP);
        day.close();
        assertThat(day.heard.told()).contains("RAISED GATEWAY_UNREACHABLE");
    }

    @Test
    void triesBothInTurnWhenBothAreLost() {
        day.up.remove(BACKUP);
        day.down(PRIMARY);
        day.advance(Duration.ofMinutes(5));

        assertThat(day.alarms()).contains("BOTH_GATEWAYS_LOST");
        assertThat(day.attempts.subList(day.attempts.size() - 2, day.attempts.size()))
                .containsExactlyInAnyOrder(PRIMARY, BACKUP);
        day.up.add(PRIMARY);
        day.advance(Duration.ofMinutes(3));
        assertThat(day.state()).isEqualTo(SessionState.READY);
        assertThat(day.alarms()).isEmpty();
    }

    @Test
    void staysWhereItIsRefused() {
        day.whenDown = new ConnectOutcome.Refused(326, "client id is in use");
        day.down(PRIMARY);
        day.advance(Duration.ofMinutes(5));

        assertThat(day.state()).isEqualTo(SessionState.REFUSED);
        assertThat(day.attempts).doesNotContain(BACKUP);
        assertThat(day.alarms()).containsExactly("CLIENT_ID_COLLISION");
    }

    @Test
    void goesBackByHand() {
        failOver();
        day.up.add(PRIMARY);

        assertThat(day.session.useGateway(GatewayRole.PRIMARY, "mended")).isTrue();
        day.advance(Duration.ofSeconds(5));

        assertThat(day.state()).isEqualTo(SessionState.READY);
        assertThat(day.session.status().outlook().gatewayRole()).isEqualTo(GatewayRole.PRIMARY);
        assertThat(day.alarms()).isEmpty();
        assertThat(day.session.useGateway(GatewayRole.PRIMARY, "again")).isFalse();
    }

    @Test
    void followsAWishWithoutWaitingForThePauseToEnd() {
        day.up.remove(BACKUP);
        day.down(PRIMARY);
        day.advance(Duration.ofMinutes(10));
        GatewayRole tried = day.session.status().outlook().gatewayRole();
        GatewayRole other = tried == GatewayRole.PRIMARY ? GatewayRole.BACKUP : GatewayRole.PRIMARY;
        day.up.addAll(List.of(PRIMARY, BACKUP));
        assertThat(day.state()).isEqualTo(SessionState.DISCONNECTED);

        assertThat(day.session.useGateway(other, "mended")).isTrue();

        assertThat(day.state()).isEqualTo(SessionState.READY);
        assertThat(day.session.status().outlook().gatewayRole()).isEqualTo(other);
        int attempts = day.attempts.size();
        day.advance(Duration.ofMinutes(2));
        assertThat(day.attempts).as("the pause's timer is gone").hasSize(attempts);
    }

    @Test
    void followsAWishWhereItIsRefusedAtOnce() {
        day.whenDown = new ConnectOutcome.Refused(326, "client id is in use");
        day.down(PRIMARY);
        day.advance(Duration.ofMinutes(5));
        assertThat(day.state()).isEqualTo(SessionState.REFUSED);

        day.session.useGateway(GatewayRole.BACKUP, "by hand");

        assertThat(day.state()).isEqualTo(SessionState.READY);
    }

    @Test
    void followsAWishOfTheTimeItConnectsAtOnce() {
        day.whileConnecting = () -> day.session.useGateway(GatewayRole.BACKUP, "by hand");
        day.cut(PRIMARY);
        day.advance(Duration.ofSeconds(5));

        assertThat(day.state()).isEqualTo(SessionState.READY);
        assertThat(day.attempts).containsExactly(PRIMARY, PRIMARY, BACKUP);
        assertThat(day.heard.gatewayChanges).as("nothing read on the other one").containsExactly(false, true);
    }

    @Test
    void forgetsAWishThatIsTakenBack() {
        day.whileConnecting = this::wishAndTakeBack;
        day.cut(PRIMARY);
        day.advance(Duration.ofSeconds(5));
        assertThat(day.state()).isEqualTo(SessionState.READY);

        day.cut(PRIMARY);
        day.advance(Duration.ofSeconds(5));
        assertThat(day.attempts).containsExactly(PRIMARY, PRIMARY, PRIMARY);
    }

    @Test
    void keepsTheConnectionWhenAWishIsTakenBackInTime() {
        day.heard.steps = synchronisation -> wishAndTakeBack();
        day.cut(PRIMARY);
        day.advance(Duration.ofSeconds(30));

        assertThat(day.state()).isEqualTo(SessionState.READY);
        assertThat(day.attempts).containsExactly(PRIMARY, PRIMARY);
    }

    @Test
    void goesBackByItselfInAQuietWindowWhenNoOrderWorks() {
        failOver();
        day.up.add(PRIMARY);
        day.heard.workingOrders = true;
        day.advanceTo("2026-01-08T00:14:00");
        assertThat(day.session.status().outlook().gatewayRole()).isEqualTo(GatewayRole.BACKUP);

        day.advanceTo("2026-01-08T00:20:00");
        assertThat(day.session.status().outlook().gatewayRole())
                .as("orders work")
                .isEqualTo(GatewayRole.BACKUP);

        day.heard.workingOrders = false;
        day.advance(Duration.ofMinutes(1));
        assertThat(day.session.status().outlook().gatewayRole()).isEqualTo(GatewayRole.PRIMARY);
        assertThat(day.state()).isEqualTo(SessionState.READY);
    }

    private void wishAndTakeBack() {
        assertThat(day.session.useGateway(GatewayRole.BACKUP, "by hand")).isTrue();
        assertThat(day.session.useGateway(GatewayRole.PRIMARY, "a slip")).isFalse();
    }

    private void failOver() {
        day.down(PRIMARY);
        day.advance(Duration.ofSeconds(20));
        assertThat(day.session.status().outlook().gatewayRole()).isEqualTo(GatewayRole.BACKUP);
    }
}
