package com.quanticity.ibkr.adapter.depth;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.depth.rotation.RotationState;
import com.quanticity.ibkr.adapter.depth.rotation.RotationView.Use;
import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import com.quanticity.ibkr.adapter.depth.rotation.Turn.End;
import com.quanticity.ibkr.model.market.DepthUpdate;
import com.quanticity.ibkr.model.market.DepthUpdate.Operation;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.witness.SubscriptionKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rotation against a simulated gateway, with the gateway's witness. */
class DepthRotationIT {

    /** What the desk's time makes long is short at the gateway: silence proves nothing here. */
    private static final Map<String, Object> FOUR_SYMBOLS =
            Map.of("symbols", "QQQ,IWM,NVDA,TSLA", "silent-after", "1d", "missing-after", "1d", "stuck-after", "1d");

    @Test
    void rotatesWithThePermanentSymbolOnAllTheTimeAndNeverMoreThanThree() {
        try (RunningDepth running = new RunningDepth(FOUR_SYMBOLS)) {
            running.until(() -> running.isServed("SPY"));
            running.until(() -> running.servedTurns() >= 8);

            assertThat(running.atGateway().most()).isEqualTo(3);
            assertThat(running.received())
                    .contains("+9001")
                    .doesNotContain("-9001")
                    .doesNotHaveDuplicates();
            List<Turn> turns = running.depth.desk.turns(100);
            assertThat(turns).extracting(Turn::end).containsOnly(End.SERVED);
            assertThat(turns.stream().map(Turn::symbol).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("QQQ", "IWM", "NVDA", "TSLA");
            assertThat(running.isServed("SPY")).isTrue();
            assertNoHoleInUpdates(running.depth.updates);
            assertThat(running.depth.alarms).isEmpty();
        }
    }

    @Test
    void survivesEveryTroubleOfTheGateway() {
        try (RunningDepth running = new RunningDepth(FOUR_SYMBOLS)) {
            running.until(() -> running.isServed("SPY"));

            // 317
            running.gateway.faults().resetDepth("SPY");
            running.until(() -> resets(running, "317") > 0);
            running.until(() -> running.isServed("SPY"));

            // farm blip
            running.gateway.faults().breakFarm("usfarm", null, true);
            running.until(() -> running.depth.desk.view().state() == RotationState.HELD);
            assertThat(running.isServed("SPY")).isFalse();
            running.gateway.faults().mendFarm();
            running.until(() -> running.isServed("SPY"));

            // competing session
            TestDepth.CONTRACTS.forEach(contract -> running.gateway.faults().silence(contract.symbol()));
            running.gateway
                    .faults()
                    .messages()
                    .toSubscriptions(
                            SubscriptionKind.DEPTH, null, 10197, "No market data during competing live session");
            running.until(() -> running.depth.desk.view().state() == RotationState.HELD);
            assertThat(running.isServed("SPY")).isFalse();
            running.gateway.faults().endSilence();
            running.until(() -> running.isServed("SPY"));

            // broker lost, data lost
            running.gateway.faults().loseBroker(null, true);
            running.until(() -> running.session.state() == SessionState.BROKER_DOWN);
            running.gateway.faults().restoreBroker();
            running.until(() -> running.isServed("SPY"));

            // link cut in mid-turn
            running.gateway.dropClient(1);
            running.until(() -> running.session.state() != SessionState.READY);
            running.until(() -> running.isServed("SPY"));
            long turns = running.servedTurns();
            running.until(() -> running.servedTurns() >= turns + 4);

            assertThat(running.atGateway().most()).isLessThanOrEqualTo(3);
            assertThat(running.depth.desk.turns(100))
                    .extracting(Turn::end)
                    .contains(End.RENEWED, End.LOST)
                    .doesNotContain(End.FULL, End.DUPLICATE);
            assertThat(resets(running, "LOST") + resets(running, "connection lost"))
                    .isPositive();
        }
    }

    @Test
    void aTwsWindowTakesASlotAndGivesItBack() {
        try (RunningDepth running = new RunningDepth(FOUR_SYMBOLS)) {
            running.gateway
                    .faults()
                    .data()
                    .limit(limits -> limits.withData(limits.data().withDepthSlots(2)));
            running.until(() -> running.isServed("SPY"));

            running.until(() -> raised(running, AlarmKind.DEPTH_ROTATION_DISABLED));
            assertThat(running.depth.desk.view().slots())
                    .extracting(slot -> slot.use())
                    .contains(Use.HELD_ELSEWHERE);
            long turns = running.servedTurns();
            running.until(() -> running.servedTurns() > turns + 1);

            running.gateway.faults().data().restoreLimits();
            running.depth.desk.resume();
            running.until(() -> !running.depth.alarms.getLast().raised());
            assertThat(running.received()).doesNotContain("-9001");
        }
    }

    @Test
    void lateRowsAndSlotsKeptByTheGatewayAreWaitedFor() {
        try (RunningDepth running = new RunningDepth(FOUR_SYMBOLS)) {
            running.gateway.faults().data().setLateDepth(Duration.ofMillis(50), true);
            running.until(() -> running.servedTurns() >= 6);

            assertThat(running.atGateway().most()).isLessThanOrEqualTo(3);
            assertThat(running.isServed("SPY")).isTrue();
        }
    }

    private static long resets(RunningDepth running, String reason) {
        return running.depth.updates.stream()
                .filter(update ->
                        update.operation() == Operation.RESET && update.reason().contains(reason))
                .count();
    }

    private static boolean raised(RunningDepth running, AlarmKind kind) {
        return running.depth.alarms.stream().filter(Alarm::raised).anyMatch(alarm -> alarm.kind() == kind);
    }

    private static void assertNoHoleInUpdates(List<DepthUpdate> updates) {
        long next = 1;
        for (DepthUpdate update : updates) {
            assertThat(update.sequence()).isEqualTo(next++);
        }
    }
}
