package dev.clickpath.cli.click.browsing;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import dev.clickpath.cli.click.names.NotHereException;
import dev.clickpath.cli.click.network.Allowance;
import dev.clickpath.cli.click.network.Connection;
import dev.clickpath.cli.click.network.Listener;
import dev.clickpath.cli.click.network.NoAnswerException;
import dev.clickpath.cli.click.network.Origin;
import dev.clickpath.cli.click.network.Received;
import dev.clickpath.cli.click.network.Request;
import dev.clickpath.cli.click.page.Addresses;
import dev.clickpath.cli.click.page.Content;
import dev.clickpath.cli.click.page.LinkField;
import dev.clickpath.cli.click.page.Need;
import dev.clickpath.cli.click.timeline.Answer;
import dev.clickpath.cli.click.timeline.Exchange;
import dev.clickpath.cli.click.timeline.Failure;
import dev.clickpath.cli.click.timeline.Kind;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.ServerTiming;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Stopwatch;
import dev.clickpath.cli.click.timeline.Visit;
import org.jspecify.annotations.Nullable;

/**
 * One click, while it happens. What 103 and the head of the page name is fetched before
 * the page is there; the rest once the page is read, which happens when it is whole, so
 * that waiting, unpacking and parsing can be told apart. (A browser begins earlier.)
 */
public final class Clicking {

	private static final int MOST_REDIRECTS = 5;

	private static final int MOST_RESOURCES = 100;

	/** Each takes a hundred bytes and more once it is parsed. */
	private static final int MOST_TAGS = 500_000;

	/** By then all connections that were kept have had their turn. */
	private static final int MOST_TRIES = 7;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private final Browser browser;

	private final Request first;

	private final boolean withResources;

	private final Allowance allowance = new Allowance();

	private final Cookies cookies = new Cookies();

	private final Queue<Opening> openings = new ConcurrentLinkedQueue<>();

	private final Queue<Exchange> redirects = new ConcurrentLinkedQueue<>();

	private final Queue<Exchange> resources = new ConcurrentLinkedQueue<>();

	private final Set<URI> leftOut = ConcurrentHashMap.newKeySet();

	private final Set<Object> known = ConcurrentHashMap.newKeySet();

	private final Semaphore permits = new Semaphore(MOST_RESOURCES);

	private final AtomicInteger beyond = new AtomicInteger();

	private final Queue<Future<?>> underWay = new ConcurrentLinkedQueue<>();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	/** Started last: what comes before is not part of a click. */
	private final Stopwatch watch;

	private Clicking(Browser browser, URI address, boolean withResources) {
		this.browser = browser;
		this.first = Requests.page(address);
		this.withResources = withResources;
		this.watch = Stopwatch.started();
	}

	/**
	 * Goes to a page with all that it cannot do without.
	 * @throws NoAnswerException when the page does not come; what it needs may
	 * @throws NotHereException when it is not on this machine
	 */
	public static Visit visit(Browser browser, URI address)
			throws NoAnswerException, NotHereException, InterruptedException {
		return visit(browser, address, true);
	}

	/**
	 * Goes to a page and no further.
	 */
	public static Visit visitPageOnly(Browser browser, URI address)
			throws NoAnswerException, NotHereException, InterruptedException {
		return visit(browser, address, false);
	}

	private static Visit visit(Browser browser, URI address, boolean withResources)
			throws NoAnswerException, NotHereException, InterruptedException {
		Clicking clicking = new Clicking(browser, address, withResources);
		try {
			return clicking.run();
		}
		finally {
			clicking.threads.shutdownNow();
		}
	}

	private Visit run() throws NoAnswerException, NotHereException, InterruptedException {
		Request request = this.first;
		for (int redirects = 0;; redirects++) {
			long wanted = this.watch.now();
			URI target = request.address();
			Fetched fetched = fetchPage(request);
			Exchange exchange = new Exchange(target, Kind.PAGE, wanted, fetched.answer());
			URI next = next(target, fetched, redirects);
			if (next == null) {
				return finish(exchange, fetched);
			}
			this.redirects.add(exchange);
			request = Requests.page(next);
		}
	}

	private Fetched fetchPage(Request request) throws NoAnswerException, NotHereException, InterruptedException {
		URI target = request.address();
		return fetch(request, false, (lines) -> {
			if (this.withResources) {
				this.underWay.add(this.threads.submit(() -> begin(LinkField.needs(target, lines), target)));
			}
		});
	}

	/**
	 * Where an answer redirects to; null when it does not.
	 * @param redirects how many there were before
	 */
	private static @Nullable URI next(URI address, Fetched fetched, int redirects) throws NoAnswerException {
		String location = fetched.fields().address("location");
		if (location == null || !REDIRECTS.contains(fetched.answer().status())) {
			return null;
		}
		if (redirects == MOST_REDIRECTS) {
			throw new NoAnswerException(
					"%s is the sixth redirect in a row; look at what redirects.".formatted(address));
		}
		return Addresses.of(address, location)
			.orElseThrow(() -> new NoAnswerException(
					"%s redirects to what is no http or https address; look at its Location.".formatted(address)));
	}

	private Visit finish(Exchange page, Fetched fetched) throws NoAnswerException, InterruptedException {
		long from = this.watch.now();
		Content content = read(page.address(), fetched);
		Span parsing = new Span(from, this.watch.now());
		if (this.withResources) {
			begin(content.needs(), page.address());
		}
		awaitAll();
		return new Visit(List.copyOf(this.openings), inOrder(this.redirects), page, parsing, content.steps(),
				inOrder(this.resources), this.leftOut.stream().sorted().toList(), this.beyond.get());
	}

