package com.quanticity.ibkr.simulator.control;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every failed request with a problem detail. */
@RestControllerAdvice
class ControlProblems extends ResponseEntityExceptionHandler {

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, "the body is not readable: send JSON such as {\"seconds\": 10}, or no body at all");
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    @ExceptionHandler(ControlProblem.class)
    ProblemDetail onProblem(ControlProblem problem) {
        return ProblemDetail.forStatusAndDetail(problem.status(), String.valueOf(problem.getMessage()));
    }
}
