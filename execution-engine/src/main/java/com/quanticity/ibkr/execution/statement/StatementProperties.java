package com.quanticity.ibkr.execution.statement;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The check against the broker's statements.
 *
 * @param folder where Flex statements are put as {@code *.xml}, looked at every minute; read files move to its subfolder {@code read},
 *     unreadable ones to {@code refused}. None by default: statements then come by REST only
 * @param zone zone of the broker's trade dates, America/New_York by default
 * @param expectedBy time of the next day, in that zone, by which a business day, or any other day with fills, must have the statement of
 *     every account that traded on it or held something at its end; later it is an alarm. None by default: nothing is expected
 * @param holidays file of days that are no business days, in the form of docs/holidays.txt; days that end early are business days. None by
 *     default: Mondays to Fridays
 */
@ConfigurationProperties(value = "ibkr.statement", ignoreUnknownFields = false)
record StatementProperties(
        @Nullable Path folder,
        @DefaultValue("America/New_York") ZoneId zone,
        @Nullable LocalTime expectedBy,
        @Nullable Path holidays) {}
