package com.quanticity.ibkr.console.ticket;

import com.quanticity.ibkr.console.ConsoleMeter;
import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.console.login.Person;
import com.quanticity.ibkr.console.trading.TradingStateBook;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.stream.Ulid;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Orders of people: previewed first, then sent as previewed under the preview's key, so that a second click sends nothing. */
@Controller
@RequestMapping("/commands/orders")
class TicketController {

    private static final String ORDER = "ORDER";

    private final TicketLine engine;
    private final TradingStateBook trading;
    private final Audit audit;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Ulid keys;

    TicketController(TicketLine engine, TradingStateBook trading, Audit audit, Clock clock, MeterRegistry meters) {
        this.engine = engine;
        this.trading = trading;
        this.audit = audit;
        this.clock = clock;
        this.meters = meters;
        this.keys = new Ulid(clock);
    }

    @PostMapping("/preview")
    ModelAndView preview(Authentication login, @RequestParam Map<String, String> form) {
        Ticket ticket = Ticket.of(form);
        List<String> problems = ticket.problems();
        TicketPreview preview;
        if (!problems.isEmpty()) {
            preview = TicketPreview.wrong(ticket, String.join(" ", problems));
        } else {
            String person = Person.of(login).name();
            TicketLine.Answer answer = ticket.isBracket()
                    ? engine.previewBracket(ticket.bracket(person))
                    : engine.preview(ticket.order(person));
            preview = answer.isDone() || answer.status() == 0
                    ? TicketPreview.of(ticket, answer.body(), tradingState(), keys.next())
                    : TicketPreview.wrong(ticket, answer.detail());
        }
        return new ModelAndView("panels/ticket :: preview", Map.of("it", preview));
    }

    private String tradingState() {
        return trading.fresh(clock.instant())
                .map(RiskState::state)
                .map(state -> switch (state) {
                    case ACTIVE -> "";
                    case REDUCING -> "Trading is REDUCING: only what lowers a position passes.";
                    case HALTED -> "Trading is HALTED: no new order passes.";
                })
                .orElse("The trading state is unknown: no new order passes.");
    }

    @PostMapping
    ModelAndView send(
            Authentication login, @RequestParam(defaultValue = "") String key, @RequestParam Map<String, String> form) {
        Person person = Person.of(login);
        Ticket ticket = Ticket.of(form);
        if (!Ulid.isValid(key) || !ticket.problems().isEmpty()) {
            return answer(HttpStatus.CONFLICT, "Preview the order first; what was previewed is sent.");
        }
        TicketLine.Answer told = ticket.isBracket()
                ? engine.placeBracket(key, ticket.bracket(person.name()))
                : engine.place(key, ticket.order(person.name()));
        Outcome outcome = told.isDone() ? Outcome.DONE : told.isUncertain() ? Outcome.UNCERTAIN : Outcome.REFUSED;
        audit.record(person.name(), ORDER, outcome, key, ticket.words() + (told.isDone() ? "" : ": " + told.detail()));
        meters.counter(ConsoleMeter.COMMANDS.meterName(), "command", ORDER, "outcome", outcome.name())
                .increment();
        return switch (outcome) {
            case DONE ->
                answer(HttpStatus.OK, ticket.words() + " is handed over; the orders below say what becomes of it.");
            case UNCERTAIN ->
                answer(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        told.detail() + " Send again: it is the same order and is sent once.");
            default -> answer(HttpStatus.CONFLICT, told.detail());
        };
    }

    private static ModelAndView answer(HttpStatus status, String text) {
        ModelAndView answer = new ModelAndView("panels/command :: result", status);
        answer.addObject("text", text);
        answer.addObject("level", status == HttpStatus.OK ? "normal" : "serious");
        answer.addObject("outside", false);
        return answer;
    }
}
