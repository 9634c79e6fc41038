package com.quanticity.ibkr.execution.bracket;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.bracket.Leg.Kind;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random fills, refusals, cuts, losses and restarts; checked against what the broker really holds. */
class ProtectionPropertyTest {

    @Property(tries = 1000)
    void noStepMakesAStopLargerThanThePosition(@ForAll long seed, @ForAll boolean attached) {
        PlayedBracket bracket = new PlayedBracket(new Random(seed), attached);

        for (int step = 0; step < 150; step++) {
            int before = bracket.open(Kind.STOP);
            bracket.step();
            assertThat(bracket.open(Kind.STOP)).isLessThanOrEqualTo(Math.max(before, bracket.mostAllowed()));
        }
    }

    @Property(tries = 1000)
    void ownProtectionIsNeverLargerEvenForAMoment(@ForAll long seed) {
        PlayedBracket bracket = new PlayedBracket(new Random(seed), false);

        for (int step = 0; step < 150; step++) {
            bracket.step();
            assertThat(bracket.open(Kind.STOP)).isLessThanOrEqualTo(bracket.mostAllowed());
        }
    }

    @Property(tries = 1000)
    void bothLegsEqualThePositionOnceAllIsProven(@ForAll long seed, @ForAll boolean attached) {
        PlayedBracket bracket = new PlayedBracket(new Random(seed), attached);
        for (int step = 0; step < 100; step++) {
            bracket.step();
        }

        Repair last = bracket.settle();

        assertThat(last).isEqualTo(Repair.NOTHING);
        assertThat(bracket.open(Kind.STOP)).isEqualTo(bracket.position());
        assertThat(bracket.open(Kind.TARGET)).isEqualTo(bracket.position());
    }
}
