package dev.clickpath.edge.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the policy decides is what the RFC says, for many thousands of requests and
 * responses that nobody would think of. Another seed can be given with
 * {@code -Dclickpath.seed=...}.
 */
class LiteralRfc9111Tests {

	private static final long SEED = Long.getLong("clickpath.seed", 9111);

	private static final int CASES = 20_000;

	private static final List<String> METHODS = List.of("GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "POST",
			"get");

	private static final List<Integer> STATUSES = List.of(200, 200, 200, 200, 200, 206, 206, 204, 299, 301, 302, 304,
			403, 404, 410, 412, 416, 418, 500, 501, 503, 599);

	private static final List<String> WISHES = List.of("no-cache", "no-store", "max-age=%d", "max-age=\"%d\"",
			"MAX-AGE=%d", "min-fresh=%d", "max-stale", "max-stale=%d", "max-stale=%d", "only-if-cached",
			"stale-if-error=%d", "max-age=soon", "max-age = %d", "max-age", "min-fresh=x", "no-transform",
			"x=\"a, no-cache\"");

	private static final List<String> DIRECTIVES = List.of("max-age=%d", "max-age=%d", "max-age=%d", "max-age=%d",
			"s-maxage=%d", "s-maxage=%d", "max-age=\"%d\"", "Max-Age=%d", "s-maxage=x", "max-age=-%d", "max-age",
			"max-age= %d", "max-age=%d.5", "max-age=00%d", "max-age=99999999999999999999", "no-cache", "no-cache=\"x\"",
			"no-cache=\"\"", "no-store", "No-Store", "private", "private=\"x, y\"", "private=x", "private=\", \"",
			"public", "must-revalidate", "proxy-revalidate", "must-understand", "no-transform", "immutable",
			"stale-while-revalidate=%d", "stale-while-revalidate=%d", "stale-if-error=%d", "stale-if-error=%d",
			"stale-if-error", "x=\"a, max-age=1, no-store\"", "x=\"\\\", private\"");

	private static final List<String> TARGETED = List.of("max-age=%d", "max-age=%d", "s-maxage=%d", "no-store",
			"no-cache", "private", "public", "must-revalidate", "stale-if-error=%d", "stale-while-revalidate=%d",
			"x=y");

	private static final List<String> AGES = List.of("%d", "%d", "%d, 99", "00%d", "-%d", "old", "%d.5", "",
			"99999999999999999999");

	private static final List<String> TAGS = List.of("\"a\"", "\"b\"", "W/\"a\"");

	private static final List<String> CONTENT_RANGES = List.of("bytes 0-4/10", "bytes 5-9/10", "bytes 0-4/*",
			"bytes 3-7/10", "bytes nonsense");

	private static final List<String> RANGES = List.of("bytes=0-4", "bytes=0-", "bytes=-3", "bytes=5-9", "bytes=3-3",
			"bytes=6-99", "bytes=20-30", "bytes=-99", "bytes=0-1,3-4", "bytes=0-1,6-7", "lines=1-2");

	private final SplittableRandom random = new SplittableRandom(SEED);

	@Test
	void decidesWhatTheRfcSays() {
		compare((rfc) -> rfc.isEverStored() ? rfc.decision() : "", (rfc) -> rfc.isEverStored() ? decision(rfc) : "");
	}

	@Test
	void storesWhatTheRfcAllows() {
		compare(LiteralRfc9111::mayStore, LiteralRfc9111Tests::mayStore);
	}

	@Test
	void letsStandInWhatTheRfcAllows() {
		// Nothing stands in for the answer to another method: nothing was looked for.
		Predicate<LiteralRfc9111> got = (rfc) -> rfc.method().equals("GET") && rfc.isEverStored();
		compare((rfc) -> got.test(rfc) && rfc.mayServeOnError(),
				(rfc) -> got.test(rfc) && policy(rfc).mayServeOnError(request(rfc), stored(rfc, FieldList.of())));
	}

	/** RFC 9111, section 4.1. */
	@Test
	void selectsWhatTheRfcSelects() {
		FieldList original = FieldList.of("X-A", "1, 2", "X-B", "1");
		compare((rfc) -> rfc.selects(original), (rfc) -> stored(rfc, original).selecting().match(rfc.request()));
	}

	private void compare(Function<LiteralRfc9111, Object> expected, Function<LiteralRfc9111, Object> actual) {
		for (int i = 0; i < CASES; i++) {
			LiteralRfc9111 rfc = any();
			if (!actual.apply(rfc).equals(expected.apply(rfc))) {
				LiteralRfc9111 smallest = shrunk(rfc, (other) -> !actual.apply(other).equals(expected.apply(other)));
				assertThat(actual.apply(smallest)).as("seed %d, case %d:%n%s", SEED, i, smallest)
					.isEqualTo(expected.apply(smallest));
			}
		}
	}

	/** As few lines as still show the difference. */
	private static LiteralRfc9111 shrunk(LiteralRfc9111 rfc, Function<LiteralRfc9111, Boolean> differs) {
		for (FieldList.Field line : rfc.request().lines()) {
			LiteralRfc9111 smaller = new LiteralRfc9111(rfc.rules(), rfc.method(), rfc.request().without(line::equals),
					rfc.response(), rfc.now());
			if (differs.apply(smaller)) {
				return shrunk(smaller, differs);
			}
		}
		for (FieldList.Field line : rfc.response().fields().lines()) {
			LiteralRfc9111.Response response = rfc.response();
			LiteralRfc9111 smaller = new LiteralRfc9111(rfc.rules(), rfc.method(), rfc.request(),
					new LiteralRfc9111.Response(response.status(), response.fields().without(line::equals),
							response.asked(), response.received()),
					rfc.now());
			if (differs.apply(smaller)) {
				return shrunk(smaller, differs);
			}
		}
		return rfc;
	}

