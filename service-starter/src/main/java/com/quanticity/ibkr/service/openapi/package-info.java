/** One way to write and describe answers, for services that publish OpenAPI. Stateless. */
@NullMarked
package com.quanticity.ibkr.service.openapi;

import org.jspecify.annotations.NullMarked;
