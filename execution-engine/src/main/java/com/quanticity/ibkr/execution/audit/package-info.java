/**
 * Takes to the audit record what this service was asked and what it asked for. Orders, parents, commands, intents and algorithms are
 * noted by triggers of the database, in the transaction that stores them; requests by REST, refused ones too, by a filter. Request
 * threads record, one thread publishes.
 */
@NullMarked
package com.quanticity.ibkr.execution.audit;

import org.jspecify.annotations.NullMarked;
