package dev.clickpath.edge.caching;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * RFC 9111 read word for word, sentence after sentence, with nothing worked out
 * beforehand and nothing remembered: slow, and only there to be compared with. Where the
 * RFC leaves a choice, it makes the one that {@link CacheRules} tells of.
 *
 * @param rules what is chosen
 * @param method of the request that is to be answered
 * @param request its fields
 * @param response a stored response, or one that may be stored
 * @param now when it is to be answered
 */
record LiteralRfc9111(CacheRules rules, String method, FieldList request, Response response, Instant now) {

	private static final Pattern DIRECTIVE = Pattern
		.compile("\\s*([^\\s=,\"]+)(?:(\\s*=\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"|[^,]*))?\\s*(?:,|$)");

	private static final Set<Integer> HEURISTICALLY_CACHEABLE = Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410,
			414, 501);

	private static final Set<Integer> ABOUT_ONE_REQUEST = Set.of(304, 407, 408, 412, 416, 417, 425, 426, 431);

	private static final Set<Integer> NOT_REGISTERED = Set.of(299, 418, 499, 599);

	/**
	 * A response as it came.
	 */
	record Response(int status, FieldList fields, Instant asked, Instant received) {
	}

	/**
	 * Section 3: "A cache MUST NOT store a response to a request unless", and then what
	 * this cache leaves out of what it might store.
	 */
	boolean mayStore() {
		// "the request method is understood by the cache": GET is all that is kept for.
		boolean methodUnderstood = this.method.equals("GET");
		// "the response status code is final".
		boolean isFinal = this.response.status() >= 200;
		// "if the response status code is 206 or 304, or the must-understand cache
		// directive is present: the cache understands the response status code".
		boolean mustUnderstand = said("must-understand");
		boolean understood = !NOT_REGISTERED.contains(this.response.status());
		boolean understoodWhereItHasToBe = !mustUnderstand || understood;
		// "the no-store cache directive is not present in the response", which 5.2.2.3
		// lets
		// those ignore who understand.
		boolean noStore = said("no-store") && !mustUnderstand;
		// "if the cache is shared: the private response directive is either not present
		// or
		// allows a shared cache to store a modified response".
		boolean isPrivate = saidOfAll("private");
		// "if the cache is shared: the Authorization header field is not present in the
		// request or a response directive is present that explicitly allows shared
		// caching".
		boolean credentials = this.request.has("Authorization") && !allowsSharedCaching();
		// "and the response contains at least one of the following".
		boolean cacheable = said("public") || hasExpires() || said("max-age") || said("s-maxage")
				|| HEURISTICALLY_CACHEABLE.contains(this.response.status());
		return methodUnderstood && isFinal && understoodWhereItHasToBe && !noStore && !isPrivate && !credentials
				&& cacheable && isWanted();
	}

	private boolean isWanted() {
		if (ABOUT_ONE_REQUEST.contains(this.response.status()) || asked("no-store") || isForTheOrigin()) {
			return false;
		}
		if (this.response.status() == 206 && storedOctets() == null) {
			return false;
		}
		if (elements("Vary").contains("*")) {
			return false;
		}
		boolean explicit = hasExpires() || said("max-age") || said("s-maxage");
		if (this.response.fields().has("Set-Cookie") && (!this.rules.bold() || !explicit)) {
			return false;
		}
		boolean neverServedAsItIs = saidOfAll("no-cache") || staleness() >= 0;
		boolean validators = this.response.fields().has("ETag") || date("Last-Modified") != null;
		return !neverServedAsItIs || (validators && this.response.status() != 206)
				|| isWithin("stale-while-revalidate", this.rules.staleWhileRevalidate()) || mayStandIn();
	}

	/**
	 * Section 4: "a cache MUST NOT reuse a stored response unless", and what it does
	 * then.
	 */
	String decision() {
		if (!this.method.equals("GET") && !this.method.equals("HEAD")) {
			return "PassThrough method";
		}
		if (isForTheOrigin() || asked("no-store")) {
			return "PassThrough bypass";
		}
		// Section 3.5, and no request with credentials gets what was not made for such.
		if (this.request.has("Authorization") && !allowsSharedCaching()) {
			return refusedOr(
					(this.method.equals("GET") && ranges().size() < 2) ? "Fetch request" : "PassThrough request");
		}
		// "the stored response is one of: fresh, allowed to be served stale, validated".
		boolean fresh = staleness() < 0 && !saidOfAll("no-cache");
		boolean partial = this.response.status() == 206;
		if (!clientInsists() && fresh) {
			if (hasTheOctets()) {
				return "Hit";
			}
			boolean completed = this.method.equals("GET") && ranges().size() < 2;
			return refusedOr(completed ? "Complete" : "PassThrough partial");
		}
		if (!clientInsists() && hasTheOctets()) {
			if (!staleForbidden() && clientTakesItStale()) {
				return "Hit";
			}
			boolean clientLimits = asked("max-age") || asked("max-stale") || asked("only-if-cached");
			if (!staleForbidden() && !clientLimits
					&& isWithin("stale-while-revalidate", this.rules.staleWhileRevalidate())) {
				return "ServeStaleAndRefresh";
			}
		}
		String reason = fresh ? "request" : "stale";
		if (this.method.equals("HEAD") || (partial && ranges().size() > 1)) {
			return refusedOr("PassThrough " + reason);
		}
		return refusedOr((partial ? "Fetch " : "Revalidate ") + reason);
	}

	/** Section 5.2.1.7. */
	private String refusedOr(String otherwise) {
		return asked("only-if-cached") ? "Refuse" : otherwise;
	}

	/** RFC 5861, section 4. */
	boolean mayServeOnError() {
		boolean taken = asked("stale-if-error") && !staleForbidden()
				&& staleness() < number(requestDirectives(), "stale-if-error");
		return hasTheOctets() && (taken || mayStandIn());
	}

	private boolean mayStandIn() {
		boolean error = Set.of(500, 502, 503, 504).contains(this.response.status());
		return !error && isWithin("stale-if-error", this.rules.staleIfError());
	}

	/** Sections 5.2.1.1, 5.2.1.3 and 5.2.1.4. */
	private boolean clientInsists() {
		boolean tooOld = asked("max-age") && currentAge() > number(requestDirectives(), "max-age");
		boolean notFreshEnough = asked("min-fresh")
				&& freshnessLifetime() < currentAge() + number(requestDirectives(), "min-fresh");
		boolean pragma = !this.request.has("Cache-Control") && this.request.all("Pragma").contains("no-cache");
		return asked("no-cache") || pragma || tooOld || notFreshEnough;
	}

	/** Section 5.2.1.2. */
	private boolean clientTakesItStale() {
		List<String> values = requestDirectives().getOrDefault("max-stale", List.of());
		boolean any = !values.isEmpty() && values.stream().allMatch(String::isEmpty);
		return any || (!values.isEmpty() && staleness() <= number(requestDirectives(), "max-stale"));
	}

	/** Section 4.2.4. */
	private boolean staleForbidden() {
		return said("must-revalidate") || said("proxy-revalidate") || said("s-maxage") || saidOfAll("no-cache");
	}

	private boolean isWithin(String directive, Duration otherwise) {
		long window = said(directive) ? number(responseDirectives(), directive) : otherwise.toSeconds();
		return !staleForbidden() && staleness() < window;
	}

	private boolean allowsSharedCaching() {
		return said("must-revalidate") || said("public") || said("s-maxage");
	}

	/** Section 4.3.2, and a body that the store could not judge. */
	private boolean isForTheOrigin() {
		return this.request.has("If-Match") || this.request.has("If-Unmodified-Since");
	}

	private long staleness() {
		return currentAge() - freshnessLifetime();
	}

	/** Section 4.2.3, the formulas. */
	private long currentAge() {
		Instant date = date("Date");
		long dateValue = ((date != null) ? date : this.response.received()).getEpochSecond();
		long apparentAge = Math.max(0, this.response.received().getEpochSecond() - dateValue);
		long responseDelay = Duration.between(this.response.asked(), this.response.received()).toSeconds();
		long correctedAgeValue = ageValue() + responseDelay;
		long correctedInitialAge = Math.max(apparentAge, correctedAgeValue);
		long residentTime = Duration.between(this.response.received(), this.now).toSeconds();
		return correctedInitialAge + residentTime;
	}

	private long ageValue() {
		List<String> members = elements("Age");
		return members.isEmpty() ? 0 : deltaSeconds(members.getFirst());
	}

	/** Section 4.2.1: "the first match of the following". */
	private long freshnessLifetime() {
		if (said("s-maxage")) {
			return number(responseDirectives(), "s-maxage");
		}
		if (said("max-age")) {
			return number(responseDirectives(), "max-age");
		}
		Instant date = date("Date");
		Instant made = (date != null) ? date : this.response.received();
		if (hasExpires()) {
			Instant expires = (new TreeSet<>(this.response.fields().all("Expires")).size() == 1) ? date("Expires")
					: null;
			return (expires != null) ? Math.max(0, Duration.between(made, expires).toSeconds()) : 0;
		}
		// Section 4.2.2.
		Instant modified = date("Last-Modified");
		boolean allowed = HEURISTICALLY_CACHEABLE.contains(this.response.status()) || said("public");
		if (!allowed || modified == null || modified.isAfter(made)) {
			return 0;
		}
		return Math.min(86_400, Duration.between(modified, made).toSeconds() / 10);
	}

	/** RFC 9213, section 2.2: beside a targeted field it does not count. */
	private boolean hasExpires() {
		return this.response.fields().has("Expires") && target() == null;
	}

	/** Section 3.3, and what RFC 9110 says in sections 13.2.2 and 14.2. */
	private boolean hasTheOctets() {
		if (this.response.status() != 206) {
			return true;
		}
		long[] stored = storedOctets();
		if (this.method.equals("HEAD") || stored == null) {
			return false;
		}
		if (clientHasIt()) {
			return true;
		}
		if (ranges().isEmpty() || !sameRepresentation()) {
			return false;
		}
		long complete = stored[2];
		int satisfiable = 0;
		for (String range : ranges()) {
			String[] ends = range.split("-", -1);
			if (complete < 0 && (ends[0].isEmpty() || ends[1].isEmpty())) {
				return false;
			}
			long first = ends[0].isEmpty() ? Math.max(0, complete - Long.parseLong(ends[1])) : Long.parseLong(ends[0]);
			long last = (ends[0].isEmpty() || ends[1].isEmpty()) ? complete - 1 : Long.parseLong(ends[1]);
			last = (complete >= 0) ? Math.min(last, complete - 1) : last;
			if (first <= last) {
				satisfiable++;
				if (first < stored[0] || last > stored[1]) {
					return false;
				}
			}
		}
		return satisfiable > 0 || complete >= 0;
	}

	/** Which a part is not that does not tell its octets. */
	boolean isEverStored() {
		return this.response.status() != 206 || storedOctets() != null;
	}

	private boolean clientHasIt() {
		String tag = this.response.fields().first("ETag");
		if (this.request.has("If-None-Match")) {
			List<String> asked = this.request.all("If-None-Match");
			return asked.contains("*")
					|| (tag != null && asked.stream().anyMatch((one) -> opaque(one).equals(opaque(tag))));
		}
		Instant since = parse(this.request.first("If-Modified-Since"));
		Instant modified = date("Last-Modified");
		Instant date = date("Date");
		Instant made = (date != null) ? date : this.response.received();
		return since != null && !((modified != null) ? modified : made).isAfter(since);
	}

	private static String opaque(String tag) {
		return tag.startsWith("W/") ? tag.substring(2) : tag;
	}

	private boolean sameRepresentation() {
		String asked = this.request.first("If-Range");
		return asked == null || (asked.startsWith("\"") && asked.equals(this.response.fields().first("ETag")));
	}

	private List<String> ranges() {
		String range = this.request.first("Range");
		if (!this.method.equals("GET") || range == null || !range.startsWith("bytes=")) {
			return List.of();
		}
		return List.of(range.substring("bytes=".length()).split(","));
	}

	private long @Nullable [] storedOctets() {
		String range = this.response.fields().first("Content-Range");
		Matcher matcher = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+|\\*)").matcher((range != null) ? range : "");
		if (!matcher.matches()) {
			return null;
		}
		long complete = matcher.group(3).equals("*") ? -1 : Long.parseLong(matcher.group(3));
		return new long[] { Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), complete };
	}

	/** Section 4.1. */
	boolean selects(FieldList original) {
		for (String name : elements("Vary")) {
			if (!name.equalsIgnoreCase("Accept-Encoding")
					&& !normalised(original, name).equals(normalised(this.request, name))) {
				return false;
			}
		}
		return true;
	}

	private static String normalised(FieldList fields, String name) {
		// RFC 9110, section 5.6.1.2: empty elements do not count.
		return String.join(",", fields.all(name)).replaceAll("\\s*,[\\s,]*", ",").replaceAll("^,|,$", "").strip();
	}

	private boolean said(String directive) {
		return responseDirectives().containsKey(directive);
	}

	/** Without a list of fields it is about all of the response. */
	private boolean saidOfAll(String directive) {
		List<String> values = responseDirectives().getOrDefault(directive, List.of("x"));
		return values.stream().distinct().count() > 1 || values.getFirst().replaceAll("[\\s,]", "").isEmpty();
	}

	private boolean asked(String directive) {
		return requestDirectives().containsKey(directive);
	}

	private Map<String, List<String>> requestDirectives() {
		return directives(this.request.all("Cache-Control"));
	}

	private Map<String, List<String>> responseDirectives() {
		String target = target();
		if (target == null) {
			return directives(this.response.fields().all("Cache-Control"));
		}
		// RFC 9651, section 3.2: of two members with the same key the last one counts.
		Map<String, List<String>> members = directives(this.response.fields().all(target));
		members.replaceAll((name, values) -> List.of(values.getLast()));
		return members;
	}

	private @Nullable String target() {
		for (String target : this.rules.targets()) {
			if (!elements(target).isEmpty()) {
				return target;
			}
		}
		return null;
	}

	private static Map<String, List<String>> directives(List<String> lines) {
		Map<String, List<String>> directives = new LinkedHashMap<>();
		for (String line : lines) {
			Matcher matcher = DIRECTIVE.matcher(line);
			while (matcher.find()) {
				String name = matcher.group(1).toLowerCase(Locale.ROOT);
				String equals = matcher.group(2);
				String value = (matcher.group(3) != null) ? matcher.group(3) : "";
				boolean spaced = equals != null && !equals.equals("=");
				boolean quoted = value.length() > 1 && value.startsWith("\"");
				String read = quoted ? value.substring(1, value.length() - 1) : value;
				directives.computeIfAbsent(name, (same) -> new ArrayList<>()).add(spaced ? "" : read);
			}
		}
		return directives;
	}

	/** Section 4.2.1: of two that contradict each other, the strictest. */
	private static long number(Map<String, List<String>> directives, String name) {
		List<String> values = directives.getOrDefault(name, List.of());
		return (values.stream().distinct().count() == 1) ? deltaSeconds(values.getFirst()) : 0;
	}

	/** Section 1.2.2. */
	private static long deltaSeconds(String text) {
		if (!text.matches("[0-9]+")) {
			return 0;
		}
		return new BigInteger(text).min(BigInteger.ONE.shiftLeft(31)).longValueExact();
	}

	private List<String> elements(String name) {
		List<String> elements = new ArrayList<>();
		for (String line : this.response.fields().all(name)) {
			for (String element : line.split(",", -1)) {
				if (!element.isBlank()) {
					elements.add(element.strip());
				}
			}
		}
		return elements;
	}

	private @Nullable Instant date(String name) {
		return parse(this.response.fields().first(name));
	}

	private static @Nullable Instant parse(@Nullable String text) {
		try {
			return (text != null) ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.method).append(" (").append(this.rules.bold() ? "rfc" : "cautious");
		text.append(", ").append(Duration.between(this.response.received(), this.now).toSeconds());
		text.append(" s after ").append(this.response.received());
		text.append(", which took ").append(Duration.between(this.response.asked(), this.response.received()));
		text.append(")\n");
		this.request.lines().forEach((line) -> text.append(line.name()).append(": ").append(line.value()).append('\n'));
		text.append("-> ").append(this.response.status()).append('\n');
		this.response.fields()
			.lines()
			.forEach((line) -> text.append(line.name()).append(": ").append(line.value()).append('\n'));
		return text.toString();
	}

}
