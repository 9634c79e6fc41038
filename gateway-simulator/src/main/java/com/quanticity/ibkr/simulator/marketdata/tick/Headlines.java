package com.quanticity.ibkr.simulator.marketdata.tick;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.reference.NewsArchive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The latest headline of each provider about one contract. */
public final class Headlines {

    /** A provider without news for so long has none. */
    private static final Duration LOOK_BACK = Duration.ofDays(2);

    private static final int FIRST_TYPE = 62_000;

    private final NewsArchive archive = new NewsArchive();
    private final ListedContract contract;
    private final List<String> providers;
    private List<Tick> known = List.of();
    private Instant nextLook = Instant.MIN;

    public Headlines(ListedContract contract, List<String> providers) {
        this.contract = contract;
        this.providers = List.copyOf(providers);
    }

    /** Headlines come with whole minutes. */
    List<Tick> latest(Instant now) {
        if (!now.isBefore(nextLook)) {
            nextLook = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), 60) * 60 + 60);
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i < providers.size(); i++) {
                int type = FIRST_TYPE + i;
                archive.about(contract, List.of(providers.get(i)), now.minus(LOOK_BACK), now, 1)
                        .forEach(article -> ticks.add(new Tick.News(type, article)));
            }
            known = ticks;
        }
        return known;
    }
}
