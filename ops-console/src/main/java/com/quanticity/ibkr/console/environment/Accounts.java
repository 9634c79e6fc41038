package com.quanticity.ibkr.console.environment;

import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The accounts seen on the streams, and what they say about the environment. Doubt goes to LIVE. Thread-safe. */
public final class Accounts implements Panel {

    private static final int MOST = 100;

    private final @Nullable Environment configured;
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final AtomicLong version = new AtomicLong();

    /** @param configured what the configuration says, null when it says nothing */
    public Accounts(@Nullable Environment configured) {
        this.configured = configured;
    }

    /** Takes note of an account; an empty name is none. */
    public void onAccount(String account) {
        if (!account.isEmpty() && seen.size() < MOST && seen.add(account)) {
            version.incrementAndGet();
        }
    }

    /** What the band says. */
    public Band band() {
        List<String> accounts = List.copyOf(seen);
        List<String> live = accounts.stream()
                .filter(account -> !AccountName.isPaper(account))
                .toList();
        if (!live.isEmpty() && configured != null && configured != Environment.LIVE) {
            return band(
                    Environment.LIVE,
                    live,
                    "configured as " + configured + ", but " + AccountName.masked(live.getFirst())
                            + " is no paper account: treat it as LIVE");
        }
        return band(configured != null ? configured : told(accounts, live), accounts, "");
    }

    private static Environment told(List<String> accounts, List<String> live) {
        if (accounts.isEmpty()) {
            return Environment.UNKNOWN;
        }
        return live.isEmpty() ? Environment.PAPER : Environment.LIVE;
    }

    private static Band band(Environment environment, List<String> accounts, String warning) {
        String account = accounts.isEmpty()
                ? "no account seen yet"
                : AccountName.masked(accounts.getFirst())
                        + (accounts.size() > 1 ? " and " + (accounts.size() - 1) + " more" : "");
        return new Band(environment.name(), environment.name().toLowerCase(Locale.ROOT), account, warning);
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(100);
    }

    @Override
    public long version() {
        return version.get();
    }

    @Override
    public List<Part> parts(Instant now) {
        return List.of(new Part.Single(new Piece("environment-band", "panels/frame :: band", band())));
    }

    /**
     * The environment band.
     *
     * @param word LIVE, PAPER, SIM, REPLAY or UNKNOWN
     * @param style the word in lower case
     * @param account masked, or that none was seen
     * @param warning one line, empty when all agrees
     */
    public record Band(String word, String style, String account, String warning) {}
}