	private static List<Exchange> inOrder(Queue<Exchange> exchanges) {
		return exchanges.stream().sorted(Comparator.comparingLong(Exchange::wanted)).toList();
	}

	private static Content read(URI address, Fetched fetched) throws NoAnswerException {
		String type = fetched.fields().value("content-type");
		boolean html = type != null
				&& type.strip().toLowerCase(Locale.ROOT).matches("(text/html|application/xhtml\\+xml)\\b.*");
		if (!html) {
			return Content.none();
		}
		if (tags(fetched.plain()) > MOST_TAGS) {
			throw new NoAnswerException(
					"%s has more than %d tags; click reads no such pages.".formatted(address, MOST_TAGS));
		}
		return Content.read(fetched.plain(), type, address);
	}

	private static int tags(byte[] html) {
		int tags = 0;
		for (byte each : html) {
			tags += (each == '<') ? 1 : 0;
		}
		return tags;
	}

	/** What is under way may begin more. */
	private void awaitAll() throws InterruptedException {
		for (Future<?> each = this.underWay.poll(); each != null; each = this.underWay.poll()) {
			try {
				each.get();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException(ex.getCause());
			}
		}
	}

	private void begin(List<Need> needs, URI page) {
		for (Need need : needs) {
			boolean anonymous = isAnonymous(need, page);
			Object thing = need.connectOnly() ? List.of(Origin.of(need.address()), anonymous) : need.address();
			if (!this.known.add(thing)) {
				continue;
			}
			if (this.permits.tryAcquire()) {
				long wanted = this.watch.now();
				this.underWay.add(this.threads.submit(
						() -> need.connectOnly() ? connect(need, anonymous) : load(need, page, anonymous, wanted, 0)));
			}
			else if (!need.connectOnly()) {
				this.beyond.incrementAndGet();
			}
		}
	}

	private static boolean isAnonymous(Need need, URI page) {
		return need.anonymous() && !Origin.of(page).equals(Origin.of(need.address()));
	}

	private @Nullable Void connect(Need need, boolean anonymous) throws InterruptedException {
		Pool pool = this.browser.pool(Origin.of(need.address()), anonymous);
		try {
			pool.give(pool.take(this.watch, this.openings::add));
		}
		catch (NotHereException ex) {
			this.leftOut.add(need.address());
		}
		catch (NoAnswerException ex) {
			// What is to come from there will say so.
		}
		return null;
	}

	/**
	 * Loads a thing. What was asked for without credentials once is so wherever it
	 * redirects to.
	 * @param redirects how many led to it
	 */
	private @Nullable Void load(Need need, URI page, boolean anonymous, long wanted, int redirects)
			throws InterruptedException {
		try {
			Fetched fetched = fetch(Requests.resource(need, page), anonymous, (lines) -> {
			});
			Exchange exchange = new Exchange(need.address(), need.kind(), wanted, fetched.answer());
			URI next = next(need.address(), fetched, redirects);
			if (next == null) {
				this.resources.add(exchange);
				return null;
			}
			this.redirects.add(exchange);
			Need elsewhere = need.at(next);
			return load(elsewhere, page, anonymous || isAnonymous(elsewhere, page), this.watch.now(), redirects + 1);
		}
		catch (NotHereException ex) {
			this.leftOut.add(need.address());
		}
		catch (NoAnswerException ex) {
			this.resources.add(new Exchange(need.address(), need.kind(), wanted,
					new Failure(this.watch.now(), Objects.toString(ex.getMessage()))));
		}
		return null;
	}

	private Fetched fetch(Request request, boolean anonymous, Listener listener)
			throws NoAnswerException, NotHereException, InterruptedException {
		Pool pool = this.browser.pool(Origin.of(request.address()), anonymous);
		Connection connection;
		Received received;
		int tries = 0;
		do {
			connection = pool.take(this.watch, this.openings::add);
			received = ask(pool, connection, anonymous ? request : this.cookies.addTo(request), listener,
					++tries == MOST_TRIES);
		}
		while (received == null);
		if (!anonymous) {
			this.cookies.keep(request.address(), received.fields().all("set-cookie"));
		}
		String coding = Unpacking.name(received.fields().value("content-encoding"));
		long from = this.watch.now();
		byte[] plain = Unpacking.plain(coding, received.body());
		Span unpacking = new Span(from, this.watch.now());
		return new Fetched(answer(connection, received, coding, plain.length, unpacking), received.fields(), plain);
	}

	/**
	 * Null when the question turns out to be as good as not asked, and may be once more.
	 */
	private @Nullable Received ask(Pool pool, Connection connection, Request request, Listener listener, boolean last)
			throws NoAnswerException, InterruptedException {
		try {
			return connection.ask(request, this.watch, listener, this.allowance);
		}
		catch (NoAnswerException ex) {
			if (ex.isUnasked() && !last) {
				return null;
			}
			throw ex;
		}
		finally {
			pool.give(connection);
		}
	}

	private static Answer answer(Connection connection, Received received, String coding, int plainBytes,
			Span unpacking) {
		Received.Hints hints = received.hints();
		return new Answer(connection.opening().number(), received.sent(),
				(hints != null) ? new Answer.Hints(hints.at(), LinkField.links(hints.links())) : null, received.head(),
				received.last(), received.status(), coding, received.body().length, plainBytes, unpacking,
				received.fields().value("cache-status"), ServerTiming.parse(received.fields().all("server-timing")));
	}

}
