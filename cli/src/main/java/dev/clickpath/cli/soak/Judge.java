package dev.clickpath.cli.soak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.cli.http.Codings;
import dev.clickpath.cli.http.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks into every answer, to the last byte of its body.
 */
final class Judge {

	/** Names the version that an answer is of; not part of HTTP. */
	static final String VERSION = "X-Version";

	private static final int BLOCK = 64 * 1024;

	private static final Pattern PART = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

	private static final Pattern NO_PART = Pattern.compile("bytes \\*/(\\d+)");

	private final JsonMapper json = JsonMapper.builder().build();

	private final Ledger ledger;

	Judge(Ledger ledger) {
		this.ledger = ledger;
	}

	/**
	 * Judges an answer.
	 * @param oldest the oldest version allowed, as it was when the request was sent
	 * @param began when that was
	 * @throws dev.clickpath.cli.http.BrokenOffException when the body is not whole, and
	 * does not look whole either
	 */
	Verdict judge(Ask ask, Reply reply, long oldest, Instant began) throws IOException, WrongAnswerException {
		return switch (reply.status()) {
			case 200 -> whole(ask, reply, oldest);
			case 206 -> part(ask, reply, oldest);
			case 304 -> notModified(ask, reply, oldest);
			case 416 -> unsatisfiable(ask, reply, oldest);
			case 500, 502, 503, 504 -> failure(ask, reply, began);
			default -> throw new WrongAnswerException("an answer nobody gave");
		};
	}

	private Verdict whole(Ask ask, Reply reply, long oldest) throws IOException, WrongAnswerException {
		long version = version(ask, reply, oldest);
		Content content = ask.resource().content(version);
		String coding = reply.field("Content-Encoding");
		check(coding == null || coding.equals(ask.coding()), "a coding nobody asked for");
		String tag = tag(reply, version, coding);
		String length = reply.field("Content-Length");
		check(coding != null || length == null || length.equals(Long.toString(content.length())), "a wrong length");
		long bytes = 0;
		if (!ask.isHead()) {
			bytes = (coding != null) ? compareEncoded(reply, coding, content)
					: compare(reply.body(), content, 0, content.length());
		}
		return new Verdict(isHit(ask, reply), new Ask.Kept(tag, version), bytes);
	}

	private Verdict part(Ask ask, Reply reply, long oldest) throws IOException, WrongAnswerException {
		Ask.Part asked = ask.range();
		Matcher told = PART.matcher(field(reply, "Content-Range"));
		check(asked != null && told.matches(), "a part nobody asked for");
		long version = version(ask, reply, oldest);
		Content content = ask.resource().content(version);
		long first = Long.parseLong(told.group(1));
		long last = Long.parseLong(told.group(2));
		check(Long.parseLong(told.group(3)) == content.length(), "a part of a body of another length");
		check(asked != null && first == asked.first() && last == Math.min(asked.last(), content.length() - 1),
				"another part than the one asked for");
		check(reply.field("Content-Encoding") == null, "a part in a coding nobody asked for");
		String tag = tag(reply, version, null);
		// RFC 9110, section 13.1.5: a part of another body would be glued to what the
		// client has.
		check(ask.kept() == null || tag.equals(ask.kept().entityTag()), "a part of another body than the client has");
		long bytes = compare(reply.body(), content, first, last - first + 1);
		return new Verdict(isHit(ask, reply), new Ask.Kept(tag, version), bytes);
	}

	private Verdict notModified(Ask ask, Reply reply, long oldest) throws WrongAnswerException {
		Ask.Kept kept = ask.kept();
		if (kept == null || ask.range() != null) {
			throw new WrongAnswerException("\"not modified\" to whom has nothing");
		}
		String tag = reply.field("ETag");
		check(tag == null || strong(tag).equals(strong(kept.entityTag())), "\"not modified\" with another tag");
		checkAge(ask, kept.version(), oldest);
		return new Verdict(isHit(ask, reply), kept, 0);
	}

	private Verdict unsatisfiable(Ask ask, Reply reply, long oldest) throws IOException, WrongAnswerException {
		Ask.Part asked = ask.range();
		Matcher told = NO_PART.matcher(field(reply, "Content-Range"));
		check(asked != null && told.matches(), "\"no such part\" to whom asked for none");
		long length = Long.parseLong(told.group(1));
		check(asked != null && asked.first() >= length, "\"no such part\" though there is one");
		boolean known = false;
		for (long version = oldest; version <= this.ledger.newest(ask.resource()) && !known; version++) {
			known = ask.resource().content(version).length() == length;
		}
		check(known, "\"no such part\" of a body of a length that none has");
		reply.body().readAllBytes();
		return new Verdict(false, null, 0);
	}

