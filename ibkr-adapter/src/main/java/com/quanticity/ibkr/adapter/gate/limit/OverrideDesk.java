package com.quanticity.ibkr.adapter.gate.limit;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.LimitOverride;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leave for single orders to exceed a limit. Each is taken by the first order that needs it, stored before that order may pass, and never
 * taken again. Thread-safe.
 */
public final class OverrideDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OverrideDesk.class);

    private final Map<String, ClientOrderId> taken = new ConcurrentHashMap<>();
    private final Keeper keeper;

    /** Stores which order took an override; may block, as it happens once for each override only. */
    @FunctionalInterface
    public interface Keeper {

        /** Stores it unless another order took it before; returns the order that has it. */
        ClientOrderId keep(String overrideId, ClientOrderId clientOrderId, Instant now);
    }

    public OverrideDesk(Keeper keeper) {
        this.keeper = keeper;
    }

    /** True when somebody gave leave for this order to be sent in spite of a denial, and it is this order's now. */
    public boolean lifts(List<LimitOverride> overrides, DenialReason reason, Order order, Instant now) {
        for (LimitOverride override : overrides) {
            if (covers(override, reason, order, now) && take(override, order, now)) {
                return true;
            }
        }
        return false;
    }

    /** True when {@link #lifts} would be, as far as this process knows what was taken; nothing is taken. */
    public boolean wouldLift(List<LimitOverride> overrides, DenialReason reason, Order order, Instant now) {
        return overrides.stream()
                .filter(override -> covers(override, reason, order, now))
                .map(override -> taken.getOrDefault(override.id(), order.clientOrderId()))
                .anyMatch(order.clientOrderId()::equals);
    }

    private static boolean covers(LimitOverride override, DenialReason reason, Order order, Instant now) {
        return override.reason() == reason
                && override.strategy().equals(order.strategy())
                && override.symbol().equals(order.symbol())
                && override.side() == order.side()
                && order.quantity().compareTo(override.quantity()) <= 0
                && now.isBefore(override.validUntil());
    }

    private boolean take(LimitOverride override, Order order, Instant now) {
        ClientOrderId owner = taken.get(override.id());
        if (owner == null) {
            owner = store(override, order, now);
        }
        return order.clientOrderId().equals(owner);
    }

    /** What cannot be stored could be taken twice, so it is not taken. */
    private ClientOrderId store(LimitOverride override, Order order, Instant now) {
        try {
            ClientOrderId owner = keeper.keep(override.id(), order.clientOrderId(), now);
            taken.put(override.id(), owner);
            LOG.warn(
                    "limit overridden id={} reason={} clientOrderId={} requestedBy={} approvedBy={} why=\"{}\"",
                    override.id(),
                    override.reason(),
                    owner,
                    override.requestedBy(),
                    override.approvedBy(),
                    override.why());
            return owner;
        } catch (RuntimeException e) {
            LOG.warn(
                    "override not taken id={} cause={}; restore the database and submit again",
                    override.id(),
                    e.toString());
            return NOBODY;
        }
    }

    private static final ClientOrderId NOBODY = ClientOrderId.of("00000000000000000000000000");
}
