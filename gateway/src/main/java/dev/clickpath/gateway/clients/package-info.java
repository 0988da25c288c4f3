/**
 * Who asks: the client's address, through the proxies that are trusted to tell it.
 */
@NullMarked
package dev.clickpath.gateway.clients;

import org.jspecify.annotations.NullMarked;
