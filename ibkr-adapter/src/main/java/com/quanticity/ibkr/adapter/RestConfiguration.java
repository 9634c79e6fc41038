package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.service.openapi.RestConventions;
import io.swagger.v3.oas.models.OpenAPI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How answers are written and described. */
@Configuration(proxyBeanMethods = false)
@Import(RestConventions.class)
class RestConfiguration {

    @Bean
    OpenAPI openApi() {
        return RestConventions.describe(
                "ibkr-adapter", "Market data, contracts, history and the sessions' subscriptions of client id 1.");
    }
}
