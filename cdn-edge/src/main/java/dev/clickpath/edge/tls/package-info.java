/**
 * The certificate the edge shows, how it is renewed while the edge runs, and which TLS is
 * spoken.
 */
@NullMarked
package dev.clickpath.edge.tls;

import org.jspecify.annotations.NullMarked;
