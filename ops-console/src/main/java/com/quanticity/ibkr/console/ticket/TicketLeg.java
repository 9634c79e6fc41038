package com.quanticity.ibkr.console.ticket;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of the orders that a bracket adds to its entry, with what it would meet.
 *
 * @param text the order in words
 * @param level style and shape
 * @param verdict one line: what our gate and the broker say
 */
record TicketLeg(String text, String level, String verdict) {

    /** The legs in the ticket's order; of the answer the first order is the entry. */
    static List<TicketLeg> of(Ticket ticket, @Nullable JsonNode told) {
        List<TicketLeg> legs = new ArrayList<>();
        for (String text : ticket.children()) {
            legs.add(of(text, told == null ? null : told.path("orders").path(legs.size() + 1)));
        }
        return List.copyOf(legs);
    }

    /** The legs of a ticket that nobody was asked about. */
    static List<TicketLeg> notAsked(Ticket ticket) {
        return ticket.children().stream()
                .map(text -> new TicketLeg(text, "caution", "not asked"))
                .toList();
    }

    private static TicketLeg of(String text, @Nullable JsonNode told) {
        String outcome = told == null ? "" : told.path("outcome").asString("");
        return switch (outcome) {
            case "PASSED", "ANSWERED" -> new TicketLeg(text, "normal", "our gate lets it pass");
            case "DENIED" -> new TicketLeg(text, "serious", "denied by our gate: " + why(told));
            case "REFUSED" -> new TicketLeg(text, "serious", "refused by the broker: " + why(told));
            default -> new TicketLeg(text, "caution", "not known whether our gate lets it pass");
        };
    }

    /** Code, reason, value and limit, as far as they are told. */
    static String why(@Nullable JsonNode told) {
        List<String> parts = new ArrayList<>();
        for (String field : List.of("code", "reason", "value", "limit")) {
            String text = told == null ? "" : told.path(field).asString("");
            if (!text.isEmpty()) {
                parts.add(field.equals("value") || field.equals("limit") ? field + " " + text : text);
            }
        }
        return String.join(" · ", parts);
    }
}
