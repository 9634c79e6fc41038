package com.quanticity.ibkr.risk.halt;

import static com.quanticity.ibkr.model.ops.OpsReply.Outcome.DONE;
import static com.quanticity.ibkr.model.ops.OpsReply.Outcome.REFUSED;
import static com.quanticity.ibkr.model.risk.TradingState.ACTIVE;
import static com.quanticity.ibkr.model.risk.TradingState.HALTED;
import static com.quanticity.ibkr.model.risk.TradingState.REDUCING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsCommand.Halt;
import com.quanticity.ibkr.model.ops.OpsCommand.Reduce;
import com.quanticity.ibkr.model.ops.OpsCommand.Resume;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.risk.RealStores;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TradingControlTest {

    private static final Halt HALT = new Halt("C1", "alice", "loss of 2 %");
    private static final Resume RESUME = new Resume("C2", "alice", "bob", "calm again");

    private final RealStores stores = new RealStores();
    private TradingDesk desk = new TradingDesk(stores, ACTIVE);

    @AfterEach
    void close() {
        RealRedis.start();
        RealPostgres.start();
        desk.close();
        stores.close();
    }

    @Test
    void announcesTheInitialStateAndRepeatsIt() {
        soon().until(() -> announced().size() >= 2);

        assertThat(announced()).extracting(RiskState::state).containsOnly(ACTIVE);
        assertThat(announced()).extracting(RiskState::version).containsOnly(1L);
        assertThat(announced().get(1).at()).isAfter(announced().getFirst().at());
    }

    @Test
    void haltOnTheStreamIsAnnouncedStoredAndAnswered() {
        desk.send(HALT);
        soon().until(() -> desk.replies().size() == 1 && desk.control().isStored());

        assertThat(desk.replies().getFirst()).satisfies(reply -> {
            assertThat(reply.commandId()).isEqualTo("C1");
            assertThat(reply.component()).isEqualTo("risk-manager");
            assertThat(reply.outcome()).isEqualTo(DONE);
            assertThat(reply.detail()).startsWith("HALTED since ").endsWith("by alice, version 2");
        });
        assertThat(desk.lastAnnounced().state()).isEqualTo(HALTED);
        assertThat(announced().getLast().reason()).isEqualTo("loss of 2 %");
        assertThat(desk.history().newest(5)).extracting(TradingChange::state).containsExactly(HALTED, ACTIVE);
    }

    @Test
    void haltTwiceChangesOnce() {
        OpsReply first = desk.control().halt(HALT);
        OpsReply again = desk.control().halt(HALT);
        OpsReply another = desk.control().halt(new Halt("C9", "carol", "also"));
        soon().until(desk.control()::isStored);

        assertThat(again).isEqualTo(first);
        assertThat(another.detail()).startsWith("already HALTED");
        assertThat(desk.history().newest(5)).extracting(TradingChange::version).containsExactly(2L, 1L);
    }

    @Test
    void haltDeliveredAgainAfterAResumeDoesNotHaltAgain() {
        desk.control().halt(HALT);
        resume(RESUME);
        soon().until(desk.control()::isStored);
        restart(ACTIVE);

        OpsReply again = desk.control().halt(HALT);

        assertThat(again.outcome()).isEqualTo(DONE);
        assertThat(desk.control().current().state()).isEqualTo(ACTIVE);
    }

    @Test
    void twoPeopleResume() {
        desk.control().halt(HALT);

        desk.send(RESUME);
        soon().until(() -> desk.replies().size() == 1);

        assertThat(desk.replies().getFirst().outcome()).isEqualTo(DONE);
        assertThat(desk.lastAnnounced().state()).isEqualTo(ACTIVE);
        assertThat(desk.lastAnnounced().by()).isEqualTo("alice and bob");
        assertThat(desk.history().last()).contains(desk.control().current());
    }

    @Test
    void samePersonInOtherSpellingIsRefused() {
        desk.control().halt(HALT);

        desk.send(new Resume("C2", "alice", "Alice", "calm again"));
        soon().until(() -> desk.replies().size() == 1);

        assertThat(desk.replies().getFirst().outcome()).isEqualTo(REFUSED);
        assertThat(desk.control().current().state()).isEqualTo(HALTED);
    }

    @Test
    void malformedCommandGoesToTheDeadLetterStreamAndTheNextOneIsDone() {
        String onePerson = """
                {"commandId":"C2","requestedBy":"alice","approvedBy":"alice","reason":"me"}""";
        stores.redis()
                .opsForStream()
                .add(
                        stores.bus().prefix() + StreamName.OPS_COMMAND.text(),
                        Map.of(
                                "type",
                                "resume",
                                "v",
                                "1",
                                "id",
                                "X",
                                "at",
                                "2026-03-02T14:30:00Z",
                                "key",
                                "",
                                "data",
                                onePerson));

        desk.send(HALT);
        soon().until(() -> desk.replies().size() == 1);

        assertThat(stores.redis().opsForStream().size(stores.bus().prefix() + StreamName.OPS_COMMAND.deadLetterText()))
                .isEqualTo(1);
        assertThat(desk.control().current().state()).isEqualTo(HALTED);
    }

    @Test
    void haltSurvivesARestart() {
        desk.control().halt(HALT);

        restart(ACTIVE);

        assertThat(desk.control().current())
                .extracting(TradingChange::state, TradingChange::version, TradingChange::by)
                .containsExactly(HALTED, 2L, "alice");
    }

    @Test
    void haltHoldsWhileTheDatabaseIsAwayAndIsStoredWhenItIsBack() {
        RealPostgres.stop();
        desk.send(HALT);
        soon().until(() -> desk.replies().size() == 1);

        assertThat(desk.replies().getFirst().outcome()).isEqualTo(DONE);
        assertThat(desk.lastAnnounced().state()).isEqualTo(HALTED);
        assertThat(desk.control().isStored()).isFalse();

        RealPostgres.start();
        soon().until(desk.control()::isStored);
        assertThat(desk.history().last().orElseThrow().state()).isEqualTo(HALTED);
    }

    @Test
    void haltThatCouldNotBeStoredBeforeTheEndOfTheProcessStillHolds() {
        RealPostgres.stop();
        desk.control().halt(HALT);
        desk.close();
        RealPostgres.start();

        soon().until(() -> !stores.rows("select 1").isEmpty());

        desk = new TradingDesk(stores, ACTIVE);

        assertThat(desk.control().current().state()).isEqualTo(HALTED);
        soon().until(desk.control()::isStored);
        assertThat(desk.history().last().orElseThrow().state()).isEqualTo(HALTED);
    }

    @Test
    void resumeNeedsTheDatabase() {
        desk.control().halt(HALT);
        soon().until(desk.control()::isStored);

        RealPostgres.stop();
        OpsReply refused = resume(RESUME);
        assertThat(refused.outcome()).isEqualTo(REFUSED);
        assertThat(refused.detail()).contains("restore PostgreSQL and resume again");
        assertThat(desk.control().current().state()).isEqualTo(HALTED);

        RealPostgres.start();
        soon().until(desk.control()::isStored);
        assertThat(desk.history().last().orElseThrow().state()).isEqualTo(HALTED);
        assertThat(resume(new Resume("C3", "alice", "bob", "back")).outcome()).isEqualTo(DONE);
    }

    @Test
    void haltWhileRedisIsAwayIsAnnouncedWhenItIsBack() {
        RealRedis.stop();
        desk.control().halt(HALT);
        RealRedis.start();

        soon().until(() -> desk.lastAnnounced().state() == HALTED);
    }

    @Test
    void announcementsGoStaleWhenTheServiceStops() {
        soon().until(() -> !announced().isEmpty());
        desk.close();
        RiskState last = announced().getLast();

        assertThat(last.isStale(last.at().plus(RiskState.REPEAT))).isFalse();
        assertThat(last.isStale(last.at().plus(RiskState.VALIDITY).plusMillis(1)))
                .isTrue();
        await().during(RiskState.REPEAT.plusMillis(500))
                .atMost(Duration.ofSeconds(10))
                .until(() -> announced().getLast().equals(last));
    }

    @Test
    void historyCannotBeRewritten() {
        soon().until(desk.control()::isStored);

        assertThatThrownBy(() -> stores.jdbc()
                        .sql("update trading_state_history set state = 'HALTED'")
                        .update())
                .hasMessageContaining("trading_state_history is append-only");
    }

    @Test
    void typedTextStaysOnOneLine() {
        desk.control().halt(new Halt("C1", "alice\nforged line", "loss\r\n of money"));

        assertThat(desk.control().current().by()).isEqualTo("alice forged line");
        assertThat(desk.control().current().reason()).isEqualTo("loss of money");
    }

    @Test
    void statesOfStrategiesAndInstrumentsStandBesideTheFirms() {
        RiskScope alpha = RiskScope.strategy("alpha");
        RiskScope spy = RiskScope.instrument("SPY");
        desk.control().reduce(new Reduce("C1", alpha, "alice", "slippage"));
        desk.control().halt(new Halt("C2", spy, "alice", "news"));
        OpsReply laxer = desk.control().reduce(new Reduce("C3", spy, "alice", "calmer"));
        OpsReply desks = desk.control().halt(new Halt("C4", RiskScope.parse("desk:us"), "alice", "news"));
        soon().until(desk.control()::isStored);

        assertThat(laxer.detail()).startsWith("already instrument:SPY HALTED");
        assertThat(desks.outcome()).isEqualTo(REFUSED);
        assertThat(desk.lastAnnounced().state()).isEqualTo(ACTIVE);

        restart(ACTIVE);
        assertThat(desk.control().scopes())
                .extracting(ScopedState::scope, ScopedState::state)
                .containsExactlyInAnyOrder(tuple(alpha, REDUCING), tuple(spy, HALTED));
        OpsReply resumed = resume(new Resume("C5", alpha, "alice", "bob", "mended"));
        assertThat(resumed.detail()).startsWith("strategy:alpha ACTIVE since ");
        assertThat(desk.control().scopes()).extracting(ScopedState::scope).containsExactly(spy);
    }

    private OpsReply resume(OpsCommand.Resume command) {
        return desk.control().resume(command, Instant.now());
    }

    private void restart(TradingState initial) {
        desk.close();
        desk = new TradingDesk(stores, initial);
    }

    private List<RiskState> announced() {
        return stores.published(Topics.RISK_STATE);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
