package com.quanticity.ibkr.simulator.fault;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How good the link to each client is. Thread-safe. */
public final class LinkFaults {

    private final Map<Integer, LinkQuality> ofClient = new ConcurrentSkipListMap<>();
    private volatile LinkQuality ofAll = LinkQuality.PERFECT;

    /**
     * Changes a link, from the next frame on.
     *
     * @param clientId null for every client without a link quality of its own
     */
    public void change(@Nullable Integer clientId, UnaryOperator<LinkQuality> change) {
        if (clientId == null) {
            ofAll = change.apply(ofAll);
        } else {
            ofClient.put(clientId, change.apply(of(clientId)));
        }
    }

    /** Changes every link. */
    public void changeEvery(UnaryOperator<LinkQuality> change) {
        ofAll = change.apply(ofAll);
        ofClient.replaceAll((_, link) -> change.apply(link));
    }

    public LinkQuality of(int clientId) {
        LinkQuality own = ofClient.get(clientId);
        return own == null ? ofAll : own;
    }

    public void clear() {
        ofClient.clear();
        ofAll = LinkQuality.PERFECT;
    }

    /** What is not perfect, by the action's name. */
    public SortedMap<String, String> describe() {
        SortedMap<String, String> all = new TreeMap<>();
        describe(all, "all clients", ofAll);
        ofClient.forEach((client, link) -> describe(all, "client " + client, link));
        return all;
    }

    private static void describe(SortedMap<String, String> all, String whose, LinkQuality link) {
        if (!link.delay().isZero() || link.bytesPerSecond() > 0) {
            all.merge("slow", whose, (a, b) -> a + ", " + b);
        }
        if (link.chunkBytes() > 0) {
            all.merge("split", whose + " " + link.chunkBytes() + " bytes", (a, b) -> a + ", " + b);
        }
        if (!link.gluedFor().isZero()) {
            all.merge("glue", whose, (a, b) -> a + ", " + b);
        }
    }
}
