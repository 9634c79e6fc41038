package com.quanticity.ibkr.execution.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells parents that a child of theirs has changed, once the change is committed. Thread-safe. */
public final class ChildChanges {

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    ChildChanges() {}

    /** @param listener takes parent order ids; called on the thread that committed and must not block */
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    void changed(String parentOrderId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                listeners.forEach(listener -> listener.accept(parentOrderId));
            }
        });
    }
}
