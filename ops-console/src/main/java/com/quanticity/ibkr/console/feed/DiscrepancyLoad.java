package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.console.discrepancies.DiscrepancyBook;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the discrepancies from the execution-engine: as soon as it answers, and every half a minute to confirm them. */
final class DiscrepancyLoad implements EverySecond.Work {

    private static final String RESOURCE = "/api/v1/discrepancies?open=true&limit=500";
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final ServiceLists lists;
    private final URI engine;
    private final DiscrepancyBook discrepancies;
    private final Clock clock;
    private @Nullable Instant loadedAt;

    DiscrepancyLoad(ServiceLists lists, URI engine, DiscrepancyBook discrepancies, Clock clock) {
        this.lists = lists;
        this.engine = engine;
        this.discrepancies = discrepancies;
        this.clock = clock;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Instant now = clock.instant();
        if (loadedAt != null && now.isBefore(loadedAt.plus(AGAIN))) {
            return;
        }
        List<Discrepancy> read = new ArrayList<>();
        for (JsonNode each : lists.read(engine, RESOURCE, "discrepancies")) {
            read.add(ModelJson.read(each.toString(), Discrepancy.class));
        }
        discrepancies.onComplete(read, now);
        loadedAt = now;
    }
}
