package com.quanticity.ibkr.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import tools.jackson.databind.json.JsonMapper;

class ViewersTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void refusesMoreViewersThanTheMaximum() {
        Viewers viewers = viewers(1);

        assertThat(viewers.open("one")).isPresent();
        assertThat(viewers.open("two")).isEmpty();
    }

    @Test
    void neverWaitsForAViewerThatDoesNotRead() {
        Viewer viewer = new Viewer("slow", () -> {});

        for (int i = 0; i < 64; i++) {
            assertThat(viewer.offer(new Viewer.Message("change", "{}"))).isTrue();
        }
        assertThat(viewer.offer(new Viewer.Message("change", "{}"))).isFalse();
    }

    private Viewers viewers(int maximum) {
        LivePage page = new LivePage(List.of(), new PieceRenderer(new SpringTemplateEngine(), meters));
        return new Viewers(page, JsonMapper.shared(), Clock.systemUTC(), maximum, meters);
    }
}
