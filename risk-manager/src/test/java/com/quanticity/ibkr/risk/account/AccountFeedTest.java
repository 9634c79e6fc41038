package com.quanticity.ibkr.risk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.risk.RealStores;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountFeedTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:30:00.123456Z");
    private static final AccountProperties PROPERTIES =
            new AccountProperties(Duration.ofSeconds(55), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final RealStores stores = new RealStores();
    private final AccountStore store = new AccountStore(stores.template(), stores.transaction());
    private final SummaryBook summary = new SummaryBook();
    private final PositionBook positions = new PositionBook(List.of());
    private final AccountOutlet outlet = new AccountOutlet(
                    stores.bus(),
                    new AccountKeys(stores.redis(), stores.bus().prefix()),
                    store,
                    summary,
                    positions,
                    Clock.systemUTC(),
                    stores.meters())
            .start();
    private final AccountFeed feed =
            new AccountFeed(summary, positions, new SummarySubscription(stores.meters()), outlet, PROPERTIES);

    @AfterEach
    void close() {
        RealRedis.start();
        RealPostgres.start();
        outlet.close();
        stores.close();
    }

    @Test
    void changedFigureReachesStreamKeyAndTable() {
        receive(figure(1, "NetLiquidation", "1000000.00"), new AccountEvent.AccountSummaryEnd(1));
        receive(figure(1, "NetLiquidation", "1000000.00"));
        receive(figure(1, "NetLiquidation", "999999.50"));
        awaitDelivered();

        AccountValue last = new AccountValue("DU1", "NetLiquidation", "999999.50", "USD", AT);
        assertThat(stores.published(Topics.ACCOUNT_VALUE))
                .extracting(AccountValue::value)
                .containsExactly("1000000.00", "999999.50");
        assertThat(ModelJson.read(field(RedisKeys.ACCOUNT_SUMMARY, "DU1|NetLiquidation"), AccountValue.class))
                .isEqualTo(last);
        assertThat(timeToLive(RedisKeys.ACCOUNT_SUMMARY)).isBetween(100L, 120L);
        assertThat(stores.rows("select value from ib_account_summary order by id"))
                .extracting(row -> row.get("value"))
                .containsExactly("1000000.00", "999999.50");
    }

    @Test
    void incompleteSummaryIsNotShown() {
        receive(figure(1, "NetLiquidation", "1000000.00"));
        awaitDelivered();

        assertThat(stores.redis().hasKey(key(RedisKeys.ACCOUNT_SUMMARY))).isFalse();
    }

    @Test
    void positionReachesStreamKeysAndTables() {
        enter(SessionState.SYNCHRONISING);
        receive(held(756733, "SPY", "100", "412.345678"), new AccountEvent.PositionEnd());
        receive(held(756733, "SPY", "150", "412.5"));
        awaitDelivered();

        Position now =
                new Position("DU1", ContractId.of(756733), "SPY", new BigDecimal("150"), new BigDecimal("412.5"), AT);
        assertThat(stores.published(Topics.ACCOUNT_POSITION)).hasSize(2).last().isEqualTo(now);
        assertThat(ModelJson.read(field(RedisKeys.POSITIONS, "DU1|756733"), Position.class))
                .isEqualTo(now);
        assertThat(timeToLive(RedisKeys.POSITIONS)).isBetween(100L, 120L);
        assertThat(store.openPositions()).containsExactly(now);
        assertThat(stores.rows("select quantity from ib_positions_history order by id"))
                .extracting(row -> String.valueOf(row.get("quantity")))
                .containsExactly("100", "150");
    }

    @Test
    void closedPositionLeavesTheKeyAndStaysInTheTable() {
        enter(SessionState.SYNCHRONISING);
        receive(held(1, "SPY", "100", "10"), new AccountEvent.PositionEnd());
        receive(held(1, "SPY", "0", "0"));
        awaitDelivered();

        assertThat(stores.redis().hasKey(key(RedisKeys.POSITIONS))).isFalse();
        assertThat(stores.redis().hasKey(key(RedisKeys.POSITIONS_AS_OF))).isTrue();
        assertThat(store.openPositions()).isEmpty();
        assertThat(stores.rows("select quantity from ib_positions")).hasSize(1);
    }

    @Test
    void lostSessionTellsNothingAndRenewsNoKey() {
        enter(SessionState.SYNCHRONISING);
        receive(held(1, "SPY", "100", "10"), new AccountEvent.PositionEnd());
        awaitDelivered();
        String asOf = stores.redis().opsForValue().get(key(RedisKeys.POSITIONS_AS_OF));

        enter(SessionState.DISCONNECTED);
        outlet.showPositions();
        awaitDelivered();

        assertThat(stores.published(Topics.ACCOUNT_POSITION)).hasSize(1);
        assertThat(stores.redis().opsForValue().get(key(RedisKeys.POSITIONS_AS_OF)))
                .isEqualTo(asOf);
    }

    @Test
    void nothingIsLostWhileTheDatabaseIsAway() {
        enter(SessionState.SYNCHRONISING);
        RealPostgres.stop();
        receive(held(1, "SPY", "100", "10"), new AccountEvent.PositionEnd());
        receive(held(1, "SPY", "200", "10"), figure(1, "NetLiquidation", "5"));
        RealPostgres.start();
        awaitDelivered();

        assertThat(stores.rows("select * from ib_positions_history")).hasSize(2);
        assertThat(stores.rows("select * from ib_account_summary")).hasSize(1);
    }

    @Test
    void nothingIsLostWhileRedisIsAway() {
        enter(SessionState.SYNCHRONISING);
        RealRedis.stop();
        receive(held(1, "SPY", "100", "10"), new AccountEvent.PositionEnd());
        receive(held(1, "SPY", "200", "10"));
        RealRedis.start();
        awaitDelivered();

        assertThat(stores.published(Topics.ACCOUNT_POSITION))
                .extracting(position -> position.quantity().intValueExact())
                .containsSubsequence(100, 200);
        assertThat(stores.hash(RedisKeys.POSITIONS)).hasSize(1);
    }

    private void receive(GatewayEvent... events) {
        feed.onEvents(new EventBatch(1, AT, List.of(events)));
    }

    private void enter(SessionState state) {
        feed.onStateChange(new SessionEvent(ClientId.of(2), "risk-manager", state, "", null, 1, null, "", AT));
    }

    private void awaitDelivered() {
        await().atMost(Duration.ofSeconds(40)).until(() -> outlet.waiting() == 0);
    }

    private String key(String name) {
        return stores.bus().prefix() + name;
    }

    private String field(String name, String field) {
        return stores.hash(name).getOrDefault(field, "absent");
    }

    private long timeToLive(String name) {
        return stores.redis().getExpire(key(name));
    }

    private static GatewayEvent figure(int requestId, String tag, String value) {
        return new AccountEvent.AccountSummary(requestId, "DU1", tag, value, "USD");
    }

    private static GatewayEvent held(int contractId, String symbol, String quantity, String averageCost) {
        return new AccountEvent.Position(
                "DU1",
                GatewayContract.builder()
                        .conId(contractId)
                        .symbol(symbol)
                        .secType("STK")
                        .build(),
                new BigDecimal(quantity),
                new BigDecimal(averageCost));
    }
}
