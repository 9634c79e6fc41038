package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.FactSink;
import com.quanticity.ibkr.adapter.journal.JournalChange;
import com.quanticity.ibkr.model.order.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Keeps what is told, published at once. */
final class RecordingSink implements FactSink {

    final List<OrderEvent> events = new ArrayList<>();
    final List<JournalChange> changes = new ArrayList<>();

    @Override
    public void tell(OrderEvent event, @Nullable JournalChange change) {
        events.add(event);
        if (change != null) {
            changes.add(change);
        }
    }

    @Override
    public CompletableFuture<Void> answer(OrderEvent event, @Nullable JournalChange change) {
        tell(event, change);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void note(JournalChange change) {
        changes.add(change);
    }

    /** The kinds of what was told, in order. */
    List<String> kinds() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    <T extends OrderEvent> T last(Class<T> kind) {
        return kind.cast(events.getLast());
    }
}
