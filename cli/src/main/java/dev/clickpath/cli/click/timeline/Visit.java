package dev.clickpath.cli.click.timeline;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One click, from the name to the last thing that its page cannot do without.
 *
 * @param openings the connections that were made for it
 * @param redirects what led to the page, and to what it needs
 * @param page the page
 * @param parsing from the plain page to all that it needs
 * @param late what the page tells of steps that ended after its head was sent
 * @param resources what it needs, in the order in which that was known
 * @param leftOut addresses that are not on this machine
 * @param beyond how many more things it needs than are fetched in one click
 */
public record Visit(List<Opening> openings, List<Exchange> redirects, Exchange page, Span parsing,
		List<ServerTiming> late, List<Exchange> resources, List<URI> leftOut, int beyond) {

	/** All exchanges in the order in which they became needed. */
	public List<Exchange> exchanges() {
		return Stream.of(this.redirects, List.of(this.page), this.resources)
			.flatMap(List::stream)
			.sorted(Comparator.comparingLong(Exchange::wanted))
			.toList();
	}

	/** When all was there. */
	public long end() {
		return Stream.concat(Stream.of(this.parsing.to()), exchanges().stream().map(Exchange::end))
			.max(Comparator.naturalOrder())
			.orElseThrow();
	}

	/**
	 * The answer to the page itself.
	 * @throws IllegalStateException when there is none
	 */
	public Answer answer() {
		if (this.page.outcome() instanceof Answer answer) {
			return answer;
		}
		throw new IllegalStateException("A visit is one to a page that came");
	}

	/**
	 * What happened behind the page's answer. What its end tells of a step is newer than
	 * what its head told.
	 */
	public List<Step> steps() {
		Answer answer = answer();
		Set<String> known = this.late.stream().map(ServerTiming::name).collect(Collectors.toSet());
		List<ServerTiming> told = Stream
			.concat(answer.told().stream().filter((entry) -> !known.contains(entry.name())), this.late.stream())
			.toList();
		return Steps.of(told, new Span(answer.sent(), answer.last()));
	}

}
