package com.quanticity.ibkr.adapter.historical.job;

/** A download and how far it is. */
public record StoredJob(HistoryJob job, JobStatus status) {}
