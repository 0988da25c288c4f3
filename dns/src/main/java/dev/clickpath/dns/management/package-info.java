/**
 * Health and metrics for those who run the name server, on a port of their own.
 */
@NullMarked
package dev.clickpath.dns.management;

import org.jspecify.annotations.NullMarked;
