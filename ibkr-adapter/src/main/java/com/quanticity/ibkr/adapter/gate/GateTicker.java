package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.gate.activity.Activity;
import com.quanticity.ibkr.adapter.gate.exposure.Exposures;
import com.quanticity.ibkr.adapter.gate.limit.LimitBook;
import com.quanticity.ibkr.adapter.gate.price.PriceRanges;
import com.quanticity.ibkr.adapter.gate.price.Reference;
import com.quanticity.ibkr.adapter.gate.price.Valuation;
import com.quanticity.ibkr.adapter.marketdata.LatestQuotes;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the gate needs from time to time: limits as they are published, prices and buying power each second. */
final class GateTicker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GateTicker.class);

    private final StreamBus bus;
    private final LimitBook limits;
    private final Activity activity;
    private final Exposures exposures;
    private final PriceRanges ranges;
    private final LatestQuotes latest;
    private final Valuation valuation;
    private final AccountFigures figures;
    private final OthersOrdersFeed others;
    private final GateKeeper keeper;
    private final Clock clock;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("gate-ticker").factory());
    private @Nullable StreamSubscription tail;

    GateTicker(
            StreamBus bus,
            LimitBook limits,
            Activity activity,
            Exposures exposures,
            PriceRanges ranges,
            LatestQuotes latest,
            Valuation valuation,
            AccountFigures figures,
            OthersOrdersFeed others,
            GateKeeper keeper,
            Clock clock) {
        this.bus = bus;
        this.limits = limits;
        this.activity = activity;
        this.exposures = exposures;
        this.ranges = ranges;
        this.latest = latest;
        this.valuation = valuation;
        this.figures = figures;
        this.others = others;
        this.keeper = keeper;
        this.clock = clock;
    }

    void start() {
        tail = bus.tail(Topics.RISK_LIMITS, TailFrom.LAST, message -> {
            limits.onLimits(message.data());
            activity.onDesks(message.data().desks());
        });
        others.start();
        Future<?> _ = ticker.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
    }

    /** A scheduled task that throws is never run again. */
    private void tick() {
        try {
            keeper.keep();
            figures.refresh();
            others.refresh();
            revalue(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("gate not refreshed", e);
        }
    }

    private void revalue(Instant now) {
        exposures.settle(now);
        for (Quote quote : latest.all()) {
            Reference reference = Reference.of(quote);
            ranges.sample(quote.contractId(), reference, now);
            BigDecimal price = reference.at(Side.BUY);
            BigDecimal perUnitOfPrice = price == null ? null : valuation.perUnitOfPrice(quote.contractId());
            if (price != null && perUnitOfPrice != null) {
                exposures.onUnitValue(quote.contractId(), price.abs().multiply(perUnitOfPrice));
            }
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        others.close();
        StreamSubscription running = tail;
        if (running != null) {
            running.close();
        }
    }
}
