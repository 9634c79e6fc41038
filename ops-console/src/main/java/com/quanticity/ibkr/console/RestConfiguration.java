package com.quanticity.ibkr.console;

import com.quanticity.ibkr.service.openapi.RestConventions;
import io.swagger.v3.oas.models.OpenAPI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How answers for programs are written and described. */
@Configuration(proxyBeanMethods = false)
@Import(RestConventions.class)
class RestConfiguration {

    @Bean
    OpenAPI openApi() {
        return RestConventions.describe(
                "ops-console", "Shows the audit record and extracts of it, to risk officers, admins and services.");
    }
}
