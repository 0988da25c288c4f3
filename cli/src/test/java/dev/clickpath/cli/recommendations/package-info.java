@NullMarked
package dev.clickpath.cli.recommendations;

import org.jspecify.annotations.NullMarked;
