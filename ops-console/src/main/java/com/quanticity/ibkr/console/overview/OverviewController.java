package com.quanticity.ibkr.console.overview;

import com.quanticity.ibkr.console.environment.Accounts;
import com.quanticity.ibkr.console.live.LivePage;
import com.quanticity.ibkr.console.login.Person;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.TimeInForce;
import java.time.Clock;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The page. */
@Controller
class OverviewController {

    private final LivePage page;
    private final Accounts accounts;
    private final JsonMapper json;
    private final Clock clock;

    OverviewController(LivePage page, Accounts accounts, JsonMapper json, Clock clock) {
        this.page = page;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/")
    String overview(
            Authentication login,
            CsrfToken csrf,
            @CookieValue(name = "theme", defaultValue = "dark") String theme,
            Model model) {
        page.draw(clock.instant());
        model.addAttribute("page", page);
        model.addAttribute("band", accounts.band());
        model.addAttribute("person", Person.of(login));
        model.addAttribute("theme", theme.equals("light") ? "light" : "dark");
        model.addAttribute("csrfHeaders", json.writeValueAsString(Map.of(csrf.getHeaderName(), csrf.getToken())));
        model.addAttribute("now", clock.millis());
        model.addAttribute("orderTypes", OrderType.values());
        model.addAttribute("lifetimes", TimeInForce.values());
        return "overview";
    }
}
