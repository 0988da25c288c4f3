package dev.clickpath.cli.click.timeline;

import org.jspecify.annotations.Nullable;

/**
 * What happened inside a hop, put in its place in the click.
 *
 * @param name the step, as the hop calls it
 * @param depth within how many others it lies
 * @param time when it was; null when it only tells something
 * @param exact whether its beginning was told, rather than taken from the step around it
 * @param description words
 */
public record Step(String name, int depth, @Nullable Span time, boolean exact, String description) {

}
