/**
 * How often one client may ask: generous to browsers, deadly to floods. The buckets are
 * pure; time is told to them.
 */
@NullMarked
package dev.clickpath.gateway.limits;

import org.jspecify.annotations.NullMarked;
