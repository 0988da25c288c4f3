/**
 * Takes questions from the net, by UDP and by TCP, and bounds what anybody can take up.
 */
@NullMarked
package dev.clickpath.dns.listening;

import org.jspecify.annotations.NullMarked;
