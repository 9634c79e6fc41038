package com.quanticity.ibkr.service.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Tells a caller without the token, or one asking for a closed place, what to do. */
public final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;

    public AccessProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authenticationException)
            throws IOException {
        boolean wrong = BearerTokenFilter.presented(request) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                wrong ? "WRONG_TOKEN" : "TOKEN_MISSING",
                wrong
                        ? "This token is not the one of this service. Send the value of ibkr.service.token."
                        : "This request carries no token. Send the header 'Authorization: Bearer <ibkr.service.token>'.");
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException accessDeniedException)
            throws IOException {
        write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "CLOSED_PATH",
                "Nothing is served at " + request.getRequestURI()
                        + ". Use /api/v1/... ; /v3/api-docs lists what there is.");
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("code", code);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
