package com.quanticity.ibkr.console.login;

import com.quanticity.ibkr.console.ConsoleMeter;
import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a login against the lock first and the password then, and records the outcome. */
final class Login implements AuthenticationProvider {

    private static final String WHAT = "LOGIN";

    private final AuthenticationProvider passwords;
    private final LoginLock lock;
    private final Audit audit;
    private final MeterRegistry meters;

    Login(AuthenticationProvider passwords, LoginLock lock, Audit audit, MeterRegistry meters) {
        this.passwords = passwords;
        this.lock = lock;
        this.audit = audit;
        this.meters = meters;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = address(attempt);
        String key = attempt.getName().toLowerCase(Locale.ROOT) + "|" + address;
        if (lock.isLocked(key)) {
            record(attempt, Outcome.REFUSED, "locked out, from " + address);
            throw new LockedException("locked out");
        }
        try {
            Authentication login = passwords.authenticate(attempt);
            if (login == null) {
                throw new IllegalStateException("the password check gave no answer");
            }
            lock.onSuccess(key);
            record(login, Outcome.DONE, "from " + address);
            return login;
        } catch (AuthenticationException e) {
            lock.onFailure(key);
            record(attempt, Outcome.REFUSED, "wrong name or password, from " + address);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private void record(Authentication who, Outcome outcome, String detail) {
        audit.record(who.getName(), WHAT, outcome, "", detail);
        meters.counter(ConsoleMeter.LOGINS.meterName(), "outcome", outcome.name())
                .increment();
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
    }
}
