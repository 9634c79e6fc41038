package com.quanticity.ibkr.risk;

import com.quanticity.ibkr.service.openapi.RestConventions;
import io.swagger.v3.oas.models.OpenAPI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How answers are described. */
@Configuration(proxyBeanMethods = false)
@Import(RestConventions.class)
class RestConfiguration {

    @Bean
    OpenAPI openApi() {
        return RestConventions.describe(
                "risk-manager",
                "Halts and reduces trading; shows account, positions, drop copy and limits; takes proposals and approvals of limits.");
    }
}
