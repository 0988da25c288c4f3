/**
 * What the gateway itself says: its security headers, and its own failures as RFC 9457
 * problem details.
 */
@NullMarked
package dev.clickpath.gateway.answer;

import org.jspecify.annotations.NullMarked;
