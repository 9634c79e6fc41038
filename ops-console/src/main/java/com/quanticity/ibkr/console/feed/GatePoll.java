package com.quanticity.ibkr.console.feed;

import com.quanticity.ibkr.console.sessions.GateBook;
import com.quanticity.ibkr.console.sessions.GateBook.Gap;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Asks the adapter's order gate what it does not know. */
final class GatePoll implements EverySecond.Work {

    private final ServiceLists lists;
    private final URI adapter;
    private final GateBook book;
    private final Clock clock;

    GatePoll(ServiceLists lists, URI adapter, GateBook book, Clock clock) {
        this.lists = lists;
        this.adapter = adapter;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<Gap> read = new ArrayList<>();
        for (JsonNode gap : lists.read(adapter, "/api/v1/gate", "gaps")) {
            read.add(new Gap(text(gap, "reason"), text(gap, "about"), text(gap, "denies"), text(gap, "advice")));
        }
        book.onAnswer(read, clock.instant());
    }

    private static String text(JsonNode gap, String field) {
        return gap.path(field).asString("");
    }
}
