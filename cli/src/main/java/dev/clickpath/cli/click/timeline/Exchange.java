package dev.clickpath.cli.click.timeline;

import java.net.URI;

/**
 * One question and what became of it.
 *
 * @param address what was asked for
 * @param kind what it is
 * @param wanted when it was known to be needed
 * @param outcome what became of it
 */
public record Exchange(URI address, Kind kind, long wanted, Outcome outcome) {

	/** When it was over, with the unpacking. */
	public long end() {
		return switch (this.outcome) {
			case Answer answer -> answer.unpacking().to();
			case Failure failure -> failure.at();
		};
	}

}