	private Verdict failure(Ask ask, Reply reply, Instant began) throws IOException, WrongAnswerException {
		byte[] body = reply.body().readAllBytes();
		check(this.ledger.explainsFailure(ask.resource(), began), "an error though the origin did not fail");
		if (ask.isHead()) {
			return Verdict.ofError();
		}
		if ("application/problem+json".equals(reply.field("Content-Type"))) {
			checkProblem(reply, body);
		}
		else {
			check(Arrays.equals(body, errorBody(ask.resource())), "an error with another body");
		}
		return Verdict.ofError();
	}

	/**
	 * What the origin says when it fails on purpose.
	 */
	static byte[] errorBody(Resource resource) {
		return "The origin fails with %s\n".formatted(resource.path()).getBytes(StandardCharsets.US_ASCII);
	}

	private void checkProblem(Reply reply, byte[] body) throws WrongAnswerException {
		try {
			check(this.json.readTree(body).path("status").asInt(0) == reply.status(), "a problem of another status");
		}
		catch (JacksonException ex) {
			throw new WrongAnswerException("a problem that is not JSON");
		}
	}

	private long version(Ask ask, Reply reply, long oldest) throws WrongAnswerException {
		long version = Long.parseLong(field(reply, VERSION));
		checkAge(ask, version, oldest);
		return version;
	}

	private void checkAge(Ask ask, long version, long oldest) throws WrongAnswerException {
		long newest = this.ledger.newest(ask.resource());
		if (version < oldest || version > newest) {
			throw new WrongAnswerException(
					"version %d, though only %d to %d are allowed".formatted(version, oldest, newest));
		}
	}

	/** Each coding has a strong tag of its own (RFC 9110, section 8.8.3.3). */
	private static String tag(Reply reply, long version, @Nullable String coding) throws WrongAnswerException {
		String tag = reply.field("ETag");
		String plain = Resource.entityTag(version);
		if (tag == null) {
			throw new WrongAnswerException("no tag");
		}
		if (coding == null) {
			check(strong(tag).equals(plain), "the tag of another version");
		}
		else {
			check(!tag.equals(plain), "the tag of the plain body in another coding");
		}
		return tag;
	}

	private static String strong(String tag) {
		return tag.startsWith("W/") ? tag.substring(2) : tag;
	}

	private static boolean isHit(Ask ask, Reply reply) throws WrongAnswerException {
		String status = reply.field("Cache-Status");
		boolean hit = status != null && status.contains("; hit");
		Policy policy = ask.resource().policy();
		check(!hit || policy.mostStale().isPositive(), "a stored answer where only the origin may answer");
		return hit;
	}

	private static long compareEncoded(Reply reply, String coding, Content content)
			throws IOException, WrongAnswerException {
		byte[] encoded = reply.body().readAllBytes();
		byte[] plain;
		try {
			plain = Codings.decode(coding, encoded);
		}
		catch (IOException ex) {
			throw new WrongAnswerException("a body that cannot be decoded (%s)".formatted(ex));
		}
		byte[] expected = new byte[Math.toIntExact(content.length())];
		content.write(0, expected, expected.length);
		check(Arrays.equals(plain, expected), "another body");
		return encoded.length;
	}

	private static long compare(InputStream body, Content content, long first, long length)
			throws IOException, WrongAnswerException {
		byte[] got = new byte[(int) Math.min(BLOCK, length + 1)];
		byte[] expected = new byte[got.length];
		long compared = 0;
		for (int read = body.readNBytes(got, 0, got.length); read > 0; read = body.readNBytes(got, 0, got.length)) {
			check(compared + read <= length, "a body that is too long");
			content.write(first + compared, expected, read);
			check(Arrays.equals(got, 0, read, expected, 0, read), "another body");
			compared += read;
		}
		check(compared == length, "a body that looks whole and is not");
		return compared;
	}

	private static String field(Reply reply, String name) throws WrongAnswerException {
		String value = reply.field(name);
		if (value == null) {
			throw new WrongAnswerException("no " + name);
		}
		return value;
	}

	private static void check(boolean right, String otherwise) throws WrongAnswerException {
		if (!right) {
			throw new WrongAnswerException(otherwise);
		}
	}

}
