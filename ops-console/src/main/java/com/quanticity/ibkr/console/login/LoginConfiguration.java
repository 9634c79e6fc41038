package com.quanticity.ibkr.console.login;

import com.quanticity.ibkr.console.ConsoleProperties;
import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.console.live.Viewers;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.service.ServiceToken;
import com.quanticity.ibkr.service.security.AccessProblems;
import com.quanticity.ibkr.service.security.BearerTokenFilter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";
    private static final String NO_FEATURES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
    private static final String[] OPEN = {
        "/login",
        "/assets/**",
        "/webjars/**",
        "/favicon.ico",
        "/error",
        "/actuator/health",
        "/actuator/health/**",
        "/actuator/prometheus",
        "/actuator/info"
    };

    @Bean
    UserDetailsService consoleUsers(ConsoleProperties properties) {
        List<UserDetails> users =
                properties.users().stream().map(LoginConfiguration::details).toList();
        return new InMemoryUserDetailsManager(users);
    }

    private static UserDetails details(ConsoleProperties.User user) {
        Role role = Objects.requireNonNull(user.role(), "checked by the properties");
        return User.withUsername(user.login())
                .password(user.secret())
                .authorities(role.authority())
                .build();
    }

    @Bean
    LoginLock loginLock(Clock clock) {
        return new LoginLock(clock);
    }

    /** The only one: a manager with a parent would ask that after a refusal, past the lock. */
    @Bean
    AuthenticationManager logins(UserDetailsService users, LoginLock lock, Audit audit, MeterRegistry meters) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(users);
        passwords.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return new ProviderManager(new Login(passwords, lock, audit, meters));
    }

    /** Reading only, so that a session's cookie may be used without a form's token; programs send the service token. */
    @Bean
    @Order(1)
    SecurityFilterChain apiFilterChain(
            HttpSecurity http, AuthenticationManager logins, ServiceToken token, JsonMapper json) {
        AccessProblems problems = new AccessProblems(json);
        return http.securityMatcher("/api/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .authenticationManager(logins)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokenFilter(token), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/v3/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/audit/**", "/api/v1/compliance/**")
                        .hasAnyAuthority(
                                BearerTokenFilter.AUTHORITY, Role.RISK_OFFICER.authority(), Role.ADMIN.authority())
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    @Bean
    SecurityFilterChain consoleFilterChain(HttpSecurity http, AuthenticationManager logins, Audit audit) {
        Refusals refusals = new Refusals(audit);
        return http.authenticationManager(logins)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/commands/**")
                        .hasAnyAuthority(Role.TRADER.authority(), Role.RISK_OFFICER.authority(), Role.ADMIN.authority())
                        .requestMatchers("/", "/live")
                        .authenticated()
                        .requestMatchers("/logout")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/", true)
                        .failureHandler((_, response, failure) -> response.sendRedirect(
                                failure instanceof LockedException ? "/login?locked" : "/login?wrong")))
                .logout(logout -> logout.logoutSuccessUrl("/login?left").addLogoutHandler((_, _, who) -> {
                    if (who != null) {
                        audit.record(who.getName(), "LOGOUT", Outcome.DONE, "", "");
                    }
                }))
                .httpBasic(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(NO_FEATURES))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    /** Asks for the viewers late: the server wants its listeners before everything else is there. */
    @Bean
    HttpSessionListener endsPagesOfEndedLogins(ObjectProvider<Viewers> viewers) {
        return new HttpSessionListener() {
            @Override
            public void sessionDestroyed(HttpSessionEvent event) {
                viewers.getObject().onLogout(event.getSession().getId());
            }
        };
    }
}
