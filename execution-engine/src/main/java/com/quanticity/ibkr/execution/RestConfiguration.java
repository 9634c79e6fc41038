package com.quanticity.ibkr.execution;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.session.ClientId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How answers are written and described. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(BigDecimal.class, new StringSchema().format("decimal"))
                .replaceWithSchema(ClientOrderId.class, new StringSchema().description("ULID"))
                .replaceWithSchema(ClientId.class, new IntegerSchema())
                .replaceWithSchema(OrderId.class, new IntegerSchema())
                .replaceWithSchema(ContractId.class, new IntegerSchema())
                .replaceWithSchema(PermId.class, new IntegerSchema().format("int64"));
    }

    /** Decimals leave as strings, as on the streams, so that no reader turns a price into binary floating point. */
    @Bean
    JsonMapperBuilderCustomizer decimalsAsStrings() {
        return builder -> builder.withConfigOverride(
                BigDecimal.class, override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)));
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("execution-engine")
                        .version("v1")
                        .description("Places and cancels orders; shows orders, fills and positions of our own ledger. "
                                + "Errors are problem details (RFC 9457) with a stable code."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("the service token, ibkr.service.token")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
