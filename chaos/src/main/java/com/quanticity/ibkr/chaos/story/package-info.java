/**
 * Stories: what happens on a certain day, told step by step on the real platform, with both sides' books compared at the end. Entry point:
 * {@code Stories}. A story's steps run on the caller's thread.
 */
@NullMarked
package com.quanticity.ibkr.chaos.story;

import org.jspecify.annotations.NullMarked;
