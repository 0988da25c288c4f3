/**
 * A shopper's browser: connections, cookies, a cache, and a look into every answer.
 */
@NullMarked
package dev.clickpath.cli.load.browsing;

import org.jspecify.annotations.NullMarked;
