package com.quanticity.ibkr.console.login;

import java.util.Arrays;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who is logged in.
 *
 * @param name login
 * @param role what they may do
 */
public record Person(String name, Role role) {

    /** The person of a login; without a role of ours they may only look. */
    public static Person of(Authentication login) {
        Role role = Arrays.stream(Role.values())
                .filter(candidate -> login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(candidate.authority()::equals))
                .findFirst()
                .orElse(Role.VIEWER);
        return new Person(login.getName(), role);
    }

    /** True for the same login, whatever its case. */
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }
}
