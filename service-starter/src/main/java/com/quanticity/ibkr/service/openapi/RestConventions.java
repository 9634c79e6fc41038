package com.quanticity.ibkr.service.openapi;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.session.ClientId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

/**
 * How a service describes its answers: decimals as the texts they are, ids as what they are, problems from 400 on, the bearer token. A
 * service with springdoc on its class path imports it and adds {@link #describe} as its {@link OpenAPI} bean.
 */
@Configuration(proxyBeanMethods = false)
public class RestConventions {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(BigDecimal.class, new StringSchema().format("decimal"))
                .replaceWithSchema(ClientOrderId.class, new StringSchema().description("ULID"))
                .replaceWithSchema(ClientId.class, new IntegerSchema())
                .replaceWithSchema(OrderId.class, new IntegerSchema())
                .replaceWithSchema(ContractId.class, new IntegerSchema())
                .replaceWithSchema(OccSymbol.class, new StringSchema().description("21 characters"))
                .replaceWithSchema(PermId.class, new IntegerSchema().format("int64"))
                .replaceWithSchema(
                        RiskScope.class,
                        new StringSchema().description("firm, or the kind and the name, such as strategy:alpha"));
    }

    /**
     * The document of one service.
     *
     * @param service its name
     * @param about what it is asked for, one sentence
     */
    public static OpenAPI describe(String service, String about) {
        return new OpenAPI()
                .info(new Info()
                        .title(service)
                        .version("v1")
                        .description(about + " Errors are problem details (RFC 9457) with a stable code."))
                .components(
                        new Components().addSecuritySchemes(BEARER, bearer()).addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Every answer from 400 on is a problem. */
    @Bean
    OpenApiCustomizer problemAnswers() {
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(RestConventions::describeProblems);
    }

    private static void describeProblems(Operation operation) {
        ApiResponses answers = operation.getResponses();
        answers.addApiResponse("401", new ApiResponse().description("the token is missing or wrong"));
        answers.forEach((status, answer) -> {
            if (status.compareTo("400") >= 0) {
                answer.setContent(new Content()
                        .addMediaType(
                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new io.swagger.v3.oas.models.media.MediaType().schema(new Schema<>().$ref(PROBLEM))));
            }
        });
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("the service token, ibkr.service.token");
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457; more members by code, for example errors: [{field, value, rule}]")
                .addProperty("status", new IntegerSchema())
                .addProperty("title", new StringSchema())
                .addProperty("detail", new StringSchema().description("what is wrong and what to do, one line"))
                .addProperty("code", new StringSchema().description("stable, for programs"));
    }
}
