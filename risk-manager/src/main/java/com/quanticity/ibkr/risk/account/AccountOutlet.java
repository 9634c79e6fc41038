package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.risk.account.AccountFact.OfPosition;
import com.quanticity.ibkr.risk.account.AccountFact.OfValue;
import com.quanticity.ibkr.risk.account.AccountFact.PositionsKey;
import com.quanticity.ibkr.risk.account.AccountFact.SummaryKey;
import com.quanticity.ibkr.risk.delivery.RetryingQueue;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;

/**
 * Lets what changed go to Redis and to the database, each on its own queue and thread. A message has the same id on the stream and in
 * the table. {@code tell…} and {@code show…} may be called on every thread and never block.
 */
final class AccountOutlet implements AutoCloseable {

    private static final int MOST_WAITING = 20_000;

    private final StreamBus bus;
    private final AccountKeys keys;
    private final SummaryBook summary;
    private final PositionBook positions;
    private final Clock clock;
    private final Ulid ids;
    private final RetryingQueue<AccountFact> toRedis;
    private final RetryingQueue<AccountFact> toDatabase;

    AccountOutlet(
            StreamBus bus,
            AccountKeys keys,
            AccountStore store,
            SummaryBook summary,
            PositionBook positions,
            Clock clock,
            MeterRegistry meters) {
        this.bus = bus;
        this.keys = keys;
        this.summary = summary;
        this.positions = positions;
        this.clock = clock;
        this.ids = new Ulid(clock);
        this.toRedis = new RetryingQueue<>("account-redis", MOST_WAITING, this::publish, meters);
        this.toDatabase = new RetryingQueue<>("account-database", MOST_WAITING, store::write, meters);
    }

    void tell(AccountValue value) {
        OfValue fact = new OfValue(Topics.ACCOUNT_VALUE.envelope(ids.next(), clock.instant(), value.account(), value));
        toRedis.offer(fact);
        toDatabase.offer(fact);
    }

    void tell(Position position) {
        OfPosition fact = new OfPosition(
                Topics.ACCOUNT_POSITION.envelope(ids.next(), clock.instant(), position.account(), position));
        toRedis.offer(fact);
        toDatabase.offer(fact);
    }

    /** Brings the summary's Redis key up to date. */
    void showSummary() {
        toRedis.offer(new SummaryKey());
    }

    /** Brings the positions' Redis keys up to date. */
    void showPositions() {
        toRedis.offer(new PositionsKey());
    }

    /** How many facts have not arrived yet. */
    int waiting() {
        return toRedis.waiting() + toDatabase.waiting();
    }

    AccountOutlet start() {
        toRedis.start();
        toDatabase.start();
        return this;
    }

    @Override
    public void close() {
        toRedis.close();
        toDatabase.close();
    }

    private void publish(List<AccountFact> facts) {
        facts.forEach(this::publish);
        if (facts.contains(new SummaryKey())) {
            keys.write(summary.view());
        }
        if (facts.contains(new PositionsKey())) {
            keys.write(positions.view(), clock.instant());
        }
    }

    private void publish(AccountFact fact) {
        switch (fact) {
            case OfValue(Envelope<AccountValue> message) -> bus.publish(Topics.ACCOUNT_VALUE, message);
            case OfPosition(Envelope<Position> message) -> bus.publish(Topics.ACCOUNT_POSITION, message);
            case SummaryKey key -> {} // the keys follow once for the whole batch
            case PositionsKey key -> {}
        }
    }
}
