package com.quanticity.ibkr.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** What is not perfect. */
    public List<String> describe() {
        List<String> all = new ArrayList<>();
        if (!ofAll.equals(LinkQuality.PERFECT)) {
            all.add("all " + ofAll);
        }
        ofClient.forEach((client, quality) -> {
            if (!quality.equals(LinkQuality.PERFECT)) {
                all.add("client=" + client + " " + quality);
            }
        });
        return List.copyOf(all);
    }
}
