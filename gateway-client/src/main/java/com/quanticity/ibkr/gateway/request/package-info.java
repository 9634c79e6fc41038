/**
 * What a client may ask of a gateway: one record for each call of the API, in groups that a {@code switch} can take as a whole.
 *
 * <p>Immutable values; safe on every thread. Texts that are not given are empty, numbers that are not given are null. Request ids
 * ({@code reqId}) and order ids share the id of error messages: keep their ranges apart. Cancels are never acknowledged unless the
 * record says so. Source of all rules: wire specification, requests.
 */
@NullMarked
package com.quanticity.ibkr.gateway.request;

import org.jspecify.annotations.NullMarked;
