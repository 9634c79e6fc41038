package com.quanticity.ibkr.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class LivePageTest {

    private static final Instant NOW = Instant.parse("2026-11-21T14:03:27Z");

    /** A page with a title and rows, of which a test says what they show. */
    private static final class Board implements Panel {
        private final List<String> names = new ArrayList<>(List.of("a", "b"));
        private String title = "first";
        private long version;

        @Override
        public Duration pace() {
            return Duration.ofMillis(250);
        }

        @Override
        public long version() {
            return version;
        }

        @Override
        public List<Part> parts(Instant now) {
            List<Piece> rows = names.stream()
                    .map(name -> new Piece(name, "<tr th:text=\"${it}\"></tr> :: tr", new Text(name)))
                    .toList();
            return List.of(
                    new Part.Single(new Piece("title", "<p th:text=\"${it}\"></p> :: p", new Text(title))),
                    new Part.Rows("rows", rows));
        }
    }

    private record Text(String text) {}

    private final Board board = new Board();
    private final List<Delta> told = new ArrayList<>();
    private final LivePage page = new LivePage(List.of(board), renderer());

    @BeforeEach
    void drawOnce() {
        page.listener(told::add);
        page.draw(NOW);
        told.clear();
    }

    @Test
    void tellsOnlyWhatChanged() {
        board.title = "second";
        board.version++;

        page.draw(NOW.plusMillis(250));

        assertThat(told).singleElement().satisfies(delta -> {
            assertThat(delta.pieces()).containsOnlyKeys("title");
            assertThat(delta.orders()).isEmpty();
        });
    }

    @Test
    void drawsNoFasterThanThePace() {
        board.title = "second";
        board.version++;

        page.draw(NOW.plusMillis(249));

        assertThat(told).isEmpty();
    }

    @Test
    void drawsOnceASecondWithoutBeingTold() {
        board.title = "older";

        page.draw(NOW.plusMillis(999));
        assertThat(told).isEmpty();

        page.draw(NOW.plusMillis(1000));
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsTheOrderOfRowsThatComeAndGo() {
        board.names.addFirst("c");
        board.names.remove("b");
        board.version++;

        page.draw(NOW.plusSeconds(1));

        assertThat(told).singleElement().satisfies(delta -> {
            assertThat(delta.orders()).isEqualTo(Map.of("rows", List.of("c", "a")));
            assertThat(delta.pieces()).containsOnlyKeys("c");
        });
        assertThat(page.html("b")).isEmpty();
        assertThat(page.rows("rows")).contains("c", "a");
    }

    private static PieceRenderer renderer() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        return new PieceRenderer(engine, new SimpleMeterRegistry());
    }
}
