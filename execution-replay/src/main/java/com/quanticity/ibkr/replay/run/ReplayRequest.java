package com.quanticity.ibkr.replay.run;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to replay.
 *
 * @param recordings folder below the recordings root
 * @param symbols all symbols of the day when null or empty
 * @param date day of the recording, New York; the earliest when null
 * @param from recorded time to begin with
 * @param to recorded time to end before
 * @param speed recorded seconds a second, or max
 */
record ReplayRequest(
        @NotBlank @Schema(description = "folder below the recordings root, . for the root itself", example = ".")
        String recordings,

        @Schema(description = "all symbols of the day when left out", example = "[\"SPY\", \"BAC\"]") @Nullable List<String> symbols,

        @Schema(description = "day of the recording; the earliest when left out", example = "2013-10-07") @Nullable LocalDate date,

        @Schema(
                description =
                        "first recorded time: HH:mm or HH:mm:ss in New York, or ISO UTC; the start of the day when left out",
                example = "09:30")
        @Nullable String from,

        @Schema(
                description = "end of the window, not included; written as from; the end of the day when left out",
                example = "10:00")
        @Nullable String to,

        @NotBlank @Pattern(regexp = "max|\\d{1,6}(\\.\\d{1,3})?", message = "must be a number above 0, or max")
        @Schema(description = "recorded seconds a second, or max", example = "20")
        String speed) {}
