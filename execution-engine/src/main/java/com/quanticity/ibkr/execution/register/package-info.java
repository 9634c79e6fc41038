/**
 * The register of algorithms: what each is for, who owns it, its limits and versions. A version counts once a second person has approved it;
 * disabling takes one. Entry points {@link com.quanticity.ibkr.execution.register.Algorithms} and {@code AlgorithmController}; on request
 * threads and the runner's. Source of the rule: RTS 6 art. 12(3), FINRA 15-09.
 */
@NullMarked
package com.quanticity.ibkr.execution.register;

import org.jspecify.annotations.NullMarked;
