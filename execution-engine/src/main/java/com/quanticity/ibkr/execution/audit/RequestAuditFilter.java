package com.quanticity.ibkr.execution.audit;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.audit.AuditOutbox;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * Puts requests that change something on record with their body and answer, before the answer leaves. With the database away the entry
 * goes to the stream straight: a request that was refused for that reason is recorded too.
 */
final class RequestAuditFilter extends OncePerRequestFilter {

    private static final String SERVICE = "execution-engine";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int LONGEST_BODY = 64 * 1024;

    private final AuditOutbox outbox;
    private final Clock clock;
    private final Ulid ids;

    RequestAuditFilter(AuditOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant at = clock.instant();
        ContentCachingRequestWrapper read = new ContentCachingRequestWrapper(request, LONGEST_BODY);
        try {
            chain.doFilter(read, response);
            record(read, response.getStatus(), at);
        } catch (ServletException | IOException | RuntimeException e) {
            record(read, HttpStatus.INTERNAL_SERVER_ERROR.value(), at);
            throw e;
        }
    }

    private void record(ContentCachingRequestWrapper request, int status, Instant at) {
        List<AuditEntry> entry = List.of(entry(request, status, at));
        try {
            outbox.record(entry);
        } catch (DataAccessException | TransactionException e) {
            var _ = outbox.publishUnstored(entry);
        }
    }

    private AuditEntry entry(ContentCachingRequestWrapper request, int status, Instant at) {
        Principal who = request.getUserPrincipal();
        String key = request.getHeader(IDEMPOTENCY_KEY);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("idempotencyKey", key == null ? "" : key);
        payload.put("query", request.getQueryString() == null ? "" : request.getQueryString());
        payload.put("body", new String(request.getContentAsByteArray(), StandardCharsets.UTF_8));
        payload.put("status", status);
        return AuditEntry.of(
                ids.next(),
                AuditKind.ORDER_REQUEST,
                SERVICE,
                who == null ? "unknown" : who.getName(),
                request.getMethod() + " " + request.getRequestURI(),
                outcome(status),
                AuditReference.toCommand(key == null ? "" : key),
                "answered " + status,
                ModelJson.write(payload),
                AuditTimes.of(at));
    }

    private static Outcome outcome(int status) {
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return Outcome.UNCERTAIN;
        }
        return status >= HttpStatus.BAD_REQUEST.value() ? Outcome.REFUSED : Outcome.DONE;
    }
}
