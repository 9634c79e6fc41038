package com.quanticity.ibkr.simulator.witness;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What really happened since the start, at one moment.
 *
 * @param at simulator time of the report
 * @param clients by client id; -1 are connections that never started a session
 * @param orders in the order of their acceptance, done ones included
 * @param fills oldest first, as traded, whether anybody was told or not; a correction replaces its execution, a bust removes it
 * @param subscriptions open now and at most at any one time, by kind, over all clients
 * @param limitsHit how often each limit was answered by its error code, over all clients
 */
public record WitnessReport(
        Instant at,
        List<ClientReport> clients,
        List<OrderReport> orders,
        List<FillReport> fills,
        SortedMap<SubscriptionKind, SubscriptionReport> subscriptions,
        SortedMap<Integer, Long> limitsHit) {

    /**
     * One client id, over all its sessions.
     *
     * @param sessions started so far
     * @param received messages that came from the client, by name
     * @param sent messages that really went out to the client, by name
     * @param errors error codes that really went out to the client
     * @param subscriptions of this client
     */
    public record ClientReport(
            int clientId,
            long sessions,
            SortedMap<String, Long> received,
            SortedMap<String, Long> sent,
            SortedMap<Integer, Long> errors,
            SortedMap<SubscriptionKind, SubscriptionReport> subscriptions) {

        /** How many messages of a name came from the client. */
        public long received(String name) {
            return received.getOrDefault(name, 0L);
        }

        /** How many messages of a name went out to the client. */
        public long sent(String name) {
            return sent.getOrDefault(name, 0L);
        }
    }

    /**
     * Subscriptions of one kind.
     *
     * @param ever opened since the start
     * @param most open at the same time
     */
    public record SubscriptionReport(int now, int most, long ever) {}

    /**
     * One subscription to market data, open or not.
     *
     * @param symbol as the request named it, or the contract id
     * @param frames that really went out, by name and, for level 1 ticks, tick type: {@code TICK_PRICE 1}
     * @param crc32c checksum of their payloads one after the other, without the length prefixes
     */
    public record StreamReport(
            int clientId,
            int requestId,
            SubscriptionKind kind,
            String symbol,
            SortedMap<String, Long> frames,
            long crc32c) {

        /** How many frames of a name, and tick type, went out. */
        public long frames(String name) {
            return frames.getOrDefault(name, 0L);
        }
    }

    /**
     * One order.
     *
     * @param orderRef the client's own name of it, empty when it gave none
     * @param changes everything that happened to it, oldest first
     */
    public record OrderReport(
            int clientId,
            int orderId,
            long permId,
            String orderRef,
            String symbol,
            String side,
            List<OrderChange> changes) {

        /** The last status, as the wire spells it. */
        public String status() {
            return changes.getLast().status();
        }

        /** Shares or contracts filled so far. */
        public BigDecimal filled() {
            return changes.getLast().filled();
        }
    }

    /**
     * One state change.
     *
     * @param code of a message about the order, null for a change of its state
     * @param text of that message, null likewise
     */
    public record OrderChange(
            Instant at,
            String status,
            BigDecimal filled,
            BigDecimal remaining,
            @Nullable Integer code,
            @Nullable String text) {}

    /**
     * One execution.
     *
     * @param side {@code BOT} or {@code SLD}
     * @param commission in the account's currency
     */
    public record FillReport(
            Instant at,
            String execId,
            int clientId,
            int orderId,
            long permId,
            String symbol,
            String side,
            BigDecimal shares,
            BigDecimal price,
            BigDecimal commission) {}

    /** One client, or null when it never connected. */
    public @Nullable ClientReport client(int clientId) {
        return clients.stream()
                .filter(client -> client.clientId() == clientId)
                .findFirst()
                .orElse(null);
    }

    /** One order, or null when it was never accepted. */
    public @Nullable OrderReport order(int clientId, int orderId) {
        return orders.stream()
                .filter(order -> order.clientId() == clientId && order.orderId() == orderId)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    /** Subscriptions of a kind over all clients. */
    public SubscriptionReport subscriptions(SubscriptionKind kind) {
        return subscriptions.getOrDefault(kind, new SubscriptionReport(0, 0, 0));
    }
}
