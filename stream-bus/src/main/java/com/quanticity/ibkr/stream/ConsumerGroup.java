package com.quanticity.ibkr.stream;

import java.time.Duration;

/**
 * How a consumer group takes messages. Every message goes to one consumer of the group.
 *
 * @param group name of the group, for example {@code ibkr-adapter-orders}
 * @param consumer name of this consumer within the group; the same after a restart, so that it first finishes what it had
 * @param batchSize most messages a read yields and a handler gets at once
 * @param maximumDeliveries after so many failed deliveries a message goes to the dead-letter stream; 0 = never, it is tried for ever
 * @param claimAfter messages that another consumer of the group holds longer than this are taken over
 * @param from where a group starts that does not exist yet
 * @param measuresAge whether the age of each message is measured when its handler has finished
 * @param aheadCharacters 0: a batch is read when the one before it is done. Otherwise the next is read and decoded meanwhile, and a batch
 *     holds about so much text; two are in memory at once
 */
public record ConsumerGroup(
        String group,
        String consumer,
        int batchSize,
        int maximumDeliveries,
        Duration claimAfter,
        StartAt from,
        boolean measuresAge,
        int aheadCharacters) {

    /** Where a new group starts. */
    public enum StartAt {
        /** With the oldest message that is still there. */
        OLDEST,
        /** With the first message published from now on. */
        NEWEST
    }

    public ConsumerGroup {
        if (group.isBlank() || consumer.isBlank()) {
            throw new IllegalArgumentException("a consumer group needs a group and a consumer name");
        }
        if (batchSize < 1 || maximumDeliveries < 0 || aheadCharacters < 0) {
            throw new IllegalArgumentException(
                    "batch size must be 1 or more, deliveries and characters read ahead 0 or more");
        }
    }

    /** One message at a time from the oldest on, ten deliveries, taken over after a minute. */
    public static ConsumerGroup of(String group) {
        return new ConsumerGroup(group, group + "-1", 1, 10, Duration.ofMinutes(1), StartAt.OLDEST, false, 0);
    }

    public ConsumerGroup withBatchSize(int size) {
        return new ConsumerGroup(
                group, consumer, size, maximumDeliveries, claimAfter, from, measuresAge, aheadCharacters);
    }

    /** Failed messages are tried until they succeed: for handlers that fail only while a database is away. */
    public ConsumerGroup retryingForEver() {
        return new ConsumerGroup(group, consumer, batchSize, 0, claimAfter, from, measuresAge, aheadCharacters);
    }

    public ConsumerGroup withClaimAfter(Duration duration) {
        return new ConsumerGroup(
                group, consumer, batchSize, maximumDeliveries, duration, from, measuresAge, aheadCharacters);
    }

    public ConsumerGroup withMaximumDeliveries(int deliveries) {
        return new ConsumerGroup(
                group, consumer, batchSize, deliveries, claimAfter, from, measuresAge, aheadCharacters);
    }

    public ConsumerGroup startingAt(StartAt start) {
        return new ConsumerGroup(
                group, consumer, batchSize, maximumDeliveries, claimAfter, start, measuresAge, aheadCharacters);
    }

    /** Measures how old each message is when its handler has finished. */
    public ConsumerGroup measuringAge() {
        return new ConsumerGroup(
                group, consumer, batchSize, maximumDeliveries, claimAfter, from, true, aheadCharacters);
    }

    /**
     * Reads and decodes the next batch while one is handled, for handlers that wait much. Order, and that a message is acknowledged only
     * when it was handled, stay as they are.
     *
     * @param characters of text a batch holds, about; its entries are never more than the batch size
     */
    public ConsumerGroup readingAhead(int characters) {
        return new ConsumerGroup(
                group, consumer, batchSize, maximumDeliveries, claimAfter, from, measuresAge, characters);
    }

    ConsumerGroup named(String consumerName) {
        return new ConsumerGroup(
                group, consumerName, batchSize, maximumDeliveries, claimAfter, from, measuresAge, aheadCharacters);
    }
}
