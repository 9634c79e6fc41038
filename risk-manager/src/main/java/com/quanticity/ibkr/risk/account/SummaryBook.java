package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.model.position.AccountValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account summary as far as it is known. Figures arrive one by one and count at once; the view as a whole counts as complete from
 * the first end marker of a connection on, until the session is lost. Written on the session's consumer thread, read on every thread.
 */
final class SummaryBook {

    /**
     * The summary at one moment.
     *
     * @param values by account and tag, in the order of their arrival
     * @param completeAt when the last complete answer ended, null when none did on this connection
     */
    record View(Map<Key, AccountValue> values, @Nullable Instant completeAt) {

        Collection<AccountValue> all() {
            return values.values();
        }
    }

    /** A figure's name; of an exchange rate with the currency it is of. */
    record Key(String account, String tag) {
        static Key of(AccountValue value) {
            String tag = value.tag();
            return new Key(
                    value.account(), tag.equals(AccountValue.EXCHANGE_RATE) ? tag + "|" + value.currency() : tag);
        }

        /** As it is written in Redis. */
        String text() {
            return account + "|" + tag;
        }
    }

    private final Map<Key, AccountValue> values = new LinkedHashMap<>();
    private final Map<Key, AccountValue> answer = new LinkedHashMap<>();
    private int answering;
    private int answered;
    private @Nullable Instant completeAt;
    private volatile View view = new View(Map.of(), null);

    View view() {
        return view;
    }

    /**
     * Takes one figure.
     *
     * @param requestId growing from request to request
     * @return true when the figure is new or differs from the one before
     */
    boolean onValue(int requestId, AccountValue value) {
        if (requestId > answered) {
            collect(requestId, value);
        }
        AccountValue before = values.put(Key.of(value), value);
        show();
        return before == null
                || !before.value().equals(value.value())
                || !before.currency().equals(value.currency());
    }

    /** The first answer of a request ended: figures that it did not repeat are gone. */
    void onComplete(int requestId, Instant at) {
        if (requestId > answering) {
            collect(requestId); // an answer without a figure: there is no account
        }
        values.keySet().retainAll(answer.keySet());
        answered = requestId;
        completeAt = at;
        show();
    }

    /** The session is lost: the figures stay, but no longer count as complete. */
    void onLost() {
        completeAt = null;
        show();
    }

    private void collect(int requestId, AccountValue value) {
        if (requestId > answering) {
            collect(requestId);
        }
        answer.put(Key.of(value), value);
    }

    private void collect(int requestId) {
        answer.clear();
        answering = requestId;
    }

    private void show() {
        view = new View(Collections.unmodifiableMap(new LinkedHashMap<>(values)), completeAt);
    }
}
