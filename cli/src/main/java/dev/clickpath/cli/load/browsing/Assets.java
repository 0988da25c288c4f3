package dev.clickpath.cli.load.browsing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.clickpath.cli.click.page.Addresses;
import dev.clickpath.cli.click.page.Content;
import dev.clickpath.cli.click.page.Need;
import dev.clickpath.cli.click.timeline.Kind;
import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.accounting.PageKind;
import dev.clickpath.cli.shopping.Cookies;
import dev.clickpath.cli.shopping.Page;
import org.jsoup.nodes.Element;

/**
 * Gets what pages need from the edge, as a browser with a cache and six connections.
 */
final class Assets {

	private static final int CONNECTIONS = 6;

	private static final int NOT_MODIFIED = 304;

	/** Of the pictures that are loaded once they are near, those on the first screen. */
	private static final int NEAR = 8;

	private final Surroundings surroundings;

	private final Client client;

	private final Cookies cookies;

	private final BrowserCache cache;

	private final Semaphore connections = new Semaphore(CONNECTIONS);

	Assets(Surroundings surroundings, Client client, Cookies cookies, BrowserCache cache) {
		this.surroundings = surroundings;
		this.client = client;
		this.cookies = cookies;
		this.cache = cache;
	}

	/**
	 * Gets what a page needs, beside what the shopper does.
	 * @param due when the page should have been asked for
	 * @return when all of it is there
	 */
	CompletableFuture<Void> load(Page page, long due) {
		AtomicBoolean whole = new AtomicBoolean(true);
		CompletableFuture<?>[] all = needs(page).entrySet()
			.stream()
			.filter((need) -> isWanted(need.getKey()))
			.map((need) -> CompletableFuture.runAsync(() -> {
				if (!get(need.getKey(), need.getValue())) {
					whole.set(false);
				}
			}, this.surroundings.threads()))
			.toArray(CompletableFuture<?>[]::new);
		Ledger ledger = this.surroundings.ledger();
		return CompletableFuture.allOf(all).thenRun(() -> {
			if (whole.get()) {
				ledger.complete(PageKind.WHOLE, due, ledger.now());
			}
		});
	}

	private boolean isWanted(URI address) {
		if (this.cache.isFresh(address.getPath(), this.surroundings.ledger().now())) {
			this.surroundings.ledger().edge(EdgeAnswers.KEPT);
			return false;
		}
		return true;
	}

	/** What is asked for, and whether without cookies. */
	private Map<URI, Boolean> needs(Page page) {
		Map<URI, Boolean> needs = new LinkedHashMap<>();
		for (Need need : Content.needs(page.document(), page.address())) {
			if (!need.connectOnly()) {
				needs.putIfAbsent(atEdge(need.address()), need.anonymous() || need.kind() == Kind.FONT);
			}
		}
		Set<String> near = new LinkedHashSet<>(
				page.document().select("main img[loading=lazy][src]").stream().map((img) -> img.attr("src")).toList());
		near.stream()
			.limit(NEAR)
			.flatMap((source) -> Addresses.of(page.address(), source).stream())
			.forEach((picture) -> needs.putIfAbsent(atEdge(picture), false));
		return needs;
	}

	/** Pages name the edge as it is called by the world. */
	private URI atEdge(URI address) {
		String query = (address.getRawQuery() != null) ? "?" + address.getRawQuery() : "";
		return this.surroundings.target().edge().resolve(address.getRawPath() + query);
	}

	private boolean get(URI address, boolean anonymous) {
		this.connections.acquireUninterruptibly();
		Ledger ledger = this.surroundings.ledger();
		long start = ledger.now();
		try {
			Answer answer = this.client.ask("GET", address, fields(address, anonymous), null, this.client.deadline());
			long end = ledger.now();
			check(address, answer);
			ledger.answered(PageKind.ASSET, start, start, end);
			ledger.edge(EdgeAnswers.of(answer));
			this.cache.keep(address.getPath(), answer, end);
			return true;
		}
		catch (WrongAnswerException ex) {
			ledger.failed(PageKind.ASSET, ex.failure(), ex.seen(), start);
			return false;
		}
		finally {
			this.connections.release();
		}
	}

	private Map<String, String> fields(URI address, boolean anonymous) {
		Map<String, String> fields = new LinkedHashMap<>(Map.of("Accept", "*/*", "Accept-Encoding", Bodies.ACCEPTED));
		String sent = this.cookies.field();
		if (anonymous) {
			fields.put("Origin", this.surroundings.target().gateway().toString().replaceAll("/$", ""));
		}
		else if (!sent.isEmpty()) {
			fields.put("Cookie", sent);
		}
		this.cache.validator(address.getPath()).ifPresent((validator) -> fields.put("If-None-Match", validator));
		return fields;
	}

	private void check(URI address, Answer answer) throws WrongAnswerException {
		String name = address.getPath();
		if (answer.status() == NOT_MODIFIED && this.cache.validator(name).isPresent()) {
			return;
		}
		Checks.status(PageKind.ASSET, answer.status(), name);
		byte[] plain = Bodies.plain(answer, name);
		if (plain.length == 0) {
			throw new WrongAnswerException(Failure.WRONG_CONTENT, name + " is empty");
		}
		if (answer.field("Content-Type").filter((type) -> type.startsWith("text/html")).isPresent()) {
			throw new WrongAnswerException(Failure.WRONG_CONTENT, name + " is a page");
		}
		this.surroundings.bodies().compare(name, plain);
	}

}
