package com.quanticity.ibkr.console.discrepancies;

import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.console.login.Person;
import com.quanticity.ibkr.console.timeline.Timeline;
import com.quanticity.ibkr.console.timeline.TimelineEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Decisions about discrepancies, by risk officers and admins: they change our books or let an instrument be traded that is in doubt. The
 * key of a decision is made of discrepancy, version and action, so that a second click does nothing twice.
 */
@Controller
@RequestMapping("/commands/discrepancies/{id}")
class DiscrepancyController {

    private final EngineLine engine;
    private final Audit audit;
    private final Timeline timeline;
    private final Clock clock;

    DiscrepancyController(EngineLine engine, Audit audit, Timeline timeline, Clock clock) {
        this.engine = engine;
        this.audit = audit;
        this.timeline = timeline;
        this.clock = clock;
    }

    @PostMapping("/adopt")
    ModelAndView adopt(
            Authentication login,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String price,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPage) {
        Map<String, Object> terms = new HashMap<>();
        if (!price.isBlank()) {
            terms.put("price", price.strip());
        }
        return decide(Person.of(login), id, version, "adopt", reason, terms, inPage);
    }

    @PostMapping("/ignore")
    ModelAndView ignore(
            Authentication login,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "1") int hours,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPage) {
        Map<String, Object> terms = new HashMap<>();
        terms.put("until", clock.instant().plus(Duration.ofHours(hours)).toString());
        return decide(Person.of(login), id, version, "ignore", reason, terms, inPage);
    }

    @PostMapping("/correct")
    ModelAndView correct(
            Authentication login,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "") String price,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPage) {
        Map<String, Object> terms = new HashMap<>();
        terms.put("side", side);
        terms.put("quantity", quantity.strip());
        terms.put("price", price.strip());
        return decide(Person.of(login), id, version, "correct", reason, terms, inPage);
    }

    private ModelAndView decide(
            Person person,
            String id,
            long version,
            String action,
            String reason,
            Map<String, Object> terms,
            boolean inPage) {
        String refusal = refusal(person, id, reason, terms);
        if (!refusal.isEmpty()) {
            record(person, action, Outcome.REFUSED, id, refusal);
            return shown(HttpStatus.CONFLICT, refusal, inPage);
        }
        Map<String, Object> body = new HashMap<>(terms);
        body.put("by", person.name());
        body.put("reason", reason.strip());
        body.put("version", version);
        EngineLine.Answer answer = engine.decide(id, action, id + "-" + version + "-" + action, body);
        Outcome outcome = answer.done() ? Outcome.DONE : answer.uncertain() ? Outcome.UNCERTAIN : Outcome.REFUSED;
        record(person, action, outcome, id, reason.strip() + "; " + answer.text());
        HttpStatus status = answer.done()
                ? HttpStatus.OK
                : answer.uncertain() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.CONFLICT;
        return shown(status, answer.text(), inPage);
    }

    private static String refusal(Person person, String id, String reason, Map<String, Object> terms) {
        if (!person.role().isOfficer()) {
            return "Deciding about a discrepancy needs the role risk officer or admin.";
        }
        if (!Ulid.isValid(id)) {
            return "There is no such discrepancy.";
        }
        if (reason.isBlank()) {
            return "Write one sentence why.";
        }
        for (String number : new String[] {"quantity", "price"}) {
            if (terms.get(number) instanceof String text && !isNumber(text)) {
                return "Write the " + number + " as a number.";
            }
        }
        return "";
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).signum() >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void record(Person person, String action, Outcome outcome, String id, String detail) {
        audit.record(person.name(), "DISCREPANCY_" + action.toUpperCase(Locale.ROOT), outcome, id, detail);
        if (outcome == Outcome.DONE) {
            timeline.add(TimelineEntry.command(
                    "discrepancy-" + id + "-" + clock.millis(),
                    clock.instant(),
                    "Discrepancy " + action + " by " + person.name() + ": " + detail));
        }
    }

    private static ModelAndView shown(HttpStatus status, String text, boolean inPage) {
        if (status == HttpStatus.OK && !inPage) {
            return new ModelAndView("redirect:/");
        }
        ModelAndView answer = new ModelAndView("panels/command :: result", status);
        answer.addObject("text", text);
        answer.addObject("level", status == HttpStatus.OK ? "normal" : "serious");
        answer.addObject("outside", false);
        return answer;
    }
}