	private static String decision(LiteralRfc9111 rfc) {
		CacheDecision decision = policy(rfc).decide(request(rfc), stored(rfc, FieldList.of()), ForwardReason.URI_MISS);
		String name = decision.getClass().getSimpleName();
		return switch (decision) {
			case CacheDecision.Fetch fetch -> name + " " + fetch.reason();
			case CacheDecision.Revalidate revalidate -> name + " " + revalidate.reason();
			case CacheDecision.PassThrough pass -> name + " " + pass.reason();
			case CacheDecision.Hit _, CacheDecision.ServeStaleAndRefresh _, CacheDecision.Complete _,
					CacheDecision.Refuse _ ->
				name;
		};
	}

	/** What answers a POST has rules of its own, and tests. */
	private static boolean mayStore(LiteralRfc9111 rfc) {
		return policy(rfc).mayStore(request(rfc), stored(rfc, FieldList.of()), "http://shop/a");
	}

	private static CachePolicy policy(LiteralRfc9111 rfc) {
		return new CachePolicy(rfc.rules(), rfc::now);
	}

	private static CachingRequest request(LiteralRfc9111 rfc) {
		return new CachingRequest(rfc.method(), rfc.request(), false);
	}

	private static StoredResponse stored(LiteralRfc9111 rfc, FieldList original) {
		LiteralRfc9111.Response response = rfc.response();
		return StoredResponse.of(rfc.rules(), original, response.status(), response.fields(), response.asked(),
				response.received());
	}

	private LiteralRfc9111 any() {
		CacheRules named = flip() ? CacheRules.RFC : CacheRules.CAUTIOUS;
		CacheRules rules = (this.random.nextInt(4) > 0) ? named : new CacheRules(named.bold(), named.targets(),
				Duration.ofSeconds(seconds()), Duration.ofSeconds(seconds()), Duration.ZERO);
		Instant received = Requests.NOON.plusMillis(this.random.nextInt(3_000));
		Instant asked = received.minusMillis(this.random.nextInt(5_000));
		Instant now = received.plusMillis(this.random.nextInt(120_000));
		int status = one(STATUSES);
		return new LiteralRfc9111(rules, one(METHODS), anyRequest(),
				new LiteralRfc9111.Response(status, anyResponse(status), asked, received), now);
	}

	private FieldList anyRequest() {
		List<FieldList.Field> lines = new ArrayList<>();
		some(lines, 2, "Cache-Control", () -> list(WISHES));
		some(lines, 8, "Pragma", () -> "no-cache");
		some(lines, 10, "Authorization", () -> "Basic eA==");
		some(lines, 20, "If-Match", () -> "\"a\"");
		some(lines, 20, "If-Unmodified-Since", () -> date(0));
		some(lines, 5, "If-None-Match", () -> flip() ? one(TAGS) : "*");
		some(lines, 5, "If-Modified-Since", () -> date(this.random.nextInt(-1_000, 100)));
		some(lines, 3, "Range", () -> one(RANGES));
		some(lines, 6, "If-Range", () -> one(TAGS));
		some(lines, 2, "X-A", () -> flip() ? "1,2" : "1");
		some(lines, 4, "X-A", () -> flip() ? "2" : " 2 ,");
		some(lines, 2, "x-b", () -> "1");
		return new FieldList(lines);
	}

	private FieldList anyResponse(int status) {
		List<FieldList.Field> lines = new ArrayList<>();
		some(lines, 1, "Cache-Control", () -> list(DIRECTIVES));
		some(lines, 5, "Cache-Control", () -> list(DIRECTIVES));
		some(lines, 8, "CDN-Cache-Control", () -> list(TARGETED));
		some(lines, 20, "Clickpath-CDN-Cache-Control", () -> flip() ? "" : list(TARGETED));
		some(lines, 2, "Date", () -> date(this.random.nextInt(-30, 10)));
		some(lines, 30, "Date", () -> "today");
		some(lines, 4, "Age", () -> one(AGES).formatted(seconds()));
		some(lines, 5, "Expires", () -> (this.random.nextInt(4) == 0) ? "0" : date(this.random.nextInt(-10, 100)));
		some(lines, 30, "Expires", () -> date(this.random.nextInt(-10, 100)));
		some(lines, 3, "Last-Modified", () -> date(this.random.nextInt(-1_000, 100)));
		some(lines, 3, "ETag", () -> one(TAGS));
		some(lines, 8, "Set-Cookie", () -> "a=b");
		some(lines, 6, "Vary", () -> flip() ? "X-A" : "X-b, accept-encoding");
		some(lines, 30, "Vary", () -> flip() ? "*" : "X-C");
		if (status == 206) {
			some(lines, 1, "Content-Range", () -> one(CONTENT_RANGES));
		}
		return new FieldList(lines);
	}

	private String list(List<String> elements) {
		List<String> chosen = new ArrayList<>();
		int many = 1 + this.random.nextInt(3);
		for (int i = 0; i < many; i++) {
			chosen.add(one(elements).formatted(seconds()));
		}
		return String.join(", ", chosen);
	}

	private void some(List<FieldList.Field> lines, int oneIn, String name, Supplier<String> value) {
		if (this.random.nextInt(oneIn) == 0) {
			lines.add(new FieldList.Field(name, value.get()));
		}
	}

	private static String date(int seconds) {
		return HttpDate.format(Requests.NOON.plusSeconds(seconds));
	}

	private int seconds() {
		return this.random.nextInt(100);
	}

	private boolean flip() {
		return this.random.nextBoolean();
	}

	private <T> T one(List<T> all) {
		return all.get(this.random.nextInt(all.size()));
	}

}
