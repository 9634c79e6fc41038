package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.position.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The broker's positions. Unknown is not empty: positions count as known only from the end marker of a complete answer on, until the
 * session is lost. A lost session closes nothing; a position that a complete answer no longer holds is closed.
 *
 * <p>Written on the session's consumer thread, read on every thread.
 */
final class PositionBook {

    /**
     * The positions at one moment.
     *
     * @param open those with a quantity
     * @param knownSince when they became known on this connection, null while they are not
     */
    record View(List<Position> open, @Nullable Instant knownSince) {

        boolean isKnown() {
            return knownSince != null;
        }
    }

    private record Key(String account, ContractId contractId) {
        static Key of(Position position) {
            return new Key(position.account(), position.contractId());
        }
    }

    /** What was open before the first complete answer, and nobody has heard of since. */
    private final Map<Key, Position> unconfirmed = new LinkedHashMap<>();

    private final Map<Key, Position> open = new LinkedHashMap<>();
    private @Nullable Map<Key, Position> answer;
    private @Nullable Instant knownSince;
    private long connection;
    private boolean unfinished;
    private boolean overlapping;
    private volatile View view = new View(List.of(), null);

    /** @param stored what was open when this service last knew */
    PositionBook(Collection<Position> stored) {
        stored.forEach(position -> unconfirmed.put(Key.of(position), position));
    }

    View view() {
        return view;
    }

    /**
     * A complete answer begins; what it says counts when it ends. End markers carry no request's name, so when an earlier answer on
     * the same connection has not ended, the next marker may be that one's: it completes nothing, and the caller asks again.
     */
    void onAnswerBegins(long onConnection) {
        overlapping = unfinished && onConnection == connection;
        connection = onConnection;
        unfinished = true;
        answer = new LinkedHashMap<>();
        knownSince = null;
        show();
    }

    /** Takes one holding; returns the change to be told, empty while an answer is being gathered or when nothing changed. */
    List<Position> onPosition(Position position) {
        if (answer != null) {
            answer.put(Key.of(position), position);
            return List.of();
        }
        List<Position> changes = isChange(position) ? List.of(position) : List.of();
        keep(position);
        show();
        return changes;
    }

    /** Takes an end marker; returns the changes since the positions were last known, closed ones with quantity 0. */
    List<Position> onAnswerComplete(Instant at) {
        if (answer != null && overlapping) {
            overlapping = false;
            answer.clear();
            return List.of();
        }
        unfinished = false;
        if (answer == null) {
            return List.of();
        }
        List<Position> changes = new ArrayList<>(closedBy(answer, at));
        answer.values().stream().filter(this::isChange).forEach(changes::add);
        answer.values().forEach(this::keep);
        changes.forEach(this::keep);
        unconfirmed.clear();
        answer = null;
        knownSince = at;
        show();
        return changes;
    }

    /** The session is lost: nothing is known any more, and nothing is closed by that. */
    void onLost() {
        answer = null;
        knownSince = null;
        show();
    }

    private List<Position> closedBy(Map<Key, Position> complete, Instant at) {
        Map<Key, Position> before = new LinkedHashMap<>(unconfirmed);
        before.putAll(open);
        before.keySet().removeAll(complete.keySet());
        return before.values().stream()
                .map(position -> new Position(
                        position.account(),
                        position.contractId(),
                        position.symbol(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        at))
                .toList();
    }

    private boolean isChange(Position position) {
        Position before = open.get(Key.of(position));
        if (before == null) {
            return position.quantity().signum() != 0 || unconfirmed.containsKey(Key.of(position));
        }
        return before.quantity().compareTo(position.quantity()) != 0
                || before.averageCost().compareTo(position.averageCost()) != 0;
    }

    private void keep(Position position) {
        if (position.quantity().signum() == 0) {
            open.remove(Key.of(position));
        } else {
            open.put(Key.of(position), position);
        }
    }

    private void show() {
        view = new View(List.copyOf(open.values()), knownSince);
    }
}
