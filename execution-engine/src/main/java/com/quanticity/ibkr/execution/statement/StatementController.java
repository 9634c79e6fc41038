package com.quanticity.ibkr.execution.statement;

import com.quanticity.ibkr.execution.statement.Statements.Imported;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements and the three-way report by REST. */
@RestController
@RequestMapping("/api/v1/statements")
@Tag(
        name = "statements",
        description = "The broker's Flex statements, compared with our fills and with what the API told")
class StatementController {

    private final StatementDesk desk;
    private final Statements statements;

    StatementController(StatementDesk desk, Statements statements) {
        this.desk = desk;
        this.statements = statements;
    }

    @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Operation(
            operationId = "importStatement",
            summary = "Imports a Flex statement",
            description =
                    "The XML of an activity Flex query with the sections Trades, OpenPositions and CashReport. Importing it again changes "
                            + "nothing. What differs becomes a discrepancy.")
    @ApiResponse(responseCode = "200", description = "what was in it")
    @ApiResponse(responseCode = "400", description = "says where it cannot be read; nothing was taken")
    ImportAnswer take(
            @Parameter(description = "who imports it") @RequestParam @NotBlank String by, @RequestBody byte[] file) {
        try {
            return new ImportAnswer(desk.take(file, "rest", by).stream()
                    .map(taken -> new Taken(
                            taken.account(),
                            taken.from(),
                            taken.to(),
                            count(taken.trades()),
                            count(taken.positions()),
                            count(taken.cash())))
                    .toList());
        } catch (UnreadableStatementException e) {
            throw ApiException.badRequest(
                    "UNREADABLE_STATEMENT", "The statement was not taken: " + e.getMessage() + ".");
        }
    }

    @GetMapping
    @Operation(operationId = "listStatements", summary = "Lists imported statements, latest import first")
    StatementList list(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return new StatementList(statements.list(account, limit));
    }

    @GetMapping(value = "/{day}/report", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "showThreeWayReport",
            summary = "Shows our books, the API and the statement of a day side by side",
            description = "Computed now. Without a statement its side is 'unknown', and so is the verdict.")
    ReportAnswer report(@Parameter(description = "trade date, yyyy-MM-dd") @PathVariable LocalDate day) {
        List<ThreeWayRow> rows = desk.report(day);
        return new ReportAnswer(
                day,
                desk.isStated(day),
                count(rows, ThreeWayRow.Verdict.AGREES),
                count(rows, ThreeWayRow.Verdict.DIFFERS),
                count(rows, ThreeWayRow.Verdict.UNKNOWN),
                rows);
    }

    @GetMapping(value = "/{day}/report.csv", produces = "text/csv")
    @Operation(operationId = "downloadThreeWayReport", summary = "The same report as CSV")
    String csv(@PathVariable LocalDate day) {
        return ReportCsv.of(desk.report(day));
    }

    private static @Nullable Integer count(@Nullable List<?> section) {
        return section == null ? null : section.size();
    }

    private static int count(List<ThreeWayRow> rows, ThreeWayRow.Verdict verdict) {
        return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** Counts are null for a section that the file does not have. */
    record Taken(
            String account,
            LocalDate from,
            LocalDate to,
            @Nullable Integer trades,
            @Nullable Integer positions,
            @Nullable Integer cash) {}

    record ImportAnswer(List<Taken> statements) {}

    record StatementList(List<Imported> statements) {}

    /** @param stated false while a statement is missing: then nothing is proven */
    record ReportAnswer(
            LocalDate day, boolean stated, int agreeing, int differing, int unknown, List<ThreeWayRow> rows) {}
}
