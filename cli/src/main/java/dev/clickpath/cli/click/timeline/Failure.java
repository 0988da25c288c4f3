package dev.clickpath.cli.click.timeline;

/**
 * Nothing that could be used came back.
 *
 * @param at when that was clear
 * @param reason a sentence
 */
public record Failure(long at, String reason) implements Outcome {

}
