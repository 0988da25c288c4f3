/**
 * The services' jars made ready for a quick start: unpacked, with a cache of loaded
 * classes.
 */
@NullMarked
package dev.clickpath.cli.application;

import org.jspecify.annotations.NullMarked;
