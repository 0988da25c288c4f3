package dev.clickpath.cli.click.timeline;

/**
 * What became of a question.
 */
public sealed interface Outcome permits Answer, Failure {

}
