/**
 * Traces: which are recorded, and where they are sent (OpenTelemetry, OTLP).
 */
@NullMarked
package dev.clickpath.defaults.tracing;

import org.jspecify.annotations.NullMarked;
