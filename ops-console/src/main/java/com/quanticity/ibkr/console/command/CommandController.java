package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.login.Person;
import com.quanticity.ibkr.model.risk.RiskScope;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Commands of operators. Each answers with one element that says what became of it; progress shows on the page. */
@Controller
@RequestMapping("/commands")
class CommandController {

    private final HaltDesk halt;
    private final ResumeDesk resume;
    private final ParentCommands parents;
    private final RestrictDesk restrict;

    CommandController(HaltDesk halt, ResumeDesk resume, ParentCommands parents, RestrictDesk restrict) {
        this.halt = halt;
        this.restrict = restrict;
        this.resume = resume;
        this.parents = parents;
    }

    @PostMapping("/halt")
    ModelAndView halt(
            Authentication login,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String scopeName,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPage) {
        Person person = Person.of(login);
        CommandOutcome outcome = RestrictDesk.scope(scope, scopeName)
                .map(about -> about.equals(RiskScope.FIRM) ? halt.halt(person) : restrict.halt(person, about))
                .orElseGet(() -> restrict.noScope(person, "HALT"));
        return answer(outcome, inPage);
    }

    @PostMapping("/reduce")
    ModelAndView reduce(
            Authentication login,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String scopeName,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPage) {
        Person person = Person.of(login);
        CommandOutcome outcome = RestrictDesk.scope(scope, scopeName)
                .map(about -> restrict.reduce(person, about))
                .orElseGet(() -> restrict.noScope(person, "REDUCE"));
        return answer(outcome, inPage);
    }

    @PostMapping("/halt/{commandId}/reason")
    ModelAndView explain(
            Authentication login,
            @PathVariable String commandId,
            @RequestParam(defaultValue = "") String reason,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPage) {
        return answer(halt.explain(Person.of(login), commandId, reason), inPage);
    }

    @PostMapping("/parents/{parentOrderId}/cancel")
    ModelAndView cancelParent(
            Authentication login,
            @PathVariable String parentOrderId,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPage) {
        return answer(parents.cancel(Person.of(login), parentOrderId), inPage);
    }

    @PostMapping("/resume")
    ModelAndView request(
            Authentication login,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String scopeName,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPage) {
        Person person = Person.of(login);
        CommandOutcome outcome = RestrictDesk.scope(scope, scopeName)
                .map(about -> resume.request(person, about, reason))
                .orElseGet(() -> restrict.noScope(person, "RESUME_REQUEST"));
        return answer(outcome, inPage);
    }

    @PostMapping("/resume/{id}/approve")
    ModelAndView approve(
            Authentication login,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sentence,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPage) {
        return answer(resume.approve(Person.of(login), id, sentence), inPage);
    }

    @PostMapping("/resume/{id}/refuse")
    ModelAndView refuse(
            Authentication login,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sentence,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPage) {
        return answer(resume.refuse(Person.of(login), id, sentence), inPage);
    }

    private static ModelAndView answer(CommandOutcome outcome, boolean inPage) {
        HttpStatus status = switch (outcome) {
            case CommandOutcome.Taken _ -> HttpStatus.OK;
            case CommandOutcome.Refused _ -> HttpStatus.CONFLICT;
            case CommandOutcome.Uncertain _ -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        if (status == HttpStatus.OK && !inPage) {
            return new ModelAndView("redirect:/");
        }
        ModelAndView answer = new ModelAndView("panels/command :: result", status);
        answer.addObject("text", outcome.text());
        answer.addObject("level", status == HttpStatus.OK ? "normal" : "serious");
        answer.addObject("outside", outcome instanceof CommandOutcome.Uncertain);
        return answer;
    }
}
