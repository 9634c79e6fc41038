package com.quanticity.ibkr.risk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SendsNoOrdersTest {

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(RiskManagerApplication.class);

    @Test
    void noClassKnowsARequestThatTouchesOrders() {
        noClasses()
                .should()
                .dependOnClassesThat(describe("touch orders at the gateway", SendsNoOrdersTest::isOrderRequest))
                .check(service);
    }

    /** The drop copy reads other people's orders; it must not be able to write one. */
    @Test
    void onlyTheDropCopyReadsOrdersAndNothingBuildsOne() {
        noClasses()
                .that()
                .resideOutsideOfPackage("com.quanticity.ibkr.risk.dropcopy")
                .should()
                .dependOnClassesThat(describe("are orders of the gateway", SendsNoOrdersTest::isOrder))
                .check(service);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(GatewayOrder.Builder.class)
                .check(service);
    }

    @Test
    void noClassKnowsTheOrderCommandStream() {
        noClasses()
                .should()
                .dependOnClassesThat(describe("are order commands", SendsNoOrdersTest::isOrderCommand))
                .orShould()
                .accessField(Topics.class, "ORDER_COMMAND")
                .orShould()
                .accessField(StreamName.class, "ORDER_COMMAND")
                .check(service);
    }

    private static boolean isOrderRequest(JavaClass type) {
        return type.isAssignableTo(OrderRequest.class);
    }

    private static boolean isOrder(JavaClass type) {
        return type.getPackageName().startsWith("com.quanticity.ibkr.gateway.order");
    }

    private static boolean isOrderCommand(JavaClass type) {
        return type.isAssignableTo(OrderCommand.class);
    }
}
