package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.algo.schedule.Lot;
import com.quanticity.ibkr.execution.algo.schedule.VolumeProfile;
import com.quanticity.ibkr.execution.algo.schedule.Window;
import com.quanticity.ibkr.execution.ledger.Fill;
import com.quanticity.ibkr.execution.market.AdapterLine;
import com.quanticity.ibkr.execution.market.AdapterLine.AwayException;
import com.quanticity.ibkr.execution.market.AdapterLine.Instrument;
import com.quanticity.ibkr.execution.market.MarketView;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.parent.EndRule;
import com.quanticity.ibkr.model.parent.ParentWish;
import com.quanticity.ibkr.model.parent.PlanKind;
import com.quanticity.ibkr.model.parent.Pricing;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a wish the terms that are stored: fills in what was not given, and fetches what the plan depends on, so that it never depends on
 * anything later. Asks the adapter for the price increments of routed children and for the bars of a profile. Thread-safe.
 */
public final class Wishes {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9 ./:@|+-]{0,99}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9]{0,20}");
    private static final Duration AT_ONCE = Duration.ofMinutes(10);
    private static final int USUAL_JITTER = 30;
    private static final int MOST_USUAL_SLICES = 1_000;
    private static final int MOST_DECIMALS = 9;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final MarketView market;
    private final AdapterLine adapter;
    private final ParentProperties rules;
    private final Clock clock;

    Wishes(MarketView market, AdapterLine adapter, ParentProperties rules, Clock clock) {
        this.market = market;
        this.adapter = adapter;
        this.rules = rules;
        this.clock = clock;
    }

    /** The same text for the same wish, however its numbers are written. */
    public static String fingerprint(ParentWish wish) {
        return ModelJson.write(new ParentWish(
                wish.account(),
                wish.symbol(),
                wish.side(),
                Columns.canonical(wish.quantity()),
                wish.strategy(),
                wish.algorithm(),
                wish.person(),
                wish.plan(),
                wish.price(),
                wish.lot()));
    }

    /** The register's name of a wish's algorithm. */
    public static String algorithmOf(ParentWish wish) {
        String named = wish.algorithm();
        return named != null
                ? named
                : wish.plan().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The terms of a wish.
     *
     * @param origin what it came from, empty for REST
     * @throws InvalidWishException with what is wrong
     */
    public ParentTerms terms(ParentWish wish, String origin) throws InvalidWishException {
        checkNames(wish);
        try {
            Instant now = clock.instant();
            Lot lot = lot(wish, now);
            ParentTerms terms = new ParentTerms(
                    wish.account() == null ? "" : wish.account(),
                    wish.symbol(),
                    wish.side(),
                    Columns.canonical(wish.quantity()),
                    wish.strategy() == null ? "manual" : wish.strategy(),
                    algorithmOf(wish),
                    wish.person(),
                    origin,
                    plan(wish, now),
                    children(wish, lot),
                    null);
            terms.slicer();
            return terms;
        } catch (IllegalArgumentException e) {
            throw new InvalidWishException("INVALID_PARENT", String.valueOf(e.getMessage()) + ".", false);
        } catch (AwayException e) {
            throw new InvalidWishException("ADAPTER_UNAVAILABLE", e.getMessage() + ".", true);
        }
    }

    private static void checkNames(ParentWish wish) throws InvalidWishException {
        check(
                SYMBOL,
                wish.symbol(),
                "symbol",
                "1 to 100 capitals, digits and ./:@|+- as the adapter's watch list has it");
        check(NAME, wish.person(), "person", "1 to 64 letters, digits, underscores, dots or hyphens");
        if (wish.strategy() != null) {
            check(NAME, wish.strategy(), "strategy", "1 to 64 letters, digits, underscores, dots or hyphens");
        }
        if (wish.account() != null) {
            check(ACCOUNT, wish.account(), "account", "at most 20 letters and digits");
        }
        if (Fill.EXTERNAL.equals(wish.strategy())) {
            throw new InvalidWishException(
                    "INVALID_PARENT",
                    "strategy must not be '" + Fill.EXTERNAL + "', which marks fills from elsewhere.",
                    false);
        }
        if (wish.quantity().signum() <= 0
                || wish.quantity().stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new InvalidWishException(
                    "INVALID_PARENT",
                    "quantity must be greater than 0 with at most 9 decimals, was " + wish.quantity() + ".",
                    false);
        }
    }

    private static void check(Pattern form, String value, String name, String rule) throws InvalidWishException {
        if (!form.matcher(value).matches()) {
            throw new InvalidWishException("INVALID_PARENT", name + " must be " + rule + ".", false);
        }
    }

    private PlanTerms plan(ParentWish wish, Instant now) throws AwayException {
        ParentWish.Plan plan = wish.plan();
        Instant start = start(plan, now);
        Instant end = end(plan, start);
        if (!end.isAfter(now)) {
            throw new IllegalArgumentException("plan.end " + end + " is past; choose a later one");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a window lasts a day at most; children are orders for the day");
        }
        boolean twap = plan.kind() == PlanKind.TWAP;
        return new PlanTerms(
                plan.kind(),
                start,
                end,
                plan.endRule() == null ? EndRule.LEAVE_REST : plan.endRule(),
                twap ? slices(plan, start, end) : none(plan.slices(), "slices", plan.kind()),
                twap
                        ? plan.jitterPercent() == null ? Integer.valueOf(USUAL_JITTER) : plan.jitterPercent()
                        : none(plan.jitterPercent(), "jitterPercent", plan.kind()),
                twap ? Long.valueOf(new SplittableRandom().nextLong() >>> 12) : null,
                plan.kind() == PlanKind.POV ? plan.percent() : none(plan.percent(), "percent", plan.kind()),
                plan.kind() == PlanKind.ICEBERG ? plan.display() : none(plan.display(), "display", plan.kind()),
                plan.kind() == PlanKind.VWAP ? profile(wish.symbol(), new Window(start, end), now) : null);
    }

    private static <T> @Nullable T none(@Nullable T value, String name, PlanKind kind) {
        if (value != null) {
            throw new IllegalArgumentException("plan." + name + " does not belong to " + kind + "; leave it out");
        }
        return null;
    }

    private static Instant start(ParentWish.Plan plan, Instant now) {
        return plan.start() == null ? now : plan.start();
    }

    private static Instant end(ParentWish.Plan plan, Instant start) {
        Instant end = plan.end();
        if (end == null && plan.kind() != PlanKind.AT_ONCE) {
            throw new IllegalArgumentException("plan.end must be given for " + plan.kind());
        }
        return end == null ? start.plus(AT_ONCE) : end;
    }

    private static int slices(ParentWish.Plan plan, Instant start, Instant end) {
        Integer given = plan.slices();
        return given != null
                ? given
                : (int) Math.clamp(Duration.between(start, end).toMinutes(), 1, MOST_USUAL_SLICES);
    }

    /** Full days only: half of today would look like a market that sleeps in the afternoon. */
    private VolumeProfile profile(String symbol, Window window, Instant now) throws AwayException {
        ZoneId zone = instrument(symbol).zone();
        if (zone == null) {
            throw new IllegalArgumentException("the broker named no time zone for " + symbol + "; take TWAP");
        }
        Instant to = now.atZone(zone).with(LocalTime.MIDNIGHT).toInstant();
        Instant from = to.minus(Duration.ofDays(calendarDays(rules.profileDays())));
        VolumeProfile profile =
                VolumeProfile.of(adapter.volumes(symbol, rules.profileBarSize(), from, to), zone, bucket());
        List<String> lacks = profile.lacks(window, com.quanticity.ibkr.execution.algo.schedule.Vwap.FEWEST_DAYS);
        if (!lacks.isEmpty()) {
            throw new IllegalArgumentException(lacks.getFirst());
        }
        return profile;
    }

    /** Trading days have two days of a week between them. */
    private static long calendarDays(int tradingDays) {
        return tradingDays * 7L / 5 + 4;
    }

    private Duration bucket() {
        String[] words = rules.profileBarSize().split(" ");
        long number = Long.parseLong(words[0]);
        return words[1].startsWith("sec")
                ? Duration.ofSeconds(number)
                : words[1].startsWith("min") ? Duration.ofMinutes(number) : Duration.ofHours(number);
    }

    private ChildTerms children(ParentWish wish, Lot lot) throws AwayException {
        ParentWish.Price price = wish.price();
        if (price == null) {
            return new ChildTerms(Pricing.MARKET, null, 0, Set.of(), null, lot, null);
        }
        Duration patience = price.patience();
        if (patience != null && patience.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("price.patience must be a second or longer, was " + patience);
        }
        return new ChildTerms(
                price.pricing(),
                price.limitPrice(),
                price.capTicks() == null ? 0 : price.capTicks(),
                price.venues() == null ? Set.of() : price.venues(),
                price.pricing().isRouted() ? instrument(wish.symbol()).prices() : null,
                lot,
                patience);
    }

    private Instrument instrument(String symbol) throws AwayException {
        Quote quote = market.of(symbol).quote();
        if (quote == null) {
            throw new IllegalArgumentException(
                    "there is no fresh level 1 of " + symbol + "; subscribe to it at the adapter first");
        }
        return adapter.instrument(quote.contractId());
    }

    private static Lot lot(ParentWish wish, Instant now) {
        ParentWish.Lot given = wish.lot() == null ? new ParentWish.Lot(null, null, null) : wish.lot();
        BigDecimal step = given.step() == null ? BigDecimal.ONE : given.step();
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("lot.step must be above 0, was " + step);
        }
        BigDecimal smallest = given.smallest() == null ? step : given.smallest();
        BigDecimal largest = given.largest() == null ? up(usualLargest(wish, now), step) : given.largest();
        return new Lot(step, smallest, largest.max(smallest));
    }

    private static BigDecimal usualLargest(ParentWish wish, Instant now) {
        ParentWish.Plan plan = wish.plan();
        BigDecimal display = plan.display();
        return switch (plan.kind()) {
            case AT_ONCE, BRACKET -> wish.quantity();
            case TWAP ->
                share(wish.quantity(), slices(plan, start(plan, now), end(plan, start(plan, now))))
                        .multiply(BigDecimal.TWO);
            case ICEBERG -> display == null ? wish.quantity() : display;
            case VWAP, POV -> share(wish.quantity(), 10);
        };
    }

    private static BigDecimal share(BigDecimal quantity, int parts) {
        return quantity.divide(BigDecimal.valueOf(Math.max(1, parts)), MOST_DECIMALS, RoundingMode.UP);
    }

    private static BigDecimal up(BigDecimal quantity, BigDecimal step) {
        return quantity.divide(step, 0, RoundingMode.UP).multiply(step);
    }
}
