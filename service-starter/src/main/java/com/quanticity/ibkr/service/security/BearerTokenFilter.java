package com.quanticity.ibkr.service.security;

import com.quanticity.ibkr.service.ServiceToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes a request with the right token an authenticated one; whether it needs to be is decided further on. */
public final class BearerTokenFilter extends OncePerRequestFilter {

    /** Authority of a caller with the token. */
    public static final String AUTHORITY = "ROLE_SERVICE";

    private static final String SCHEME = "Bearer ";
    private static final Authentication SERVICE = UsernamePasswordAuthenticationToken.authenticated(
            "service", null, List.of(new SimpleGrantedAuthority(AUTHORITY)));

    private final ServiceToken token;

    public BearerTokenFilter(ServiceToken token) {
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String presented = presented(request);
        if (presented != null && token.matches(presented)) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(SERVICE);
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /** The token of the request, null when it carries none. */
    static @Nullable String presented(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
