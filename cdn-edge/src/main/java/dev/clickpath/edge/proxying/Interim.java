package dev.clickpath.edge.proxying;

import dev.clickpath.edge.caching.FieldList;

/**
 * An interim answer of the origin, on its way to the client (RFC 9110, section 15.2).
 *
 * @param status 102 to 199, but for 101
 * @param fields its fields
 */
record Interim(int status, FieldList fields) {
}
