package com.quanticity.ibkr.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.Limit;
import com.quanticity.ibkr.model.risk.LimitKind;
import com.quanticity.ibkr.model.risk.LimitOverride;
import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.risk.Permission;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.ScopeKind;
import com.quanticity.ibkr.risk.MovableClock;
import com.quanticity.ibkr.risk.RealStores;
import com.quanticity.ibkr.risk.limit.LimitProposal.State;
import com.quanticity.ibkr.service.problem.ApiException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class LimitDeskTest {

    private static final LimitContent FIRST = content("100");
    private static final LimitContent SECOND = content("200");

    private final RealStores stores = new RealStores();
    private final LimitStore store = new LimitStore(stores.jdbc(), stores.transaction());
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T14:30:00Z"));
    private int announcements;

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void startsWithoutLimitsWhenNoneAreGiven() {
        assertThat(desk(null).limits()).isEmpty();
    }

    @Test
    void takesTheInitialOnesOnceAndKeepsWhatWasApprovedOverARestart() {
        LimitDesk desk = desk(FIRST);
        assertThat(version(desk)).isEqualTo(1);

        desk.approve(desk.propose(SECOND, "trader", "more room").id(), "officer");

        assertThat(desk(FIRST).limits()).get().satisfies(limits -> {
            assertThat(limits.version()).isEqualTo(2);
            assertThat(limits.by()).isEqualTo("trader and officer");
            assertThat(limits.reason()).isEqualTo("more room");
            assertThat(limits.limits()).isEqualTo(SECOND.limits());
        });
        assertThat(announcements).isEqualTo(1);
        assertThat(store.versions(10)).extracting(LimitVersion::version).containsExactly(2L, 1L);
        assertThatThrownBy(() -> stores.jdbc().sql("delete from risk_limits").update())
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trader", " Trader "})
    void takesTwoPeople(String approver) {
        LimitDesk desk = desk(FIRST);
        String id = desk.propose(SECOND, "trader", "more room").id();

        assertThatThrownBy(() -> desk.approve(id, approver))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("second person");
        assertThat(version(desk)).isEqualTo(1);
    }

    @Test
    void refusesAProposalThatAnotherOvertook() {
        LimitDesk desk = desk(FIRST);
        String early = desk.propose(SECOND, "trader", "more room").id();
        desk.approve(desk.propose(content("300"), "trader", "even more").id(), "officer");

        assertThatThrownBy(() -> desk.approve(early, "officer")).hasMessageContaining("propose it again");
    }

    @Test
    void decidesAProposalOnce() {
        LimitDesk desk = desk(FIRST);
        String id = desk.propose(SECOND, "trader", "more room").id();

        assertThat(desk.reject(id, "officer").state()).isEqualTo(State.REJECTED);
        assertThat(desk.reject(id, "officer").state()).isEqualTo(State.REJECTED);
        assertThatThrownBy(() -> desk.approve(id, "officer")).hasMessageContaining("REJECTED by officer");
    }

    @Test
    void refusesALimitThatIsSetTwice() {
        Limit limit = Limit.of(RiskScope.FIRM, LimitKind.ORDER_QUANTITY, "1");
        LimitContent twice = new LimitContent(List.of(limit, limit), List.of(), List.of(), Map.of());

        assertThatThrownBy(() -> desk(FIRST).propose(twice, "trader", "slip")).hasMessageContaining("set twice");
    }

    @Test
    void givesLeaveForOneOrderByTwoPeopleForATime() {
        LimitDesk desk = desk(FIRST);
        OverrideRequest asked = desk.requestOverride(override(Duration.ofMinutes(10)));
        assertThat(overrides(desk)).isEmpty();
        assertThatThrownBy(() -> desk.approveOverride(asked.id(), "TRADER")).hasMessageContaining("second person");

        desk.approveOverride(asked.id(), "officer");
        desk.approveOverride(asked.id(), "officer");

        assertThat(overrides(desk)).extracting(LimitOverride::id).containsExactly(asked.id());
        assertThat(overrides(desk(FIRST))).isEqualTo(overrides(desk));
        clock.advance(Duration.ofMinutes(10));
        assertThat(overrides(desk)).isEmpty();
    }

    @Test
    void refusesLeaveForTooLongAndForWhatIsNoLimit() {
        LimitDesk desk = desk(FIRST);

        assertThatThrownBy(() -> desk.requestOverride(override(Duration.ofMinutes(31))))
                .hasMessageContaining("at most PT30M");
        OverrideRequest halted = new OverrideRequest(
                "",
                DenialReason.TRADING_HALTED,
                "alpha",
                "SPY",
                Side.BUY,
                BigDecimal.ONE,
                Duration.ofMinutes(1),
                "trader",
                "unwind",
                Instant.EPOCH,
                null,
                null);
        assertThatThrownBy(() -> desk.requestOverride(halted)).hasMessageContaining("cannot be overridden");
    }

    @Test
    void recordsABreachOnce() {
        Breach breach = new Breach(
                "01K9ZZZZZZZZZZZZZZZZZZZZZZ",
                "01K9ZZZZZZZZZZZZZZZZZZZZZY",
                "ORDER_QUANTITY",
                "101",
                "100",
                clock.instant());
        store.add(List.of(breach));
        store.add(List.of(breach));

        assertThat(store.breaches(10)).containsExactly(breach);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starter", "load-test"})
    void shipsFilesThatLimitEveryMandatoryKind(String name) {
        LimitContent shipped =
                Objects.requireNonNull(LimitConfiguration.read(new ClassPathResource("limits/" + name + ".json")));

        assertThat(shipped.limits())
                .filteredOn(limit -> limit.kind().isMandatory())
                .filteredOn(limit -> limit.scope().isEach() || limit.scope().kind() == ScopeKind.FIRM)
                .extracting(Limit::kind)
                .contains(Arrays.stream(LimitKind.values())
                        .filter(LimitKind::isMandatory)
                        .toArray(LimitKind[]::new));
    }

    private LimitDesk desk(@Nullable LimitContent initial) {
        return new LimitDesk(store, initial, () -> announcements++, Duration.ofMinutes(30), clock);
    }

    private static long version(LimitDesk desk) {
        return desk.limits().map(Limits::version).orElse(0L);
    }

    private static List<LimitOverride> overrides(LimitDesk desk) {
        return desk.limits().orElseThrow().overrides();
    }

    private static OverrideRequest override(Duration validFor) {
        return new OverrideRequest(
                "",
                DenialReason.ORDER_QUANTITY,
                "alpha",
                "SPY",
                Side.BUY,
                new BigDecimal("15"),
                validFor,
                "trader",
                "unwind",
                Instant.EPOCH,
                null,
                null);
    }

    private static LimitContent content(String quantity) {
        return new LimitContent(
                List.of(Limit.of(RiskScope.FIRM, LimitKind.ORDER_QUANTITY, quantity)),
                List.of(),
                List.of(Permission.ALL),
                Map.of("alpha", "us"));
    }
}
