package com.quanticity.ibkr.adapter.depth.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.depth.rotation.RotationView.SlotView;
import com.quanticity.ibkr.adapter.depth.rotation.RotationView.Use;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds whatever happens in whatever order. The model of the gateway checks every id and every count itself. */
class RotationPropertyTest {

    private Rotated rotated = new Rotated(3, Rotated.QUEUE);

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void neverMoreThanTheSlotsAndEveryoneGetsItsTurnAfterwards(@ForAll long seed) {
        Random random = new Random(seed);
        rotated = new Rotated(3, Rotated.QUEUE);
        rotated.rotation.onUsable(rotated.now);
        for (int i = 0; i < 400; i++) {
            happen(random);
            assertThat(rotated.gateway.open.size() + rotated.gateway.heldElsewhere)
                    .isLessThanOrEqualTo(3 + rotated.gateway.heldElsewhere);
            assertSlotsAgree();
        }

        calm();
        int told = rotated.turns().size();
        rotated.run(Duration.ofMinutes(2));

        for (int i = 0; i < 20 && rotated.gateway.open.size() < 3; i++) {
            rotated.step();
        }
        assertThat(rotated.gateway.open)
                .containsEntry(GatewayModel.RESERVED, "SPY")
                .hasSize(3);
        assertThat(rotated.turns().stream().skip(told).map(Turn::symbol).collect(Collectors.toSet()))
                .containsAll(Rotated.QUEUE)
                .doesNotContain("SPY");
    }

    /** Every subscription at the gateway belongs to a slot that knows of it, and none belongs to two. */
    private void assertSlotsAgree() {
        List<Integer> ids = rotated.view().slots().stream()
                .map(SlotView::requestId)
                .filter(id -> id != 0)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().containsAll(rotated.gateway.open.keySet());
        assertThat(rotated.view().slots().stream()
                        .filter(slot -> slot.use() == Use.LIVE || slot.use() == Use.REQUESTED)
                        .map(SlotView::symbol)
                        .toList())
                .doesNotHaveDuplicates();
    }

    private void happen(Random random) {
        GatewayModel gateway = rotated.gateway;
        String symbol = Rotated.QUEUE.get(random.nextInt(Rotated.QUEUE.size()));
        int id = random.nextInt(5) == 0 ? GatewayModel.RESERVED : anyId(random);
        rotated.now = rotated.now.plusMillis(random.nextInt(1, 2_000));
        gateway.now(rotated.now);
        switch (random.nextInt(26)) {
            case 0 -> gateway.read();
            case 1, 2, 3, 4 -> gateway.readAndAnswer();
            case 5, 6 -> gateway.rows();
            case 7 -> gateway.lateRow(id);
            case 8 -> gateway.kill(id, DepthRefusal.HALTED, 316);
            case 9 -> gateway.kill(id, DepthRefusal.REFUSED, 354);
            case 10 -> rotated.rotation.onBroken(id, "gap", rotated.now);
            case 11 -> lose();
            case 12 -> rotated.rotation.onSuspended("1100");
            case 13, 14, 15 -> rotated.rotation.onUsable(rotated.now);
            case 16 -> rotated.rotation.onHold(random.nextBoolean() ? "farm" : "", rotated.now);
            case 17 -> rotated.rotation.pin(symbol, rotated.now.plusSeconds(30), rotated.now);
            case 18 -> rotated.rotation.unpin(symbol, rotated.now);
            case 19 -> rotated.rotation.skip(symbol, rotated.now);
            case 20 -> rotated.rotation.queue(Rotated.QUEUE.reversed(), rotated.now);
            case 21 -> rotated.rotation.pause("a person", rotated.now);
            case 22 -> rotated.rotation.resume(rotated.now);
            case 23 -> gateway.answersBarriers = random.nextInt(4) > 0;
            case 24 -> gateway.takesRequests = random.nextInt(4) > 0;
            default -> gateway.heldElsewhere = Math.min(random.nextInt(3), 3 - gateway.open.size());
        }
        rotated.rotation.tick(rotated.now);
    }

    private int anyId(Random random) {
        List<SlotView> slots = rotated.view().slots();
        return slots.get(random.nextInt(slots.size())).requestId();
    }

    private void lose() {
        rotated.gateway.cut();
        rotated.rotation.onLost("link cut", rotated.now);
    }

    /** Every trouble ends, and what it left behind has had its time. */
    private void calm() {
        rotated.gateway.heldElsewhere = 0;
        rotated.gateway.answersBarriers = true;
        rotated.gateway.takesRequests = true;
        rotated.rotation.onHold("", rotated.now);
        rotated.rotation.onUsable(rotated.now);
        Rotated.QUEUE.forEach(symbol -> rotated.rotation.unpin(symbol, rotated.now));
        rotated.rotation.queue(Rotated.QUEUE, rotated.now);
        rotated.run(Duration.ofMinutes(1));
        rotated.rotation.resume(rotated.now);
        rotated.run(Duration.ofMinutes(1));
    }
}
