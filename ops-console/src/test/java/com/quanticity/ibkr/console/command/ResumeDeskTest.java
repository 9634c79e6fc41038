package com.quanticity.ibkr.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.console.Facts;
import com.quanticity.ibkr.console.MovableClock;
import com.quanticity.ibkr.console.RecordingAudit;
import com.quanticity.ibkr.console.command.CommandOutcome.Refused;
import com.quanticity.ibkr.console.command.CommandOutcome.Taken;
import com.quanticity.ibkr.console.command.CommandOutcome.Uncertain;
import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.login.Person;
import com.quanticity.ibkr.console.login.Role;
import com.quanticity.ibkr.console.orders.OrderBook;
import com.quanticity.ibkr.console.positions.PositionBook;
import com.quanticity.ibkr.console.positions.PositionsPanel;
import com.quanticity.ibkr.console.sessions.GateBook;
import com.quanticity.ibkr.console.sessions.SessionBook;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.console.trading.TradingStateBook;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people, a clock that the test moves, a real database and a real Redis. */
class ResumeDeskTest {

    private static final Person TRADER = new Person("trader", Role.TRADER);
    private static final Person MATE = new Person("mate", Role.TRADER);
    private static final Person OFFICER = new Person("officer", Role.RISK_OFFICER);
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T14:03:27Z"));
    private final RecordingAudit audit = new RecordingAudit();
    private final Timeline timeline = new Timeline();
    private final TradingStateBook trading = new TradingStateBook(timeline);
    private final FreshDatabase fresh = RealPostgres.freshDatabase();
    private final JdbcClient database = JdbcClient.create(fresh.dataSource());
    private final LettuceConnectionFactory redis = new LettuceConnectionFactory(RealRedis.host(), RealRedis.port());
    private StreamBus bus = bus(redis);
    private ResumeDesk desk = desk();

    @BeforeEach
    void prepare() {
        new StringRedisTemplate(redis).delete("resume-desk:" + StreamName.OPS_COMMAND);
        Flyway.configure()
                .dataSource(fresh.dataSource())
                .schemas("console")
                .defaultSchema("console")
                .load()
                .migrate();
        publish(TradingState.HALTED);
    }

    @AfterEach
    void close() {
        redis.destroy();
        if (!RealPostgres.isRunning()) {
            RealPostgres.start();
        }
    }

    @Test
    void lapsesWhenNobodyDecidesInTime() {
        String id = request();
        clock.forward(LIFETIME);
        publish(TradingState.HALTED);

        assertThat(desk.pending()).isEmpty();
        assertThat(desk.approve(OFFICER, id, "late")).isInstanceOf(Refused.class);

        desk.lapse();
        assertThat(status(id)).isEqualTo("LAPSED");
        assertThat(audit.lines()).contains("trader RESUME_LAPSE REFUSED");
        assertThat(desk.request(TRADER, RiskScope.FIRM, "again")).isInstanceOf(Taken.class);
    }

    @Test
    void goesOnWithARequestFromBeforeARestart() {
        String id = request();

        ResumeDesk restarted = desk();
        restarted.start();

        assertThat(restarted.approve(OFFICER, id, "checked")).isInstanceOf(Taken.class);
        assertThat(bus.last(Topics.OPS_COMMAND))
                .hasValueSatisfying(message -> assertThat(message.data())
                        .isInstanceOfSatisfying(OpsCommand.Resume.class, resume -> {
                            assertThat(resume.requestedBy()).isEqualTo("trader");
                            assertThat(resume.approvedBy()).isEqualTo("officer");
                        }));
    }

    @Test
    void takesTwoPeopleOfWhomOneIsAnOfficer() {
        String id = request();

        assertThat(desk.approve(TRADER, id, "me")).isInstanceOf(Refused.class);
        assertThat(desk.approve(new Person("TRADER", Role.ADMIN), id, "me again"))
                .isInstanceOf(Refused.class);
        assertThat(desk.approve(MATE, id, "us")).isInstanceOf(Refused.class);
        assertThat(status(id)).isEqualTo("PENDING");
        assertThat(desk.approve(OFFICER, id, "checked")).isInstanceOf(Taken.class);
    }

    @Test
    void letsATraderApproveWhatAnOfficerAsksFor() {
        desk.request(OFFICER, RiskScope.FIRM, "limits reviewed");

        CommandOutcome outcome = desk.approve(MATE, desk.pending().orElseThrow().id(), "agreed");

        assertThat(outcome).isInstanceOf(Taken.class);
    }

    @Test
    void refusesWhileTheTradingStateIsNotFresh() {
        String id = request();
        clock.forward(Duration.ofSeconds(11));

        assertThat(desk.approve(OFFICER, id, "checked").text()).contains("risk-manager is silent");
        assertThat(desk.request(MATE, RiskScope.FIRM, "too").text()).contains("risk-manager is silent");
    }

    @Test
    void decidesNothingWithoutTheDatabase() {
        String id = request();
        RealPostgres.stop();

        assertThat(desk.approve(OFFICER, id, "checked").text()).contains("PostgreSQL does not answer");

        RealPostgres.start();
        assertThat(status(id)).isEqualTo("PENDING");
        assertThat(bus.last(Topics.OPS_COMMAND)).isEmpty();
    }

    @Test
    void saysThatItIsNotKnownWhetherRedisTookTheResume() {
        LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
        bus = bus(nowhere);
        desk = desk();
        String id = request();

        assertThat(desk.approve(OFFICER, id, "checked")).isInstanceOf(Uncertain.class);
        assertThat(audit.lines()).contains("officer RESUME_APPROVE UNCERTAIN");
        nowhere.destroy();
    }

    @Test
    void letsTheTableItselfRefuseOnePersonTwiceAndASecondPendingRequest() {
        String id = request();
        Approvals approvals = new Approvals(database);
        Approval second = new Approval(
                Facts.ulid(),
                "mate",
                Role.TRADER,
                RiskScope.FIRM,
                "too",
                clock.instant(),
                clock.instant().plus(LIFETIME));

        assertThatThrownBy(() -> approvals.end(id, Approval.End.APPROVED, TRADER, "me", clock.instant()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> approvals.insert(second, "")).isInstanceOf(DataIntegrityViolationException.class);
    }

    private String request() {
        assertThat(desk.request(TRADER, RiskScope.FIRM, "feed is back")).isInstanceOf(Taken.class);
        return desk.pending().orElseThrow().id();
    }

    private void publish(TradingState state) {
        trading.onRiskState(Facts.risk(state, 2, "trader", clock.instant(), clock.instant()));
    }

    private String status(String id) {
        return database.sql("select status from console.approvals where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private ResumeDesk desk() {
        SessionBook sessions = new SessionBook(timeline);
        PositionsPanel positions = new PositionsPanel(new PositionBook(new Accounts(null)));
        ResumeCheck check = new ResumeCheck(trading, sessions, new GateBook(), new OrderBook(sessions), positions);
        return new ResumeDesk(
                bus,
                new Approvals(database),
                check,
                new CommandTracker(timeline, audit, clock),
                trading,
                audit,
                timeline,
                clock,
                LIFETIME,
                new SimpleMeterRegistry());
    }

    private StreamBus bus(LettuceConnectionFactory connections) {
        connections.afterPropertiesSet();
        connections.start();
        return new StreamBus(new StringRedisTemplate(connections), "resume-desk:", clock, new SimpleMeterRegistry());
    }
}
