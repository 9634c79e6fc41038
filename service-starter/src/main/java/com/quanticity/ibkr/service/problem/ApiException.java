package com.quanticity.ibkr.service.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A request that a service refuses for a reason of its own, for example an unknown order. Becomes the answer as it is: status, a stable
 * code in capitals for programs, and one line for people that says what is wrong and what to do.
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Map<String, Object> properties;

    public ApiException(HttpStatus status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    private ApiException(HttpStatus status, String code, String detail, Map<String, Object> properties) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.properties = Collections.unmodifiableMap(properties);
    }

    /** 400: the request cannot be carried out as it is written. */
    public static ApiException badRequest(String code, String detail) {
        return new ApiException(HttpStatus.BAD_REQUEST, code, detail);
    }

    /** 404: the thing named in the path does not exist. */
    public static ApiException notFound(String code, String detail) {
        return new ApiException(HttpStatus.NOT_FOUND, code, detail);
    }

    /** 409: it contradicts what the service knows, for example another request with the same idempotency key. */
    public static ApiException conflict(String code, String detail) {
        return new ApiException(HttpStatus.CONFLICT, code, detail);
    }

    /** 429: the same request may pass later. */
    public static ApiException tooMany(String code, String detail) {
        return new ApiException(HttpStatus.TOO_MANY_REQUESTS, code, detail);
    }

    /** 503: something this service needs is away. */
    public static ApiException unavailable(String code, String detail) {
        return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
    }

    /** The same problem with one more member in the answer, for example {@code limit}. */
    public ApiException with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(properties);
        more.put(name, value);
        return new ApiException(status, code, detail(), more);
    }

    public HttpStatus status() {
        return status;
    }

    /** For programs; stable. */
    public String code() {
        return code;
    }

    /** For people: what is wrong and what to do. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    ProblemDetail toProblem() {
        ProblemDetail problem = Problems.of(status, code, detail());
        properties.forEach(problem::setProperty);
        return problem;
    }
}
