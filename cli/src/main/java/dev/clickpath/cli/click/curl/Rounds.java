package dev.clickpath.cli.click.curl;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.click.browsing.Browser;
import dev.clickpath.cli.click.browsing.Clicking;
import dev.clickpath.cli.click.browsing.Requests;
import dev.clickpath.cli.click.names.NotHereException;
import dev.clickpath.cli.click.network.NoAnswerException;
import dev.clickpath.cli.click.network.Origin;
import dev.clickpath.cli.click.timeline.Lookup;
import dev.clickpath.cli.click.timeline.Visit;

/**
 * Gets the same page in turn with curl and with {@code click}, each time from nothing.
 */
public final class Rounds {

	/**
	 * What the server still has to do after an answer is not to be in the way of the next
	 * one; a process that starts would leave it more time for that than one that runs.
	 */
	private static final int PAUSE_MILLIS = 50;

	private final Curl curl;

	/**
	 * Rounds with the curl on the path.
	 * @param path where programs are
	 * @param authorities in PEM
	 * @param http1Only whether HTTP/2 is not offered
	 */
	public Rounds(String path, List<Path> authorities, boolean http1Only) {
		this.curl = Curl.of(Curl.find(path), Requests.pageFields(), authorities, http1Only);
	}

	/** Makes a browser that has nothing yet. */
	public interface Browsers {

		Browser create();

	}

	/**
	 * Gets it that often with each; who is first changes from round to round.
	 */
	public BesideCurl run(URI address, int rounds, Browsers browsers)
			throws NoAnswerException, NotHereException, InterruptedException {
		BesideCurl result = new BesideCurl();
		Lookup lookup = visit(address, browsers).openings().getFirst().lookup();
		// What curl cannot ask for itself it is told, and then nobody's asking counts.
		boolean withName = !lookup.asked() || lookup.ttlSeconds() == null;
		Curl asking = withName ? this.curl : this.curl.at(Origin.of(address), lookup.addresses());
		for (int round = 0; round < rounds; round++) {
			if (round % 2 == 0) {
				Times first = get(asking, address);
				result.add(first, Times.of(visit(address, browsers), withName));
			}
			else {
				Visit first = visit(address, browsers);
				result.add(get(asking, address), Times.of(first, withName));
			}
		}
		return result;
	}

	private static Times get(Curl curl, URI address) throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		return curl.get(address);
	}

	/** Twice, like curl, and the second time counts. */
	private static Visit visit(URI address, Browsers browsers)
			throws NoAnswerException, NotHereException, InterruptedException {
		try (Browser first = browsers.create(); Browser second = browsers.create()) {
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			Clicking.visitPageOnly(first, address);
			return Clicking.visitPageOnly(second, address);
		}
	}

}
