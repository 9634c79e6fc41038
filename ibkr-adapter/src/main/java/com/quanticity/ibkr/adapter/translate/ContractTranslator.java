package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.GatewayContractDetails;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractTerms;
import com.quanticity.ibkr.model.contract.OptionRight;
import com.quanticity.ibkr.model.contract.SecurityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.factory.Mappers;

/** Contracts of the gateway to the model and back. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface ContractTranslator {

    ContractTranslator INSTANCE = Mappers.getMapper(ContractTranslator.class);

    @Mapping(target = "terms", source = "details")
    @Mapping(target = "priceMagnifier", expression = "java(Math.max(1, details.priceMagnifier()))")
    @Mapping(target = "validExchanges", source = "details.validExchanges", qualifiedByName = "commaList")
    @Mapping(target = "marketRuleIds", source = "details.marketRuleIds", qualifiedByName = "numbers")
    @Mapping(target = "at", source = "at")
    ContractReference reference(GatewayContractDetails details, Instant at);

    @Mapping(target = "id", source = "conId")
    @Mapping(target = "securityType", source = "secType")
    Contract contract(GatewayContract contract);

    /** What an order or a subscription names: the id decides, the rest is for the reader of a wire log. */
    default GatewayContract wire(Contract contract) {
        return GatewayContract.builder()
                .conId(contract.id().value())
                .symbol(contract.symbol())
                .secType(contract.securityType().wireCode())
                .exchange(contract.exchange())
                .primaryExchange(contract.primaryExchange())
                .currency(contract.currency())
                .localSymbol(contract.localSymbol())
                .tradingClass(contract.tradingClass())
                .build();
    }

    /** Null for what is neither option nor future. */
    default @Nullable ContractTerms terms(GatewayContractDetails details) {
        GatewayContract contract = details.contract();
        return switch (securityType(contract.secType())) {
            case OPTION, FUTURE, FUTURE_OPTION ->
                new ContractTerms(
                        day(contract.lastTradeDateOrContractMonth()),
                        isGiven(contract.strike()) ? contract.strike() : null,
                        right(contract.right()),
                        contract.units(),
                        details.underConId() > 0 ? ContractId.of(details.underConId()) : null);
            case STOCK, INDEX, CURRENCY, BOND, COMBINATION, OTHER -> null;
        };
    }

    default ContractId contractId(int conId) {
        return ContractId.of(conId);
    }

    default SecurityType securityType(String wireCode) {
        return SecurityType.ofWireCode(wireCode);
    }

    /** Unreadable ids would shift the others away from their exchanges, so then none is kept. */
    @Named("numbers")
    default List<Integer> numbers(String text) {
        try {
            return commaList(text).stream().map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    @Named("commaList")
    default List<String> commaList(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean isGiven(@Nullable BigDecimal strike) {
        return strike != null && strike.signum() != 0;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable OptionRight right(String text) {
        return switch (text) {
            case "C", "CALL" -> OptionRight.CALL;
            case "P", "PUT" -> OptionRight.PUT;
            // An empty text, "?" and "0" are no right. Source: wire specification, requests.
            default -> null;
        };
    }
}
