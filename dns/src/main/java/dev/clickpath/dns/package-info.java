/**
 * The name server: leads each client to the nearest gateway that is well.
 */
@NullMarked
package dev.clickpath.dns;

import org.jspecify.annotations.NullMarked;
