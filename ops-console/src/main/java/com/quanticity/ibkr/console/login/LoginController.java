package com.quanticity.ibkr.console.login;

import com.quanticity.ibkr.console.environment.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page. */
@Controller
class LoginController {

    private final Accounts accounts;

    LoginController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/login")
    String login(HttpServletRequest request, Model model) {
        model.addAttribute("band", accounts.band());
        model.addAttribute("message", message(request));
        return "login";
    }

    private static String message(HttpServletRequest request) {
        if (request.getParameter("locked") != null) {
            return "Locked out after five failures. Wait a minute, then try again.";
        }
        if (request.getParameter("wrong") != null) {
            return "Name or password is wrong. Five failures lock the login for a minute.";
        }
        if (request.getParameter("expired") != null) {
            return "The login page was open for too long. Log in again.";
        }
        return request.getParameter("left") != null ? "You are logged out." : "";
    }
}
