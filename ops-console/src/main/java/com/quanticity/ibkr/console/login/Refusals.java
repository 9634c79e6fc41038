package com.quanticity.ibkr.console.login;

import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What a person sees who is not logged in or may not: the login page, or one line where the page asked in the background. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String LOGIN = "/login";

    private final Audit audit;

    Refusals(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authenticationException)
            throws IOException {
        if (isBackground(request)) {
            line(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "Your login has ended. Reload the page and log in again.");
        } else {
            response.sendRedirect(LOGIN);
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException accessDeniedException)
            throws IOException, ServletException {
        if (accessDeniedException instanceof CsrfException
                && request.getServletPath().equals(LOGIN)) {
            response.sendRedirect(LOGIN + "?expired");
        } else if (accessDeniedException instanceof CsrfException) {
            line(response, HttpServletResponse.SC_FORBIDDEN, "This page is out of date. Reload it and try again.");
        } else if (request.getServletPath().startsWith("/commands/")) {
            refuse(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null) {
            Person person = Person.of(login);
            audit.record(
                    person.name(),
                    "DENIED",
                    Outcome.REFUSED,
                    "",
                    request.getServletPath() + " as " + person.role().words());
        }
        line(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "Your role may look, not command. Ask a trader, a risk officer or an admin.");
    }

    private static boolean isBackground(HttpServletRequest request) {
        return request.getServletPath().equals("/live") || request.getHeader("HX-Request") != null;
    }

    private static void line(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write("<p class=\"problem\" role=\"alert\">" + text + "</p>");
    }
}
