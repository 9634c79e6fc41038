package com.quanticity.ibkr.execution.bracket;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.bracket.Leg.Kind;
import com.quanticity.ibkr.execution.bracket.Leg.Proof;
import com.quanticity.ibkr.execution.bracket.Repair.Reason;
import com.quanticity.ibkr.execution.bracket.Repair.Step;
import com.quanticity.ibkr.model.order.ClientOrderId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtectionTest {

    private static final ClientOrderId STOP = ClientOrderId.of("01J00000000000000000000001");
    private static final ClientOrderId TARGET = ClientOrderId.of("01J00000000000000000000002");

    @Test
    void leavesTheBrokersOwnBracketAloneWhileTheEntryFills() {
        assertThat(Protection.repair(attached(40, 60, stop(100, Proof.CONFIRMED), target(100, Proof.CONFIRMED))))
                .isEqualTo(Repair.NOTHING);
    }

    @Test
    void shrinksBothLegsWhenTheEntryEndsInPart() {
        assertThat(Protection.repair(attached(40, 0, stop(100, Proof.CONFIRMED), target(100, Proof.CONFIRMED))))
                .isEqualTo(new Repair(
                        List.of(
                                new Step.Resize(STOP, BigDecimal.valueOf(40)),
                                new Step.Resize(TARGET, BigDecimal.valueOf(40))),
                        null));
    }

    @Test
    void cancelsBothLegsWhenTheEntryEndsUnfilled() {
        assertThat(Protection.repair(attached(0, 0, stop(100, Proof.CONFIRMED), target(100, Proof.CONFIRMED)))
                        .steps())
                .containsExactly(new Step.Cancel(STOP), new Step.Cancel(TARGET));
    }

    @Test
    void placesAMissingStopFirst() {
        assertThat(Protection.repair(attached(40, 0)))
                .isEqualTo(new Repair(List.of(new Step.Place(Kind.STOP, BigDecimal.valueOf(40))), Reason.UNPROTECTED));
    }

    @Test
    void givesUpTheTargetBeforeTheStopGrows() {
        assertThat(Protection.repair(attached(40, 0, stop(30, Proof.CONFIRMED), target(30, Proof.CONFIRMED))))
                .isEqualTo(new Repair(List.of(new Step.Cancel(TARGET)), Reason.UNPROTECTED));
    }

    @Test
    void placesTheTargetBehindAProvenStop() {
        assertThat(Protection.repair(attached(40, 0, stop(40, Proof.CONFIRMED))))
                .isEqualTo(new Repair(List.of(new Step.Place(Kind.TARGET, BigDecimal.valueOf(40))), null));
    }

    @Test
    void waitsForTheAnswerToAStopThatIsOnItsWay() {
        assertThat(Protection.repair(attached(40, 0, stop(40, Proof.PENDING)))).isEqualTo(Repair.NOTHING);
    }

    @Test
    void anUnknownStopBlocksAndAlarms() {
        assertThat(Protection.repair(attached(40, 0, stop(30, Proof.UNKNOWN))))
                .isEqualTo(new Repair(List.of(), Reason.PROTECTION_UNKNOWN));
    }

    @Test
    void cancelsEverythingWhenThePositionIsReversed() {
        Standing reversed = new Standing(
                BigDecimal.TEN,
                BigDecimal.ZERO,
                true,
                BigDecimal.valueOf(12),
                true,
                true,
                Set.of(),
                List.of(stop(5, Proof.UNKNOWN)));

        assertThat(Protection.repair(reversed))
                .isEqualTo(new Repair(List.of(new Step.Cancel(STOP)), Reason.POSITION_REVERSED));
    }

    @Test
    void sendsNothingWhileTheGatewayIsAwayAndTellsWhatIsUnprotected() {
        Standing away = new Standing(
                BigDecimal.TEN,
                BigDecimal.ZERO,
                true,
                BigDecimal.ZERO,
                true,
                false,
                Set.of(),
                List.of(stop(5, Proof.CONFIRMED)));

        assertThat(Protection.repair(away)).isEqualTo(new Repair(List.of(), Reason.UNPROTECTED));
    }

    @Test
    void alarmsWhileARefusedStopIsAskedForAgain() {
        assertThat(Protection.repair(refused(40, 0, Kind.STOP, stop(40, Proof.PENDING)))
                        .alarm())
                .isEqualTo(Reason.UNPROTECTED);
        assertThat(Protection.repair(refused(40, 0, Kind.STOP)))
                .isEqualTo(new Repair(List.of(new Step.Place(Kind.STOP, BigDecimal.valueOf(40))), Reason.UNPROTECTED));
    }

    @Test
    void asksAgainAndAlarmsWhenAStopIsNotLetGo() {
        assertThat(Protection.repair(refused(40, 0, Kind.STOP, stop(100, Proof.CONFIRMED))))
                .isEqualTo(new Repair(
                        List.of(new Step.Resize(STOP, BigDecimal.valueOf(40))), Reason.PROTECTION_TOO_LARGE));
        assertThat(Protection.repair(refused(0, 0, Kind.TARGET, target(40, Proof.CONFIRMED))))
                .isEqualTo(new Repair(List.of(new Step.Cancel(TARGET)), Reason.PROTECTION_TOO_LARGE));
    }

    private static Standing attached(int entered, int entryOpen, Leg... legs) {
        return standing(entered, entryOpen, Set.of(), legs);
    }

    private static Standing refused(int entered, int entryOpen, Kind refused, Leg... legs) {
        return standing(entered, entryOpen, Set.of(refused), legs);
    }

    private static Standing standing(int entered, int entryOpen, Set<Kind> refused, Leg... legs) {
        return new Standing(
                BigDecimal.valueOf(entered),
                BigDecimal.valueOf(entryOpen),
                true,
                BigDecimal.ZERO,
                true,
                true,
                refused,
                List.of(legs));
    }

    private static Leg stop(int open, Proof proof) {
        return new Leg(STOP, Kind.STOP, BigDecimal.valueOf(open), proof);
    }

    private static Leg target(int open, Proof proof) {
        return new Leg(TARGET, Kind.TARGET, BigDecimal.valueOf(open), proof);
    }
}
