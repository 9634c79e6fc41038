package com.quanticity.ibkr.chaos.proof;

import com.quanticity.ibkr.chaos.proof.Booked.BookedOrder;
import com.quanticity.ibkr.chaos.proof.Booked.Role;
import com.quanticity.ibkr.chaos.proof.Witnessed.Step;
import com.quanticity.ibkr.chaos.proof.Witnessed.Taken;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plays back the life of every bracket as the broker saw it. While the platform is down, or cut off, it cannot mend anything; so only what
 * is wrong after the faults were over counts, and only when it stays so for longer than {@link #GRACE}. That legs trade more than the
 * entry did is wrong at any moment.
 */
final class Protection {

    /** What a repair takes: a cancel, its proof, a new order; decision 0015. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final String bracket;
    private final Instant calmSince;
    private final Map<Taken, Role> roles;
    private final List<Violation> violations = new ArrayList<>();
    private @Nullable Instant wrongSince;
    private String wrong = "";
    private boolean reversed;

    private record Event(Instant at, Taken order, Step step) {}

    private Protection(String bracket, Instant calmSince, Map<Taken, Role> roles) {
        this.bracket = bracket;
        this.calmSince = calmSince;
        this.roles = roles;
    }

    /** @param calmSince when the last fault was over, on the simulator's clock */
    static List<Violation> check(Witnessed witnessed, Booked booked, Instant calmSince) {
        Map<String, BookedOrder> ours = new HashMap<>();
        booked.orders().stream()
                .filter(order -> order.role() == Role.ENTRY || order.role() == Role.STOP || order.role() == Role.TARGET)
                .forEach(order -> ours.put(order.clientOrderId(), order));
        Map<String, Map<Taken, Role>> brackets = new TreeMap<>();
        for (Taken order : witnessed.orders()) {
            BookedOrder known = ours.get(order.orderRef());
            if (known != null) {
                brackets.computeIfAbsent(known.parentOrderId(), _ -> new HashMap<>())
                        .put(order, known.role());
            }
        }
        List<Violation> violations = new ArrayList<>();
        brackets.forEach((bracket, roles) ->
                violations.addAll(new Protection(bracket, calmSince, roles).playBack(witnessed.at())));
        return violations;
    }

    private List<Violation> playBack(Instant now) {
        List<Event> events = new ArrayList<>();
        roles.keySet().forEach(order -> order.steps().forEach(step -> events.add(new Event(step.at(), order, step))));
        events.sort(Comparator.comparing(Event::at));
        Map<Taken, Step> latest = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            latest.put(event.order(), event.step());
            boolean isMoment = i + 1 == events.size() || events.get(i + 1).at().isAfter(event.at());
            if (isMoment) {
                judge(event.at(), latest);
            }
        }
        endOfWrong(now);
        if (wrongSince != null) {
            // It must be right in the end, however short it has been wrong.
            violations.add(new Violation(Invariant.PROTECTED, "bracket " + bracket + " now: " + wrong));
        }
        return violations;
    }

    private void judge(Instant at, Map<Taken, Step> latest) {
        Map<Role, BigDecimal> filled = new EnumMap<>(Role.class);
        Map<Role, BigDecimal> open = new EnumMap<>(Role.class);
        latest.forEach((order, step) -> {
            Role role = roles.getOrDefault(order, Role.ORDER);
            filled.merge(role, step.filled(), BigDecimal::add);
            open.merge(role, step.open(), BigDecimal::add);
        });
        BigDecimal entry = of(filled, Role.ENTRY);
        BigDecimal position = entry.subtract(of(filled, Role.STOP)).subtract(of(filled, Role.TARGET));
        BigDecimal most = position.add(of(open, Role.ENTRY));
        if (position.signum() < 0 && !reversed) {
            reversed = true;
            violations.add(new Violation(
                    Invariant.NEVER_REVERSED,
                    "bracket " + bracket + " at " + at + " holds " + position + " " + latest));
        }
        String now = position.signum() > 0 && of(open, Role.STOP).compareTo(position) < 0
                ? "stop of " + of(open, Role.STOP) + " for a position of " + position
                : of(open, Role.STOP).compareTo(most) > 0
                        ? "stop of " + of(open, Role.STOP) + " while no more than " + most + " can be held"
                        : of(open, Role.TARGET).compareTo(most) > 0
                                ? "target of " + of(open, Role.TARGET) + " while no more than " + most + " can be held"
                                : "";
        if (now.isEmpty()) {
            endOfWrong(at);
            wrongSince = null;
        } else if (wrongSince == null) {
            wrongSince = at;
        }
        wrong = now;
    }

    private void endOfWrong(Instant at) {
        if (wrongSince == null) {
            return;
        }
        Instant counted = wrongSince.isBefore(calmSince) ? calmSince : wrongSince;
        if (Duration.between(counted, at).compareTo(GRACE) > 0) {
            violations.add(new Violation(
                    Invariant.PROTECTED, "bracket " + bracket + " from " + wrongSince + " to " + at + ": " + wrong));
        }
    }

    private static BigDecimal of(Map<Role, BigDecimal> quantities, Role role) {
        return quantities.getOrDefault(role, BigDecimal.ZERO);
    }
}
