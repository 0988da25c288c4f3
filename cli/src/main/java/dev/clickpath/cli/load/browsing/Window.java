package dev.clickpath.cli.load.browsing;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import dev.clickpath.cli.click.timeline.ServerTiming;
import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.accounting.PageKind;
import dev.clickpath.cli.shopping.Cookies;
import dev.clickpath.cli.shopping.Form;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Page;
import dev.clickpath.cli.shopping.Pages;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's browser with one window. It asks once, notes what became of it, and looks
 * into everything it gets. One thread uses it; what pages need comes beside that.
 */
public final class Window implements Pages, AutoCloseable {

	private static final int MOST_REDIRECTS = 5;

	private static final String VISITOR = "visitor";

	private static final Pattern LOOK = Pattern.compile("^(/products/[^/?]+).*$");

	private final Surroundings surroundings;

	private final Ledger ledger;

	private final Client client;

	private final Cookies cookies;

	private final Assets assets;

	private final String from;

	private final List<CompletableFuture<Void>> beside = new ArrayList<>();

	private final Set<String> suggested = new HashSet<>();

	private Identity identity;

	private @Nullable Page page;

	private @Nullable Long due;

	/**
	 * Opens a window without a page.
	 * @param cookies what the shop knows the shopper by
	 * @param cache what the browser has of earlier visits
	 * @param from the address it says it is at: a gateway that believes this machine does
	 * not take all shoppers for one then
	 */
	public Window(Surroundings surroundings, Cookies cookies, BrowserCache cache, String from, Identity identity) {
		this.surroundings = surroundings;
		this.ledger = surroundings.ledger();
		this.client = new Client(surroundings.patience(), this.ledger::again);
		this.cookies = cookies;
		this.assets = new Assets(surroundings, this.client, cookies, cache);
		this.from = from;
		this.identity = identity;
	}

	/** From when the next page should be asked for; without it, that is at once. */
	public void due(long nanos) {
		this.due = nanos;
	}

	/** Whom the shop is to take the shopper for from now on. */
	public void identity(Identity.Presence presence) {
		this.identity = this.identity.now(presence);
	}

	public Identity identity() {
		return this.identity;
	}

	/** What the shopper has before them. */
	public @Nullable Page page() {
		return this.page;
	}

	@Override
	public Page get(String path) throws NoAnswerException {
		return show("GET", at(URI.create(path)), null, Map.of());
	}

	/**
	 * Loads a product's page ahead of its reader, and tells the shop once the reader is
	 * there, as the page's script does.
	 */
	public Page getAhead(String path) throws NoAnswerException {
		Page ahead = show("GET", at(URI.create(path)), null, Map.of("Sec-Purpose", "prefetch"));
		String token = ahead.first("[name=_csrf]").map((field) -> field.attr("value")).orElse("");
		Form look = new Form(at(URI.create(LOOK.matcher(path).replaceFirst("$1/look"))), Map.of("_csrf", token));
		beside(PageKind.SCRIPT, () -> {
			Answer answer = ask("POST", look.action(), look, Map.of(), this.client.deadline());
			Checks.status(PageKind.SCRIPT, answer.status(), look.action().getPath());
		});
		return ahead;
	}

	/** Sends it once: whatever goes wrong with a form is to be seen. */
	@Override
	public Page submit(Form form) throws NoAnswerException {
		return show("POST", at(form.action()), form, Map.of());
	}

	@Override
	public Page submitOnce(Form form) throws NoAnswerException {
		return submit(form);
	}

	/**
	 * Asks what the text in the search field could become, beside all else.
	 */
	public void suggest(String text) {
		if (this.suggested.add(text)) {
			URI address = at(URI.create("/search/suggestions?" + Form.query("q", text)));
			beside(PageKind.SUGGESTIONS, () -> {
				Answer answer = ask("GET", address, null, Map.of("Accept", "application/json"), this.client.deadline());
				Checks.status(PageKind.SUGGESTIONS, answer.status(), address.getPath());
				Checks.suggestions(Bodies.plain(answer, address.getPath()), address);
			});
		}
	}

	private void beside(PageKind kind, Question question) {
		long start = this.ledger.now();
		this.beside.add(CompletableFuture.runAsync(() -> {
			try {
				question.ask();
				this.ledger.answered(kind, start, start, this.ledger.now());
			}
			catch (WrongAnswerException ex) {
				this.ledger.failed(kind, ex.failure(), ex.seen(), start);
			}
		}, this.surroundings.threads()));
	}

