package com.quanticity.ibkr.service.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Problem details for every endpoint, and request bodies read strictly. */
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = Type.SERVLET)
public class ProblemAutoConfiguration {

    /** Bodies of requests only: answers of other services may grow fields without breaking their readers. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictRequestBodies(JsonMapper json) {
        JsonMapper strict = json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    /** A service without pages. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "ibkr.service.pages", havingValue = "false", matchIfMissing = true)
    static class WithoutPages {

        @Bean
        EveryProblem everyProblem() {
            return new EveryProblem();
        }

        @Bean
        @ConditionalOnMissingBean(ErrorController.class)
        ProblemErrorController problemErrorController() {
            return new ProblemErrorController();
        }
    }

    /** A service with pages. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "ibkr.service.pages", havingValue = "true")
    static class WithPages {

        @Bean
        RestProblem restProblem() {
            return new RestProblem();
        }
    }

    /** Also what no controller claims: unknown paths, wrong methods. */
    @RestControllerAdvice
    @Order(0)
    static final class EveryProblem extends ProblemAdvice {}

    /** Leaves the pages' errors alone. */
    @RestControllerAdvice(annotations = RestController.class)
    @Order(0)
    static final class RestProblem extends ProblemAdvice {}
}
