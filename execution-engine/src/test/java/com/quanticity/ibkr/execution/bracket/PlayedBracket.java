package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.execution.bracket.Leg.Kind;
import com.quanticity.ibkr.execution.bracket.Leg.Proof;
import com.quanticity.ibkr.execution.bracket.Repair.Step;
import com.quanticity.ibkr.model.order.ClientOrderId;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A broker with one bracket who refuses now and then, and us at the end of a line that delays and loses. Orders and answers keep their sequence; a cut loses what is
 * on the line, and what was under way then stays unknown until the answer after it.
 */
final class PlayedBracket {

    private final Random random;
    private final boolean attached;
    private final Deque<Command> toBroker = new ArrayDeque<>();
    private final Deque<Answer> toUs = new ArrayDeque<>();

    private int entered;
    private int entryOpen = 100;
    private int exited;
    private final Map<ClientOrderId, Integer> open = new TreeMap<>();
    private final Map<ClientOrderId, Kind> kinds = new HashMap<>();
    private int handled;

    private Answer known;
    private final Map<ClientOrderId, Integer> pending = new TreeMap<>();
    private final Map<ClientOrderId, Integer> asked = new HashMap<>();
    private boolean connected = true;
    private int sent;
    private int lost;
    private int legs;
    private boolean obliging;

    PlayedBracket(Random random, boolean attached) {
        this.random = random;
        this.attached = attached;
        if (attached) {
            open.put(newLeg(Kind.STOP), entryOpen);
            open.put(newLeg(Kind.TARGET), entryOpen);
        }
        this.known = answer();
    }

    int position() {
        return entered - exited;
    }

    int mostAllowed() {
        return Math.max(0, attached ? position() + entryOpen : position());
    }

    int open(Kind kind) {
        return open.entrySet().stream()
                .filter(leg -> kinds.get(leg.getKey()) == kind)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    void step() {
        switch (random.nextInt(9)) {
            case 0 -> fillEntry();
            case 1 -> fillLeg();
            case 2 -> endEntry();
            case 3 -> cutOrConnect();
            case 4, 5 -> handleOne();
            case 6, 7 -> learnOne();
            default -> act();
        }
    }

    /** Nothing happens at the market any more, and everything on the line arrives. */
    Repair settle() {
        entryOpen = 0;
        obliging = true;
        connect();
        Repair last = Repair.NOTHING;
        for (int round = 0; round < 20; round++) {
            last = act();
            while (!toBroker.isEmpty()) {
                handleOne();
            }
            toUs.add(answer());
            while (!toUs.isEmpty()) {
                learnOne();
            }
        }
        return last;
    }

    private void fillEntry() {
        if (entryOpen > 0) {
            int size = 1 + random.nextInt(entryOpen);
            entered += size;
            entryOpen -= size;
            toUs.add(answer());
        }
    }

    private void endEntry() {
        if (random.nextInt(10) == 0) {
            entryOpen = 0;
            toUs.add(answer());
        }
    }

    private void fillLeg() {
        List<ClientOrderId> live = List.copyOf(open.keySet());
        if (live.isEmpty() || position() <= 0) {
            return;
        }
        ClientOrderId leg = live.get(random.nextInt(live.size()));
        int size = 1 + random.nextInt(Math.min(openOf(leg), position()));
        exited += size;
        live.forEach(each -> resize(each, openOf(each) - size));
        toUs.add(answer());
    }

    private void cutOrConnect() {
        if (!connected) {
            connect();
        } else if (random.nextInt(4) == 0) {
            connected = false;
            toBroker.clear();
            toUs.clear();
        }
    }

    private void connect() {
        if (!connected) {
            connected = true;
            handled = sent;
            lost = sent;
            known = answer();
            toUs.add(known);
        }
    }

    private void handleOne() {
        Command command = toBroker.poll();
        if (command == null) {
            return;
        }
        handled = command.number;
        if (!obliging && random.nextInt(6) == 0) {
            toUs.add(answer()); // refused: answered, and nothing has changed
            return;
        }
        if (command.isNew || open.containsKey(command.leg)) {
            resize(command.leg, command.isNew ? command.quantity : openOf(command.leg) + command.quantity);
        }
        toUs.add(answer());
    }

    private void learnOne() {
        Answer answer = connected ? toUs.poll() : null;
        if (answer != null) {
            known = answer;
            pending.values().removeIf(number -> number <= answer.handled);
        }
    }

    private Repair act() {
        Repair repair = Protection.repair(standing());
        repair.steps().forEach(this::send);
        return repair;
    }

    private void send(Step step) {
        switch (step) {
            case Step.Place(Kind kind, BigDecimal quantity) -> send(newLeg(kind), quantity.intValueExact(), true, 0);
            case Step.Resize(ClientOrderId leg, BigDecimal wanted) ->
                send(leg, wanted.intValueExact() - known.open.getOrDefault(leg, 0), false, wanted.intValueExact());
            case Step.Cancel(ClientOrderId leg) -> send(leg, -1_000, false, 0);
        }
    }

    /** A change is of the total quantity, so what fills on its way is taken off what is open by itself. */
    private void send(ClientOrderId leg, int quantity, boolean isNew, int wanted) {
        sent++;
        toBroker.add(new Command(sent, leg, quantity, isNew));
        pending.put(leg, sent);
        asked.put(leg, isNew ? quantity : wanted);
    }

    private Standing standing() {
        List<Leg> seen = new ArrayList<>();
        known.open.forEach((leg, quantity) -> seen.add(leg(leg, quantity)));
        pending.keySet().stream().filter(leg -> !known.open.containsKey(leg)).forEach(leg -> seen.add(leg(leg, 0)));
        return new Standing(
                BigDecimal.valueOf(known.entered),
                BigDecimal.valueOf(known.entryOpen),
                attached,
                BigDecimal.valueOf(known.exited),
                true,
                connected,
                Set.of(),
                seen);
    }

    private Leg leg(ClientOrderId id, int confirmed) {
        boolean isPending = pending.containsKey(id);
        int most = isPending ? Math.max(confirmed, asked.getOrDefault(id, 0)) : confirmed;
        Proof uncertain = connected && pending.getOrDefault(id, 0) > lost ? Proof.PENDING : Proof.UNKNOWN;
        return new Leg(
                id,
                Objects.requireNonNull(kinds.get(id)),
                BigDecimal.valueOf(most),
                isPending ? uncertain : Proof.CONFIRMED);
    }

    private int openOf(ClientOrderId leg) {
        return open.getOrDefault(leg, 0);
    }

    private void resize(ClientOrderId leg, int quantity) {
        if (quantity > 0) {
            open.put(leg, quantity);
        } else {
            open.remove(leg);
        }
    }

    private ClientOrderId newLeg(Kind kind) {
        legs++;
        ClientOrderId id = ClientOrderId.of("01J0000000000000000000%04d".formatted(legs));
        kinds.put(id, kind);
        return id;
    }

    private Answer answer() {
        return new Answer(entered, entryOpen, exited, new TreeMap<>(open), handled);
    }

    /** What is on its way to the broker: a quantity, or a change of it. */
    private record Command(int number, ClientOrderId leg, int quantity, boolean isNew) {}

    /** What the broker says, after the last order it has handled. */
    private record Answer(int entered, int entryOpen, int exited, Map<ClientOrderId, Integer> open, int handled) {}
}
