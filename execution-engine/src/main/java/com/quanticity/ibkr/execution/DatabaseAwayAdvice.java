package com.quanticity.ibkr.execution;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers 503 when the database did not confirm, with the way on: every command of this service may be repeated. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAwayAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayAdvice.class);

    @ExceptionHandler({
        TransactionException.class,
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class
    })
    ProblemDetail databaseAway(RuntimeException failure) {
        LOG.warn(
                "request not confirmed by the database cause={}",
                NestedExceptionUtils.getMostSpecificCause(failure).toString());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database did not confirm; whether the request took effect is not known. Repeat it with the same "
                        + "Idempotency-Key until it is answered: it takes effect once.");
        problem.setProperty("code", "DATABASE_UNAVAILABLE");
        return problem;
    }
}
