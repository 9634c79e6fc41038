/**
 * Takes to the audit record what the database noted of trading state and limits. Triggers of the migration write the entries, in the
 * transaction of the change; one thread publishes them.
 */
@NullMarked
package com.quanticity.ibkr.risk.audit;

import org.jspecify.annotations.NullMarked;
