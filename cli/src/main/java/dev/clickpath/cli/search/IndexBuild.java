package dev.clickpath.cli.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the service says of building its index.
 *
 * @param products how many were indexed
 * @param seconds how long it took, reading them from the database included
 */
record IndexBuild(long products, double seconds) {

	private static final Pattern LINE = Pattern.compile("Indexed (\\d+) products in (\\d+) ms");

	static IndexBuild of(Path log) {
		try {
			return LINE.matcher(Files.readString(log))
				.results()
				.reduce((first, last) -> last)
				.map(IndexBuild::of)
				.orElse(new IndexBuild(0, 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The catalogue's log cannot be read", ex);
		}
	}

	private static IndexBuild of(MatchResult line) {
		return new IndexBuild(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)) / 1e3);
	}

	double perSecond() {
		return (this.seconds > 0) ? this.products / this.seconds : 0;
	}

}
