package com.quanticity.ibkr.console.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The page as last drawn. Whoever draws, the changes go to the same listener, so that a page that is requested and the pages that are
 * pushed to never part. Thread-safe; the listener is called under the lock and must not block.
 */
public final class LivePage {

    private static final Duration ANYWAY = Duration.ofSeconds(1);

    private static final class Drawn {
        private final Panel panel;
        private long version = -1;
        private Instant at = Instant.MIN;

        Drawn(Panel panel) {
            this.panel = panel;
        }

        boolean isDue(Instant now) {
            if (at.equals(Instant.MIN)) {
                return true;
            }
            Duration since = Duration.between(at, now);
            return since.isNegative()
                    || since.compareTo(ANYWAY) >= 0
                    || (panel.version() != version && since.compareTo(panel.pace()) >= 0);
        }
    }

    private record Cached(Piece piece, String html) {}

    private final List<Drawn> panels;
    private final PieceRenderer renderer;
    private final Map<String, Cached> pieces = new HashMap<>();
    private final Map<String, List<String>> orders = new LinkedHashMap<>();
    private Consumer<Delta> listener = _ -> {};

    LivePage(List<Panel> panels, PieceRenderer renderer) {
        this.panels = panels.stream().map(Drawn::new).toList();
        this.renderer = renderer;
    }

    synchronized void listener(Consumer<Delta> newListener) {
        listener = newListener;
    }

    /** Draws what is due and tells the listener what changed. */
    public synchronized void draw(Instant now) {
        Delta delta = new Delta(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Drawn drawn : panels) {
            if (drawn.isDue(now)) {
                drawn.version = drawn.panel.version();
                drawn.at = now;
                drawn.panel.parts(now).forEach(part -> draw(part, delta));
            }
        }
        if (!delta.isEmpty()) {
            listener.accept(delta);
        }
    }

    /** Calls back with the whole page, under the lock: no change can slip between it and the listener's next one. */
    synchronized void whole(Consumer<Delta> reader) {
        Map<String, String> html = new LinkedHashMap<>();
        pieces.forEach((id, cached) -> html.put(id, cached.html()));
        reader.accept(new Delta(html, new LinkedHashMap<>(orders)));
    }

    /** The HTML of an element that is always there, empty before the first drawing. */
    public synchronized String html(String id) {
        Cached cached = pieces.get(id);
        return cached == null ? "" : cached.html();
    }

    /** The HTML of the children of an element, empty before the first drawing. */
    public synchronized String rows(String parentId) {
        StringBuilder html = new StringBuilder();
        orders.getOrDefault(parentId, List.of()).forEach(id -> html.append(html(id)));
        return html.toString();
    }

    private void draw(Part part, Delta delta) {
        switch (part) {
            case Part.Single single -> draw(single.piece(), delta);
            case Part.Rows rows -> draw(rows, delta);
        }
    }

    private void draw(Part.Rows rows, Delta delta) {
        List<String> ids = new ArrayList<>(rows.rows().size());
        for (Piece row : rows.rows()) {
            ids.add(row.id());
            draw(row, delta);
        }
        List<String> before = orders.put(rows.parentId(), ids);
        if (ids.equals(before)) {
            return;
        }
        delta.orders().put(rows.parentId(), ids);
        forget(before, ids);
    }

    private void forget(@Nullable List<String> before, List<String> ids) {
        if (before != null) {
            List<String> gone = new ArrayList<>(before);
            gone.removeAll(new java.util.HashSet<>(ids));
            gone.forEach(pieces::remove);
        }
    }

    private void draw(Piece piece, Delta delta) {
        Cached before = pieces.get(piece.id());
        if (before != null && before.piece().equals(piece)) {
            return;
        }
        String html = renderer.render(piece);
        pieces.put(piece.id(), new Cached(piece, html));
        if (before == null || !before.html().equals(html)) {
            delta.pieces().put(piece.id(), html);
        }
    }
}
