/** The whole platform, started once by the real launcher and looked at from outside. */
@NullMarked
package com.quanticity.ibkr.quickstart.system;

import org.jspecify.annotations.NullMarked;