	private Page show(String method, URI address, @Nullable Form form, Map<String, String> more)
			throws NoAnswerException {
		PageKind kind = PageKind.of(method, address.getPath(), Objects.toString(address.getRawQuery(), ""));
		long sent = this.ledger.now();
		// Who does not wait until then does not wait at all.
		long from = (this.due != null && this.due - sent < 0) ? this.due : sent;
		this.due = null;
		try {
			Page shown = load(kind, method, address, form, more);
			this.ledger.answered(kind, from, sent, sent + shown.taken().toNanos());
			this.page = shown;
			this.suggested.clear();
			this.beside.removeIf(CompletableFuture::isDone);
			this.beside.add(this.assets.load(shown, from));
			return shown;
		}
		catch (WrongAnswerException ex) {
			this.ledger.failed(kind, ex.failure(), ex.seen(), from);
			throw new NoAnswerException(ex.seen());
		}
	}

	private Page load(PageKind kind, String method, URI address, @Nullable Form form, Map<String, String> more)
			throws WrongAnswerException {
		long start = this.ledger.now();
		long deadline = this.client.deadline();
		Optional<String> visitor = this.cookies.value(VISITOR);
		URI at = address;
		Answer answer = ask(method, at, form, more, deadline);
		for (int i = 0; i < MOST_REDIRECTS && isRedirect(answer); i++) {
			at = next(at, answer);
			answer = ask("GET", at, null, Map.of(), deadline);
		}
		Duration taken = Duration.ofNanos(this.ledger.now() - start);
		String path = at.getPath();
		Checks.status(kind, answer.status(), path);
		instance(answer).ifPresent(this.ledger::madeBy);
		String html = new String(Bodies.plain(answer, path), StandardCharsets.UTF_8);
		Page loaded = Page.of(answer.status(), at, html, taken);
		Checks.page(loaded, html, answer.field("Content-Type").orElse(""));
		this.identity.check(loaded, html);
		if (method.equals("GET") && visitor.isPresent() && !visitor.equals(this.cookies.value(VISITOR))) {
			throw new WrongAnswerException(Failure.WRONG_PERSON,
					"%s took a visitor with a cookie for a new one".formatted(path));
		}
		return loaded;
	}

	private static boolean isRedirect(Answer answer) {
		return answer.status() / 100 == 3 && answer.field("Location").isPresent();
	}

	private URI next(URI at, Answer answer) throws WrongAnswerException {
		String location = answer.field("Location").orElse("");
		try {
			return at(at.resolve(new URI(location)));
		}
		catch (URISyntaxException ex) {
			throw new WrongAnswerException(Failure.WRONG_CONTENT,
					"%s leads to %s, which is no address".formatted(at.getPath(), location));
		}
	}

	/** The gateway tells which storefront it was. */
	private static Optional<String> instance(Answer answer) {
		return ServerTiming.parse(answer.all("Server-Timing"))
			.stream()
			.filter((step) -> step.name().equals("gateway"))
			.map((step) -> step.description().split(";", 2)[0].strip())
			.filter((name) -> !name.isEmpty())
			.findFirst();
	}

	private Answer ask(String method, URI address, @Nullable Form form, Map<String, String> more, long deadline)
			throws WrongAnswerException {
		Map<String, String> fields = new LinkedHashMap<>(Map.of("Accept", "text/html", "Accept-Language", "en",
				"Accept-Encoding", Bodies.ACCEPTED, "X-Forwarded-For", this.from));
		fields.putAll(more);
		String sent = this.cookies.field();
		if (!sent.isEmpty()) {
			fields.put("Cookie", sent);
		}
		byte[] body = (form != null) ? form.body().getBytes(StandardCharsets.UTF_8) : null;
		Answer answer = this.client.ask(method, address, fields, body, deadline);
		answer.all("Set-Cookie").forEach(this.cookies::keep);
		return answer;
	}

	/** The same at the gateway, whatever the page calls it. */
	private URI at(URI address) {
		String query = (address.getRawQuery() != null) ? "?" + address.getRawQuery() : "";
		return this.surroundings.target().gateway().resolve(address.getRawPath() + query);
	}

	/** Waits for what is still under way, and closes all connections. */
	@Override
	public void close() {
		this.beside.forEach(CompletableFuture::join);
		this.client.close();
	}

	/** Something that is asked beside the page. */
	private interface Question {

		void ask() throws WrongAnswerException;

	}

}
