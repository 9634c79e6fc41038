package com.quanticity.ibkr.service;

import com.quanticity.ibkr.service.problem.ApiException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service like the real ones, small. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(SampleService.SampleProperties.class)
@Import(SampleService.Api.class)
public class SampleService {

    public static void main(String[] arguments) {
        SpringApplication.run(SampleService.class, arguments);
    }

    /** Side of a trade. */
    public enum Side {
        BUY,
        SELL
    }

    /** A body with rules. */
    public record Ticket(
            @NotBlank String symbol,
            @NotNull Side side,
            @Positive BigDecimal quantity,
            @Nullable BigDecimal limitPrice) {}

    @Validated
    @ConfigurationProperties(value = "ibkr.sample", ignoreUnknownFields = false)
    record SampleProperties(
            @DefaultValue("3") @Min(1) int runs, @Nullable String apiPassword) {}

    @RestController
    static class Api {

        @PostMapping("/api/v1/tickets")
        Map<String, Object> post(@Valid @RequestBody Ticket ticket) {
            return Map.of("quantity", ticket.quantity());
        }

        @GetMapping("/api/v1/tickets/{id}")
        Map<String, Object> get(@PathVariable long id) {
            throw ApiException.notFound(
                            "UNKNOWN_TICKET", "There is no ticket " + id + ". GET /api/v1/tickets lists them.")
                    .with("ticket", id);
        }

        @GetMapping("/api/v1/pages")
        Map<String, Object> page(@RequestParam @Min(1) int size) {
            return Map.of("size", size);
        }

        @GetMapping("/api/v1/broken")
        Map<String, Object> broken() {
            throw new IllegalStateException("the inside of the service");
        }

        @GetMapping("/elsewhere")
        Map<String, Object> elsewhere() {
            return Map.of();
        }
    }
}
