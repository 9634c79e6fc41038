package com.quanticity.ibkr.console.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What would come of a ticket, for the page.
 *
 * @param title the order in words
 * @param legs what a bracket adds, each with what it would meet; empty for a single order
 * @param level style and shape
 * @param outcome one line: what our gate and the broker say
 * @param figures margin and commission as the broker tells them, empty when it does not
 * @param trading the trading state when it is not ACTIVE, empty otherwise
 * @param sendable false when it would be denied or refused
 * @param key what it is sent under, once
 * @param given the ticket, to be sent as it was previewed
 */
record TicketPreview(
        String title,
        List<TicketLeg> legs,
        String level,
        String outcome,
        List<Figure> figures,
        String trading,
        boolean sendable,
        String key,
        Map<String, String> given) {

    /** A figure of the broker. */
    record Figure(String name, String text) {}

    static TicketPreview wrong(Ticket ticket, String why) {
        return unsendable(ticket, TicketLeg.notAsked(ticket), why, "");
    }

    static TicketPreview of(Ticket ticket, @Nullable JsonNode told, String trading, String key) {
        List<TicketLeg> legs = TicketLeg.of(ticket, told);
        String outcome = told == null ? "UNKNOWN" : told.path("outcome").asString("UNKNOWN");
        return switch (outcome) {
            case "ANSWERED" ->
                new TicketPreview(
                        ticket.words(),
                        legs,
                        "normal",
                        "Our gate lets it pass, the broker would take it." + warning(told),
                        figures(told),
                        trading,
                        true,
                        key,
                        ticket.given());
            case "DENIED" -> unsendable(ticket, legs, "Denied by our gate: " + TicketLeg.why(told), trading);
            case "REFUSED" -> unsendable(ticket, legs, "Refused by the broker: " + TicketLeg.why(told), trading);
            default ->
                new TicketPreview(
                        ticket.words(), legs, "caution", silence(legs), List.of(), trading, true, key, ticket.given());
        };
    }

    /** The legs tell who did not answer: when our gate judged them, only the broker is silent. */
    private static String silence(List<TicketLeg> legs) {
        boolean isJudged =
                !legs.isEmpty() && legs.stream().allMatch(leg -> leg.level().equals("normal"));
        return isJudged
                ? "Our gate lets all of it pass; the broker did not answer in time: margin and cost are unknown."
                : "Nobody answered in time: margin and cost are unknown.";
    }

    private static TicketPreview unsendable(Ticket ticket, List<TicketLeg> legs, String why, String trading) {
        return new TicketPreview(ticket.words(), legs, "serious", why, List.of(), trading, false, "", ticket.given());
    }

    private static String warning(@Nullable JsonNode told) {
        String warning =
                told == null ? "" : told.path("preview").path("warning").asString("");
        return warning.isEmpty() ? "" : " It remarks: " + warning;
    }

    private static List<Figure> figures(@Nullable JsonNode told) {
        if (told == null) {
            return List.of();
        }
        JsonNode preview = told.path("preview");
        String currency = preview.path("marginCurrency").asString("");
        List<Figure> figures = new ArrayList<>();
        add(figures, "Initial margin", preview.path("initialMargin"), currency);
        add(figures, "Maintenance margin", preview.path("maintenanceMargin"), currency);
        add(figures, "Equity with loan", preview.path("equityWithLoan"), currency);
        String commission = range(preview);
        if (!commission.isEmpty()) {
            String of = preview.path("commissionCurrency").asString("");
            figures.add(new Figure("Commission", (commission + " " + of).strip()));
        }
        return List.copyOf(figures);
    }

    private static void add(List<Figure> figures, String name, JsonNode amount, String currency) {
        String change = text(amount, "change");
        String after = text(amount, "after");
        if (!change.isEmpty() || !after.isEmpty()) {
            figures.add(new Figure(
                    name,
                    (change.isEmpty() ? "" : (change.startsWith("-") ? change : "+" + change) + " to ")
                            + (after.isEmpty() ? "unknown" : after)
                            + (currency.isEmpty() ? "" : " " + currency)));
        }
    }

    private static String range(JsonNode preview) {
        String single = text(preview, "commission");
        if (!single.isEmpty()) {
            return single;
        }
        String least = text(preview, "minCommission");
        String most = text(preview, "maxCommission");
        return least.isEmpty() || most.isEmpty() ? least + most : least + " to " + most;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
