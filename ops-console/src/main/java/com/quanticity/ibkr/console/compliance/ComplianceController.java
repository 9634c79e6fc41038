package com.quanticity.ibkr.console.compliance;

import com.quanticity.ibkr.console.audit.Audit;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Instant;
import java.util.Locale;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Extracts by REST, for risk officers, admins and services; every one goes on record. */
@RestController
@RequestMapping("/api/v1/compliance")
@Tag(name = "compliance", description = "Extracts of the audit record for reporting duties")
class ComplianceController {

    private final ExecutionExtract extract;
    private final Audit audit;

    ComplianceController(ExecutionExtract extract, Audit audit) {
        this.extract = extract;
        this.audit = audit;
    }

    @GetMapping("/executions")
    @Operation(
            operationId = "extractExecutions",
            summary = "Executions of an interval as CSV or Parquet",
            description =
                    "One row for each execution and each correction, with its clocks and its place in the audit chain.")
    @ApiResponse(responseCode = "200", description = "a file")
    @ApiResponse(responseCode = "400", description = "the interval is empty or unreadable")
    @ApiResponse(responseCode = "503", description = "the database is away")
    void executions(
            @Parameter(description = "2026-01-05T00:00:00Z") @RequestParam Instant from,
            @Parameter(description = "exclusive") @RequestParam Instant to,
            @Parameter(description = "csv or parquet") @RequestParam(defaultValue = "csv") String format,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        if (!from.isBefore(to)) {
            throw ApiException.badRequest("EMPTY_INTERVAL", "from must be before to");
        }
        ExtractFormat chosen = format(format);
        // Written aside first, so that a failure in the middle is an answer and not a file that looks whole.
        Path file = Files.createTempFile("executions-", "." + format.toLowerCase(Locale.ROOT));
        try {
            long rows = write(file, from, to, chosen);
            audit.record(
                    who.getName(),
                    "EXTRACT_EXECUTIONS",
                    Outcome.DONE,
                    "",
                    from + " to " + to + " as " + chosen + ", " + rows + " rows");
            response.setContentType(chosen.mediaType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"executions." + format.toLowerCase(Locale.ROOT) + "\"");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } catch (DataAccessException e) {
            throw ApiException.unavailable("DATABASE_AWAY", "the database did not answer; try again when it is back");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private long write(Path file, Instant from, Instant to, ExtractFormat format) throws IOException {
        try (RowSink sink = format.open(Files.newOutputStream(file))) {
            return extract.read(from, to, sink);
        }
    }

    private static ExtractFormat format(String text) {
        try {
            return ExtractFormat.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest("UNKNOWN_FORMAT", "format '" + text + "' must be csv or parquet");
        }
    }
}
