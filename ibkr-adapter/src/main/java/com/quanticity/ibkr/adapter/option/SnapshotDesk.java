package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.contract.ContractInquiry;
import com.quanticity.ibkr.adapter.marketdata.LineHolder;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.service.problem.ApiException;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures of chains: starts them, knows them, cancels them. The last ones are remembered until the process ends. Thread-safe. */
final class SnapshotDesk implements AutoCloseable, LineHolder {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotDesk.class);
    private static final int MOST_REMEMBERED = 50;
    private static final int USUAL_STRIKES = 5;

    /** What became of a request. */
    sealed interface Started {
        record New(SnapshotJob.View job) implements Started {}

        /** The key started this job before. */
        record Repeated(SnapshotJob.View job) implements Started {}

        /** The key started a job for something else. */
        record KeyTaken(SnapshotJob.View job) implements Started {}
    }

    private final GatewaySession session;
    private final ContractInquiry inquiry;
    private final OptionChains chains;
    private final UnderlyingPrices prices;
    private final OptionProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private final PictureKeeper keeper;
    private final Ulid ids;
    private final Semaphore lines;
    private final Map<String, SnapshotJob> jobs = bounded();
    private final Map<String, SnapshotJob> byKey = bounded();

    SnapshotDesk(
            GatewaySession session,
            ContractInquiry inquiry,
            OptionChains chains,
            UnderlyingPrices prices,
            OptionProperties properties,
            Clock clock,
            MeterRegistry meters,
            PictureKeeper keeper) {
        this.session = session;
        this.inquiry = inquiry;
        this.chains = chains;
        this.prices = prices;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
        this.keeper = keeper;
        this.ids = new Ulid(clock);
        this.lines = new Semaphore(properties.snapshotLines(), true);
    }

    /**
     * Starts a picture, or finds the one that the key started.
     *
     * @throws ApiException when the chain is not known, no price says where the money is, or too many options are wanted
     */
    Started start(String key, String underlying, SnapshotRequest request) {
        Optional<Started> before = before(key, underlying, request).or(() -> stored(key, underlying, request));
        if (before.isPresent()) {
            return before.get();
        }
        OptionChain chain = chains.of(underlying);
        BigDecimal price =
                request.around() == null ? prices.of(chain.underlying()).orElseThrow(() -> noPrice(underlying)) : null;
        ChainFilter filter = filter(request, price, chain);
        List<OptionSeries> series = filter.apply(chain.series());
        int wanted = filter.count(series);
        if (wanted == 0) {
            throw ApiException.notFound(
                    "NO_OPTIONS",
                    "No option on " + underlying + " matches; GET /api/v1/options/" + underlying
                            + "/chain shows what there is.");
        }
        if (wanted > properties.snapshotOptions()) {
            throw ApiException.badRequest(
                            "TOO_MANY_OPTIONS",
                            wanted + " options are wanted and " + properties.snapshotOptions()
                                    + " are allowed. Name fewer expiries or strikes, one class, or one right.")
                    .with("wanted", wanted)
                    .with("limit", properties.snapshotOptions());
        }
        SnapshotJob job = new SnapshotJob(ids.next(), underlying, request, price, wanted, clock.instant());
        synchronized (this) {
            Optional<Started> meanwhile = before(key, underlying, request);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            jobs.put(job.id(), job);
            byKey.put(key, job);
        }
        run(key, job, chain, series, filter);
        return new Started.New(job.view());
    }

    private Optional<Started> stored(String key, String underlying, SnapshotRequest request) {
        return keeper.ofKey(key).map(stored -> {
            boolean isSame = stored.picture().underlying().equals(underlying)
                    && stored.request().equals(request);
            return isSame ? new Started.Repeated(stored.picture()) : new Started.KeyTaken(stored.picture());
        });
    }

    synchronized Optional<SnapshotJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** A picture as it stands, also one that an earlier start of this service took. */
    Optional<SnapshotJob.View> picture(String id) {
        return find(id).map(SnapshotJob::view).or(() -> keeper.find(id));
    }

    /** Pictures under way, and those that were taken, newest first. */
    List<SnapshotJob.View> list(@Nullable String underlying, int most) {
        Map<String, SnapshotJob.View> all = new LinkedHashMap<>();
        known().stream()
                .filter(picture -> underlying == null || picture.underlying().equals(underlying))
                .forEach(picture -> all.put(picture.id(), picture));
        keeper.last(underlying, most).forEach(picture -> all.putIfAbsent(picture.id(), picture));
        return all.values().stream().limit(most).toList();
    }

    private synchronized List<SnapshotJob.View> known() {
        return jobs.values().stream().map(SnapshotJob::view).toList().reversed();
    }

    @Override
    public int linesHeld() {
        return properties.snapshotLines() - lines.availablePermits();
    }

    @Override
    public boolean isLasting() {
        return false;
    }

    /** Nothing more is asked for; what is on its way still arrives. */
    void cancel(SnapshotJob job) {
        job.cancel(clock.instant());
    }

    @Override
    public synchronized void close() {
        jobs.values().forEach(job -> job.cancel(clock.instant()));
    }

    private synchronized Optional<Started> before(String key, String underlying, SnapshotRequest request) {
        SnapshotJob known = byKey.get(key);
        if (known == null) {
            return Optional.empty();
        }
        return Optional.of(
                known.isFor(underlying, request)
                        ? new Started.Repeated(known.view())
                        : new Started.KeyTaken(known.view()));
    }

    private void run(String key, SnapshotJob job, OptionChain chain, List<OptionSeries> series, ChainFilter filter) {
        SnapshotRun run =
                new SnapshotRun(session, inquiry, lines, properties.snapshotPause(), clock, job, chain, series, filter);
        Thread.ofVirtual().name("option-snapshot").start(() -> {
            try {
                run.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("option snapshot failed id={}", job.id(), e);
                job.missPart(new MissingOptions("the rest", "the service failed: " + e));
                job.finish(clock.instant());
            }
            report(job.view());
            keeper.keep(new PictureStore.Stored(key, job.request(), job.view()));
        });
    }

    private void report(SnapshotJob.View done) {
        meters.counter(AdapterMeter.OPTION_PICTURES.meterName())
                .increment(done.options().size());
        LOG.info(
                "option snapshot ended id={} underlying={} state={} options={} missing={}",
                done.id(),
                done.underlying(),
                done.state(),
                done.options().size(),
                done.missing().size());
    }

    /** Chains are long: without days named it is the next expiry that still trades. */
    private ChainFilter filter(SnapshotRequest request, @Nullable BigDecimal price, OptionChain chain) {
        LocalDate from = request.from() == null ? OptionSeries.firstTrading(clock.instant()) : request.from();
        LocalDate to = request.to();
        if (to == null) {
            to = chain.series().stream()
                    .flatMap(series -> series.expiries().stream())
                    .filter(day -> !day.isBefore(from))
                    .min(Comparator.naturalOrder())
                    .orElse(from);
        }
        Integer strikes = request.strikes();
        return new ChainFilter(
                "SMART",
                request.tradingClass(),
                from,
                to,
                request.right(),
                request.around() == null ? price : request.around(),
                strikes == null ? USUAL_STRIKES : strikes);
    }

    private static ApiException noPrice(String underlying) {
        return ApiException.conflict(
                "NO_UNDERLYING_PRICE",
                "There is no fresh price of " + underlying
                        + " to choose strikes by. Name one as around, or put it on the watch list.");
    }

    private static Map<String, SnapshotJob> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, SnapshotJob> eldest) {
                return size() > MOST_REMEMBERED && !eldest.getValue().isRunning();
            }
        };
    }
}
