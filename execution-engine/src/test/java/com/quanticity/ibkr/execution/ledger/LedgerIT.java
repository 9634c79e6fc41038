package com.quanticity.ibkr.execution.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.execution.SharedEngine;
import com.quanticity.ibkr.execution.position.Positions;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Facts against the real tables: each test has an order and a contract of its own. */
@ExtendWith(SharedEngine.class)
class LedgerIT {

    private static final AtomicInteger NUMBER = new AtomicInteger(1_000);
    private static final String ACCOUNT = "DU7";

    private final RunningEngine engine;
    private final OrderEvents ledger;
    private final Ulid ids = new Ulid(Clock.systemUTC());
    private final int contract = NUMBER.incrementAndGet();
    private final String exec = "exec" + contract;

    LedgerIT(RunningEngine engine) {
        this.engine = engine;
        this.ledger = engine.bean(OrderEvents.class);
    }

    @Test
    void standsTheSameWhateverTheOrderAndHoweverOftenFactsCome() {
        List<List<String>> outcomes = new ArrayList<>();
        for (int seed = 0; seed < 30; seed++) {
            outcomes.add(outcomeOfAShuffledLife(seed));
        }

        assertThat(outcomes).containsOnly(List.of("PARTIALLY_FILLED", "9", "167.088888888889", "1.15", "9", "1.15"));
    }

    @Test
    void countsAnExactDuplicateOnce() {
        Events order = order();
        OrderEvent fill = fill(order, 3, ".01", "4", "100");
        Envelope<OrderEvent> message = message(fill);
        double before = duplicates("message") + duplicates("fill");

        ledger.handle(message);
        ledger.handle(message);
        ledger.handle(message(fill));

        assertThat(shown(order).text("filledQuantity")).isEqualTo("4");
        assertThat(position("quantity")).isEqualTo("4");
        assertThat(duplicates("message") + duplicates("fill")).isEqualTo(before + 2);
    }

    @Test
    void putsACorrectionInThePlaceOfWhatItCorrects() {
        Events order = order();
        apply(fill(order, 3, ".01", "4", "100"), order.commission(4, exec + ".01", "1"));

        apply(fill(order, 5, ".02", "4", "101"));

        assertThat(shown(order).text("averagePrice")).isEqualTo("101");
        assertThat(shown(order).json().get("fills")).hasSize(1);
        assertThat(shown(order).text("commission")).isEqualTo("1");
        assertThat(position("averagePrice")).isEqualTo("101");
        assertThat(position("commission")).isEqualTo("1");
    }

