/**
 * Pages leave the gateway compressed, in the coding the client likes best, each piece as
 * soon as it is there.
 */
@NullMarked
package dev.clickpath.gateway.compression;

import org.jspecify.annotations.NullMarked;
