package com.quanticity.ibkr.execution.algo;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.order.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A random ledger tells a parent of its children: repeated, out of order, unknown for a while, filled after a cancel. */
class ParentGraphPropertyTest {

    private static final BigDecimal TARGET = BigDecimal.valueOf(100);

    @Property(tries = 500)
    void filledAndOpenNeverPassTheTarget(@ForAll long seed) {
        Played play = new Played(new Random(seed), false);

        for (int step = 0; step < 120; step++) {
            play.step();
            assertThat(play.graph.filled().add(play.graph.open())).isLessThanOrEqualTo(TARGET);
            assertThat(play.trulyCommitted()).isLessThanOrEqualTo(TARGET.intValueExact());
        }
    }

    @Property(tries = 500)
    void executionsAfterAProvenEndAreTheOnlyExcessAndNothingIsSentOnTopOfIt(@ForAll long seed) {
        Played play = new Played(new Random(seed), true);

        for (int step = 0; step < 120; step++) {
            BigDecimal excess = play.graph.excess();
            int children = play.graph.children().size();
            play.step();
            assertThat(play.graph.excess()).isLessThanOrEqualTo(BigDecimal.valueOf(play.lateFills));
            assertThat(excess.signum() > 0 && play.graph.children().size() > children)
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void endsOnlyWhenEveryChildIsProvenEnded(@ForAll long seed) {
        Played play = new Played(new Random(seed), false);
        for (int step = 0; step < 40; step++) {
            play.step();
        }

        play.graph = play.graph.requestEnd();

        assertThat(play.graph.state().isTerminal()).isEqualTo(play.graph.live().isEmpty());
        for (int step = 0; step < 40; step++) {
            play.step();
            assertThat(play.graph.state().isTerminal())
                    .isEqualTo(play.graph.live().isEmpty());
        }
    }

    @Property(tries = 300)
    void newsInAnyOrderGiveTheSameInTheEnd(@ForAll long seed) {
        Played play = new Played(new Random(seed), false);
        for (int step = 0; step < 80; step++) {
            play.step();
        }
        play.tellAll();
        ParentGraph told = play.graph;

        play.tellAllShuffled();

        assertThat(play.graph).isEqualTo(told);
        assertThat(play.graph.filled().intValueExact()).isEqualTo(play.trulyFilled());
    }

    /** The truth about each child, and what the graph was told of it so far. */
    private static final class Played {

        private final Random random;
        private final boolean late;
        private final List<Truth> truths = new ArrayList<>();
        private ParentGraph graph = ParentGraph.of("P", TARGET);
        private int lateFills;

        Played(Random random, boolean late) {
            this.random = random;
            this.late = late;
        }

        void step() {
            if (truths.isEmpty() || random.nextInt(4) == 0) {
                send();
                return;
            }
            Truth truth = truths.get(random.nextInt(truths.size()));
            switch (random.nextInt(4)) {
                case 0 -> fill(truth);
                case 1 -> truth.become(random.nextBoolean() ? OrderStatus.WORKING : OrderStatus.UNKNOWN);
                case 2 -> truth.become(random.nextBoolean() ? OrderStatus.CANCELLED : OrderStatus.REJECTED);
                default ->
                    graph = graph.learn(
                            truth.told.get(random.nextInt(truth.told.size())).snapshot());
            }
        }

        int trulyFilled() {
            return truths.stream().mapToInt(truth -> truth.filled).sum();
        }

        int trulyCommitted() {
            return truths.stream()
                    .mapToInt(truth -> truth.status.isTerminal() ? truth.filled : truth.quantity)
                    .sum();
        }

        void tellAll() {
            truths.forEach(truth -> graph = graph.learn(truth.told.getLast().snapshot()));
        }

        void tellAllShuffled() {
            for (Truth truth : truths) {
                List<News> news = new ArrayList<>(truth.told);
                java.util.Collections.shuffle(news, random);
                news.forEach(each -> graph = graph.learn(each.snapshot()));
            }
        }

        private void send() {
            int quantity = 1 + random.nextInt(60);
            Truth truth = new Truth(truths.size(), quantity);
            if (graph.admit(truth.first().id(), BigDecimal.valueOf(quantity))
                    instanceof Admission.Admitted(var admitted)) {
                graph = admitted;
                truths.add(truth);
            }
        }

        private void fill(Truth truth) {
            boolean ended = truth.status.isTerminal();
            int left = truth.quantity - truth.filled;
            if (left == 0 || ended && !late) {
                return;
            }
            int size = 1 + random.nextInt(left);
            lateFills += ended ? size : 0;
            truth.fill(size);
        }
    }

    /** One child as it really is. */
    private static final class Truth {

        private final int number;
        private final int quantity;
        private final List<News> told = new ArrayList<>();
        private OrderStatus status = OrderStatus.STORED;
        private int filled;

        Truth(int number, int quantity) {
            this.number = number;
            this.quantity = quantity;
            tell();
        }

        News first() {
            return told.getFirst();
        }

        void become(OrderStatus next) {
            if (!status.isTerminal()) {
                status = next;
                tell();
            }
        }

        void fill(int size) {
            filled += size;
            if (filled == quantity) {
                status = OrderStatus.FILLED;
            }
            tell();
        }

        private void tell() {
            told.add(News.of(number, quantity, status, filled, told.size() + 1));
        }
    }
}
