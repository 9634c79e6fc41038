package com.quanticity.ibkr.adapter.depth.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.depth.rotation.RotationWishes.Pin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationWishesTest {

    private static final List<String> OTHERS = List.of("GOOG", "IWM", "QQQ", "AMZN");

    private final Rotated before = Rotated.started();
    private final Rotated after = new Rotated(3, Rotated.QUEUE);

    @Test
    void whoWasInterruptedComesFirstAndOrderPinsAndSkipsGoOn() {
        before.rotation.queue(OTHERS, before.now);
        before.run(Duration.ofMillis(10_500));
        before.rotation.skip("GOOG", before.now);
        before.rotation.pin("TSLA", before.now.plusSeconds(3_600), before.now);
        before.run(Duration.ofSeconds(2));
        List<String> interrupted = before.inSlots();

        RotationWishes wishes = before.rotation.wishes();
        restore(wishes, false);

        assertThat(wishes.members()).containsExactlyElementsOf(OTHERS);
        assertThat(after.rotation.wishes().pins())
                .containsExactly(new Pin("TSLA", wishes.pins().getFirst().until()));
        assertThat(after.rotation.wishes().passedOnce()).isEqualTo(wishes.passedOnce());
        after.rotation.onUsable(after.now);
        after.run(Duration.ofSeconds(1));
        assertThat(after.inSlots()).containsExactlyInAnyOrderElementsOf(interrupted);
    }

    @Test
    void pauseGoesOnUntilAPersonResumes() {
        before.rotation.pause("looking at it", before.now);

        restore(before.rotation.wishes(), false);
        after.rotation.onUsable(after.now);
        after.run(Duration.ofSeconds(5));

        assertThat(after.view().state()).isEqualTo(RotationState.PAUSED);
        assertThat(after.view().reason()).isEqualTo("looking at it");
        assertThat(after.inSlots()).containsExactly("SPY", "", "");
        after.rotation.resume(after.now);
        after.run(Duration.ofSeconds(1));
        assertThat(after.inSlots()).doesNotContain("");
    }

    @Test
    void pinWhoseTimeIsOverAndAQueueThatWasReconfiguredDoNotCount() {
        Instant until = before.now.plusMillis(1);
        before.rotation.queue(OTHERS, before.now);
        before.rotation.pin("TSLA", until, before.now);
        RotationWishes wishes = before.rotation.wishes();
        after.run(Duration.ofSeconds(1));

        restore(wishes, true);

        assertThat(wishes.pins()).containsExactly(new Pin("TSLA", until));
        assertThat(after.rotation.wishes().pins()).isEmpty();
        assertThat(after.waiting()).containsExactlyElementsOf(Rotated.QUEUE);
    }

    private void restore(RotationWishes wishes, boolean isReconfigured) {
        after.rotation.restore(wishes, Rotated.QUEUE, isReconfigured, after.now);
    }
}
