package com.quanticity.ibkr.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** This service sends no orders: it knows neither order commands nor any request that places or cancels. Source: blueprint §3. */
class NoOrdersTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.quanticity.ibkr.replay");

    @Test
    void knowsNoOrders() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.quanticity.ibkr.model.order..", "com.quanticity.ibkr.gateway.order..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(GatewayRequest.class)
                .check(SERVICE);
    }
}
