/**
 * What is answered: a value of the question, of whom it is asked for, and of who is well.
 * Knows neither sockets nor clocks.
 */
@NullMarked
package dev.clickpath.dns.answering;

import org.jspecify.annotations.NullMarked;
