@NullMarked
package dev.clickpath.cli.certificates;

import org.jspecify.annotations.NullMarked;