    @Test
    void sharesOutAtTheStartWhatWasFilledBeforeStrategiesWereToldApart() {
        Events order = order();
        apply(fill(order, 3, ".01", "4", "100"), order.commission(4, exec + ".01", "1"));
        engine.jdbc()
                .sql("delete from execution.strategy_positions where contract_id = :contract")
                .param("contract", contract)
                .update();
        assertThat(engine.bean(Positions.class).notSharedOut()).hasSize(1);

        engine.bean(EarlierFills.class).start();

        assertThat(engine.bean(Positions.class).notSharedOut()).isEmpty();
        assertThat(engine.jdbc()
                        .sql(
                                "select quantity * commission from execution.strategy_positions where contract_id = :contract")
                        .param("contract", contract)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("4");
    }

    @Test
    void keepsALateOlderRevisionOutOfTheSums() {
        Events order = order();

        apply(fill(order, 5, ".02", "4", "101"), fill(order, 3, ".01", "4", "100"), fill(order, 3, ".01", "4", "100"));

        assertThat(shown(order).text("averagePrice")).isEqualTo("101");
        assertThat(position("quantity")).isEqualTo("4");
    }

    @Test
    void takesABustBackOutOfThePosition() {
        Events order = order();
        apply(fill(order, 3, ".01", "10", "100"));
        assertThat(shown(order).text("status")).isEqualTo("FILLED");

        apply(fill(order, 5, ".02", "0", "100"));

        assertThat(shown(order).text("filledQuantity")).isEqualTo("0");
        assertThat(shown(order).text("status")).isEqualTo("WORKING");
        assertThat(position("quantity")).isEqualTo("0");
    }

    @Test
    void letsTheFirstContentOfAnExecutionCount() {
        Events order = order();
        double before = contradictions("execution");

        apply(fill(order, 3, ".01", "4", "100"), fill(order, 4, ".01", "4", "999"));

        assertThat(shown(order).text("averagePrice")).isEqualTo("100");
        assertThat(contradictions("execution")).isEqualTo(before + 1);
    }

    @Test
    void recordsAnOverfill() {
        Events order = order();
        double before = contradictions("overfill");

        apply(fill(order, 3, "a.01", "8", "100"), fill(order, 4, "b.01", "8", "100"));

        assertThat(shown(order).text("status")).isEqualTo("FILLED");
        assertThat(shown(order).text("filledQuantity")).isEqualTo("16");
        assertThat(position("quantity")).isEqualTo("16");
        assertThat(contradictions("overfill")).isEqualTo(before + 1);
    }

    @Test
    void adoptsFillsOfOrdersThatAreNotOurs() {
        apply(fill(new Events(null, 900), 3, "x.01", "5", "50"));
        apply(fill(new Events(ClientOrderId.of(ids.next()), 901), 4, "y.01", "2", "50"));

        assertThat(position("quantity")).isEqualTo("7");
        Answer fills = engine.get("/api/v1/fills?strategy=external&account=" + ACCOUNT + "&limit=2");
        assertThat(fills.text("fills.0.execId")).isEqualTo(exec + "y.01");
        assertThat(fills.text("fills.1.execId")).isEqualTo(exec + "x.01");
    }

    @Test
    void givesAnAdoptedFillToItsOrderWhenTheOwnerIsToldLater() {
        Events order = order();
        apply(fill(new Events(null, order.orderNumber()), 3, ".01", "4", "100"));
        assertThat(shown(order).text("filledQuantity")).isEqualTo("0");

        apply(fill(order, 4, ".01", "4", "100"));

        assertThat(shown(order).text("filledQuantity")).isEqualTo("4");
        assertThat(position("quantity")).isEqualTo("4");
    }

    @Test
    void replacesACommissionByALaterValueOnly() {
        Events order = order();

        apply(order.commission(5, exec + ".01", "1.00"), fill(order, 3, ".01", "4", "100"));
        assertThat(shown(order).text("commission")).isEqualTo("1");
        apply(order.commission(7, exec + ".01", "0.80"));
        apply(order.commission(6, exec + ".01", "0.90"), order.commission(8, exec + ".01", null));

        assertThat(shown(order).text("commission")).isEqualTo("0.8");
        assertThat(position("commission")).isEqualTo("0.8");
    }

    @Test
    void leavesAnOrderUnknownUntilALaterFact() {
        Events order = order();
        apply(order.accepted(1), order.unknown(5), order.working(4));
        assertThat(shown(order).text("status")).isEqualTo("UNKNOWN");
        assertThat(shown(order).text("reason")).isEqualTo("link lost");

        apply(order.working(6));

        assertThat(shown(order).text("status")).isEqualTo("WORKING");
    }

    @Test
    void balancesTheBooksWhateverComes() {
        Random random = new Random(contract);
        List<Events> orders = List.of(order(), order(), order(), new Events(null, NUMBER.incrementAndGet()));
        for (int i = 0; i < 150; i++) {
            Events order = orders.get(random.nextInt(orders.size()));
            String execId = exec + "balance" + random.nextInt(30) + ".0" + (1 + random.nextInt(3));
            apply(
                    random.nextInt(4) == 0
                            ? order.commission(i, execId, "0." + random.nextInt(100))
                            : order.executed(
                                    i,
                                    execId,
                                    random.nextBoolean() ? Side.BUY : Side.SELL,
                                    Integer.toString(random.nextInt(9)),
                                    "16" + random.nextInt(10) + "." + random.nextInt(100),
                                    ACCOUNT,
                                    contract));
        }

        assertThat(unbalanced()).isEmpty();
    }

    @Test
    void setsAsideWhatCannotBeApplied() {
        Events order = order();
        Envelope<OrderEvent> broken = message(withoutAccount(order));

        ledger.handle(broken);
        apply(fill(order, 4, "ok.01", "4", "100"));

        assertThat(shown(order).text("filledQuantity")).isEqualTo("4");
        assertThat(engine.jdbc()
                        .sql("select count(*) from execution.unapplied_events where message_id = :id")
                        .param("id", broken.id())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    /** Everything the tests have written so far is held against the fills: names what does not add up. */
    private List<String> unbalanced() {
        return engine.jdbc()
                .sql("""
                select 'order ' || client_order_id as what from execution.child_orders o
                where filled_quantity <> (select coalesce(sum(quantity), 0) from execution.fills f
                    where f.client_order_id = o.client_order_id and current)
                union all
                select 'position ' || contract_id from execution.positions p
                where (quantity, commission, realized_pnl - cost) is distinct from (
                    select (sum(signed), coalesce(sum(commission), 0), -sum(signed * price)) from (
                        select *, case side when 'BUY' then quantity else -quantity end as signed
                        from execution.fills f where f.account = p.account and f.contract_id = p.contract_id and current))
                union all
                select 'commission of ' || exec_id from execution.fills f
                where current and commission is distinct from (select commission from execution.commissions c
                    where c.exec_family = f.exec_family and commission is not null order by revision desc limit 1)""")
                .query((row, number) -> row.getString("what"))
                .list();
    }

    private List<String> outcomeOfAShuffledLife(int seed) {
        LedgerIT life = new LedgerIT(engine);
        Events order = life.order();
        List<Envelope<OrderEvent>> messages = new ArrayList<>();
        for (OrderEvent fact : List.of(
                order.accepted(1),
                order.working(2),
                life.fill(order, 3, "a.01", "4", "166"),
                life.fill(order, 4, "b.01", "3", "167.20"),
                life.fill(order, 5, "a.02", "4", "167.10"),
                life.fill(order, 6, "c.01", "2", "166.90"),
                order.unknown(3),
                order.refused(7),
                order.commission(4, life.exec + "a.01", "0.50"),
                order.commission(5, life.exec + "b.01", null),
                order.commission(6, life.exec + "b.01", "0.40"),
                order.commission(7, life.exec + "c.01", "0.25"))) {
            messages.add(message(fact));
            messages.add(message(fact));
        }
        messages.addAll(messages.subList(0, 8));
        Collections.shuffle(messages, new Random(seed));

        messages.forEach(ledger::handle);

        Answer shown = life.shown(order);
        return List.of(
                shown.text("status"),
                shown.text("filledQuantity"),
                shown.text("averagePrice"),
                shown.text("commission"),
                life.position("quantity"),
                life.position("commission"));
    }

    private Events order() {
        String id = engine.placed("ledger-" + contract + "-" + NUMBER.incrementAndGet(), """
                {"symbol":"SPY","side":"BUY","type":"MARKET","quantity":10}""");
        return new Events(ClientOrderId.of(id), NUMBER.incrementAndGet());
    }

    private OrderEvent fill(Events order, int second, String execId, String quantity, String price) {
        return order.executed(second, exec + execId, Side.BUY, quantity, price, ACCOUNT, contract);
    }

    @SuppressWarnings("NullAway") // a broken sender
    private OrderEvent withoutAccount(Events order) {
        return order.executed(3, exec + "broken.01", Side.BUY, "1", "1", null, contract);
    }

    private void apply(OrderEvent... events) {
        for (OrderEvent event : events) {
            ledger.handle(message(event));
        }
    }

    private Envelope<OrderEvent> message(OrderEvent event) {
        return Topics.ORDER_EVENT.envelope(ids.next(), event.at(), "", event);
    }

    private Answer shown(Events order) {
        return engine.order(String.valueOf(order.id()));
    }

    private String position(String field) {
        return engine.get("/api/v1/positions?account=" + ACCOUNT)
                .json()
                .get("positions")
                .valueStream()
                .filter(position -> position.get("contractId").asInt() == contract)
                .map(position -> position.get(field).asString())
                .findFirst()
                .orElse("");
    }

    private double duplicates(String kind) {
        return count(ExecutionMeter.DUPLICATES_IGNORED, kind);
    }

    private double contradictions(String kind) {
        return count(ExecutionMeter.CONTRADICTIONS, kind);
    }

    private double count(ExecutionMeter meter, String kind) {
        return engine.bean(MeterRegistry.class)
                .counter(meter.meterName(), "kind", kind)
                .count();
    }
}
