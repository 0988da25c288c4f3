/**
 * What happened in one click and when: values without a network, and how they are drawn.
 */
@NullMarked
package dev.clickpath.cli.click.timeline;

import org.jspecify.annotations.NullMarked;
