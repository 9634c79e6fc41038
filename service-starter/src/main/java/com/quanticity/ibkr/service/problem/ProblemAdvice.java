package com.quanticity.ibkr.service.problem;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** Turns what went wrong in a controller, or on the way to it, into problem details. */
abstract class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable ResponseEntity<Object> refused(ApiException refusal, WebRequest request) {
        return handleExceptionInternal(refusal, refusal.toProblem(), new HttpHeaders(), refusal.status(), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> invalid(ConstraintViolationException failure, WebRequest request) {
        List<InvalidField> fields = failure.getConstraintViolations().stream()
                .map(violation -> InvalidField.of(
                        violation.getPropertyPath().toString(), violation.getInvalidValue(), violation.getMessage()))
                .toList();
        return invalid(failure, fields, request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unexpected(Exception failure, WebRequest request) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            // The security filters answer these.
            throw failure;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        String id = UUID.randomUUID().toString();
        LOG.error("request failed id={} method={} path={}", id, method(request), path(request), failure);
        ProblemDetail problem = Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "UNEXPECTED",
                "The service failed on this request; whether it took effect is not known. Look up the result before sending "
                        + "it again, and give an operator the id " + id + ": the cause is in the log under it.");
        problem.setProperty("id", id);
        return handleExceptionInternal(failure, problem, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = failure.getCause() instanceof JacksonException json
                ? UnreadableJson.problem(json)
                : Problems.of(status, "MALFORMED_JSON", "The body is missing or cannot be read. Send one JSON object.");
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InvalidField> fields = failure.getBindingResult().getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? InvalidField.of(field.getField(), field.getRejectedValue(), field.getDefaultMessage())
                        : InvalidField.of(error.getObjectName(), null, error.getDefaultMessage()))
                .toList();
        return invalid(failure, fields, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InvalidField> fields = failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> InvalidField.of(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                result.getArgument(),
                                error.getDefaultMessage())))
                .toList();
        return invalid(failure, fields, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        InvalidField field = InvalidField.of(
                String.valueOf(failure.getPropertyName()),
                failure.getValue(),
                "must be " + UnreadableJson.expected(failure.getRequiredType()));
        return invalid(failure, List.of(field), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(
                failure,
                Problems.of(
                        status,
                        "UNKNOWN_PATH",
                        "Nothing is served at " + path(request) + "; /v3/api-docs lists what there is."),
                headers,
                status,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Set<HttpMethod> supported = failure.getSupportedHttpMethods();
        String allowed = supported == null
                ? "another method"
                : supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return handleExceptionInternal(
                failure,
                Problems.of(
                        status,
                        "WRONG_METHOD",
                        failure.getMethod() + " is not possible at " + path(request) + ". Use " + allowed + "."),
                headers,
                status,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return handleExceptionInternal(
                failure,
                Problems.of(
                        status,
                        "WRONG_MEDIA_TYPE",
                        "The body is of type " + failure.getContentType() + ". Send 'Content-Type: application/json'."),
                headers,
                status,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(failure, body, headers, status, request);
        if (answer == null || !(answer.getBody() instanceof ProblemDetail problem)) {
            return answer;
        }
        if (problem.getProperties() == null || !problem.getProperties().containsKey("code")) {
            problem.setProperty("code", HttpStatus.valueOf(status.value()).name());
        }
        HttpHeaders typed = new HttpHeaders(answer.getHeaders());
        typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, typed, answer.getStatusCode());
    }

    private @Nullable ResponseEntity<Object> invalid(Exception failure, List<InvalidField> fields, WebRequest request) {
        String phrases = fields.stream().map(InvalidField::phrase).collect(Collectors.joining("; "));
        ProblemDetail problem = Problems.of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", "Not valid: " + phrases + ".");
        problem.setProperty("errors", fields);
        return handleExceptionInternal(failure, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    private static String path(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                ? servlet.getRequest().getRequestURI()
                : request.getContextPath();
    }

    private static String method(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                ? servlet.getRequest().getMethod()
                : "";
    }
}
