package com.quanticity.ibkr.stream;

/**
 * Entries that Redis trimmed away before a consumer group had handled them, because the group was behind by more than the stream's bound.
 *
 * @param entries how many are known to be gone; 0 when only the place is known and possibly none is
 * @param after id of the last entry handed over before them
 * @param before id of the oldest entry that is still there
 */
public record TrimmedEntries(long entries, String after, String before) {}
