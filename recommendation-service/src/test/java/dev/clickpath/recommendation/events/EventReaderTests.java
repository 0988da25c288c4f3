package dev.clickpath.recommendation.events;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.recommendation.events.BehaviourEvent.Hints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class EventReaderTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private static final String GOOD = """
			{"visitor":"anna_1-A","type":"view","product":"kettle-1.2_B","at":"2026-03-01T11:59:59.123456789Z"}""";

	private final EventReader reader = new EventReader(new JsonMapper(),
			new EventProperties(3, DataSize.ofKilobytes(1), Duration.ofMinutes(5), 10, 10, Duration.ZERO), () -> NOW);

	@Test
	void readsEventsToTheMicrosecond() throws IOException {
		assertThat(this.reader.json(body("[" + GOOD + "]")).all()).containsExactly(new BehaviourEvent("anna_1-A",
				EventType.VIEW, "kettle-1.2_B", null, Instant.parse("2026-03-01T11:59:59.123456Z"), Hints.NONE));
	}

	@Test
	void readsLinesLikeAnArray() throws IOException {
		assertThat(this.reader.lines(body(GOOD + "\r\n\n" + GOOD + "\n")).all())
			.isEqualTo(this.reader.json(body("[" + GOOD + "," + GOOD + "]")).all())
			.hasSize(2);
		assertThat(this.reader.lines(body("")).all()).isEmpty();
		assertThat(this.reader.json(body("[]")).all()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"visitor":"a","type":"search","at":"2026-03-01T12:00:00Z"}
			{"visitor":"a","type":"search","query":"crêpe pan 🥞","at":"2026-03-01T12:00:00Z"}
			{"visitor":"a","type":"search","query":null,"product":null,"at":"2026-03-01T12:00:00+00:00"}
			{"visitor":"a","type":"search","query":"pan","product":"p1","at":"2026-03-01T12:00:00Z"}
			{"visitor":"a","type":"basket","product":"p1","at":"1970-01-01T00:00:00Z","else":{"is":"passed over"}}
			{"visitor":"a","type":"purchase","product":"p1","at":"2026-03-01T12:05:00Z"}
			{"visitor":7,"type":"view","product":12345678901234567890,"at":"2026-03-01T12:00:00+02:00"}
			{"visitor":"a.b@c:d","type":"view","product":"p=1+2","at":"2026-03-01T12:00:00Z","brand":""}
			{"visitor":"a/b","type":"view","product":"näh maschine; 50%","at":"2026-03-01T12:00:00Z","region":"a b"}
			{"visitor":"...","type":"view","product":"https://shop.example/p?id=1#top","at":"2026-03-01T12:00:00Z"}
			""")
	void takes(String row) throws IOException {
		assertThat(this.reader.lines(body(row)).all()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			{"type":"view","product":"p1","at":"2026-03-01T12:00:00Z"}                              | visitor
			{"visitor":null,"type":"view","product":"p1","at":"2026-03-01T12:00:00Z"}               | visitor
			{"visitor":"","type":"view","product":"p1","at":"2026-03-01T12:00:00Z"}                 | visitor
			{"visitor":7.5,"type":"view","product":"p1","at":"2026-03-01T12:00:00Z"}                | visitor
			{"visitor":1e300,"type":"view","product":"p1","at":"2026-03-01T12:00:00Z"}              | visitor
			{"visitor":true,"type":"view","product":"p1","at":"2026-03-01T12:00:00Z"}               | visitor
			{"visitor":"..","type":"view","product":"p1","at":"2026-03-01T12:00:00Z"}               | visitor
			{"visitor":"a\\u0000","type":"view","product":"p1","at":"2026-03-01T12:00:00Z"}         | visitor
			{"visitor":"a","product":"p1","at":"2026-03-01T12:00:00Z"}                              | type
			{"visitor":"a","type":"VIEW","product":"p1","at":"2026-03-01T12:00:00Z"}                | type
			{"visitor":"a","type":"gaze","product":"p1","at":"2026-03-01T12:00:00Z"}                | type
			{"visitor":"a","type":"view","at":"2026-03-01T12:00:00Z"}                               | product
			{"visitor":"a","type":"view","product":"p\\n1","at":"2026-03-01T12:00:00Z"}             | product
			{"visitor":"a","type":"view","product":"p\\ud8001","at":"2026-03-01T12:00:00Z"}         | product
			{"visitor":"a","type":"view","product":["p1"],"at":"2026-03-01T12:00:00Z"}              | product
			{"visitor":"a","type":"search","product":".","at":"2026-03-01T12:00:00Z"}               | product
			{"visitor":"a","type":"view","product":"p1","query":"pan","at":"2026-03-01T12:00:00Z"}  | query
			{"visitor":"a","type":"search","query":"a\\u0000b","at":"2026-03-01T12:00:00Z"}         | query
			{"visitor":"a","type":"search","query":"a\\ud800","at":"2026-03-01T12:00:00Z"}          | query
			{"visitor":"a","type":"view","product":"p1"}                                            | at
			{"visitor":"a","type":"view","product":"p1","at":"yesterday"}                           | at
			{"visitor":"a","type":"view","product":"p1","at":"2026-03-01T12:00:00"}                 | at
			{"visitor":"a","type":"view","product":"p1","at":1772366400}                            | at
			{"visitor":"a","type":"view","product":"p1","at":"1969-12-31T23:59:59Z"}                | at
			{"visitor":"a","type":"view","product":"p1","at":"2026-03-01T12:05:00.1Z"}              | at
			{"visitor":"a","type":"view","product":"p1","at":"2026-03-01T12:00:00Z","region":"a\\u2028b"} | region
			{"visitor":"a","type":"view","product":"p1","at":"2026-03-01T12:00:00Z","brand":7}      | brand
			{"visitor":"a","type":"view","product":"p1","at":"2026-03-01T12:00:00Z","category":"\\t"} | category
			{"visitor":"a","type":"view"                                                            | -
			"view"                                                                                  | -
			null                                                                                    | -
			[]                                                                                      | -
			""")
	void refusesNamingRowAndField(String row, @Nullable String field) {
		assertThatExceptionOfType(InvalidEventException.class)
			.isThrownBy(() -> this.reader.lines(body(GOOD + "\n\n" + row)).all())
			.satisfies((problem) -> assertNames(problem, 3, field));
		assertThatExceptionOfType(InvalidEventException.class)
			.isThrownBy(() -> this.reader.json(body("[" + GOOD + "," + row + "]")).all())
			.satisfies((problem) -> assertNames(problem, 2, field));
	}

	@Test
	void readsObjectsOneAfterTheOtherLikeAnArray() throws IOException {
		assertThat(this.reader.json(body(GOOD + "\n" + GOOD.replace(",", ",\n") + GOOD)).all())
			.isEqualTo(this.reader.json(body("[" + GOOD + "," + GOOD + "," + GOOD + "]")).all())
			.hasSize(3);
		assertThatExceptionOfType(InvalidEventException.class)
			.isThrownBy(() -> this.reader.json(body(GOOD + "\n{")).all())
			.satisfies((problem) -> assertNames(problem, 2, null));
	}

	@Test
	void passesOverAByteOrderMark() throws IOException {
		assertThat(this.reader.lines(body("\uFEFF" + GOOD)).all()).hasSize(1);
		assertThat(this.reader.json(body("\uFEFF[" + GOOD + "]")).all()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}
			7
			[
			[]]
			[] []
			nonsense
			""")
	void refusesWhatIsNoArray(String body) {
		assertThatExceptionOfType(InvalidEventException.class).isThrownBy(() -> this.reader.json(body(body)).all());
	}

	@Test
	void takesANumberForAnIdAsItIsUsuallyWritten() throws IOException {
		String row = """
				{"visitor":12.0,"type":"view","product":12,"at":"2026-03-01T12:00:00Z"}""";
		assertThat(this.reader.lines(body(row)).all()).extracting(BehaviourEvent::visitor, BehaviourEvent::product)
			.containsExactly(tuple("12", "12"));
	}

	@Test
	void refusesAnIdThatIsTooLongInBytes() throws IOException {
		String row = """
				{"visitor":"?","type":"view","product":"p1","at":"2026-03-01T12:00:00Z"}""";
		assertThat(this.reader.lines(body(row.replace("?", "ö".repeat(128)))).all()).hasSize(1);
		assertThatExceptionOfType(InvalidEventException.class)
			.isThrownBy(() -> this.reader.lines(body(row.replace("?", "ö".repeat(128) + "o"))).all())
			.satisfies((problem) -> assertNames(problem, 1, "visitor"));
	}

	@Test
	void refusesAQueryThatIsTooLong() {
		String row = """
				{"visitor":"a","type":"search","query":"?","at":"2026-03-01T12:00:00Z"}""";
		assertThatExceptionOfType(InvalidEventException.class)
			.isThrownBy(() -> this.reader.lines(body(row.replace("?", "x".repeat(201)))).all())
			.satisfies((problem) -> assertNames(problem, 1, "query"));
	}

	@Test
	void readsWhatElseTheTellerKnew() throws IOException {
		String row = GOOD.replace("}", ",\"region\":\"eu\",\"category\":\"Tea kettles\",\"brand\":\"Halvå\"}");
		assertThat(this.reader.lines(body(row)).all()).extracting(BehaviourEvent::hints)
			.containsExactly(new Hints("eu", "Tea kettles", "Halvå"));
	}

	@Test
	void tellsEveryBadRowAndKeepsTheRestForWhoWantsIt() throws IOException {
		ReadEvents read = this.reader.lines(body("nonsense\n" + GOOD + "\n" + GOOD.replace("view", "gaze")));
		assertThat(read.events()).hasSize(1);
		assertThat(read.bad()).containsExactly(new BadRow(1, null, "must be valid JSON"),
				new BadRow(3, "type", "must be view, basket, purchase or search"));
		assertThatExceptionOfType(InvalidEventException.class).isThrownBy(read::all)
			.satisfies((problem) -> assertThat(problem.getBody().getDetail()).isEqualTo(
					"Row 1: it must be valid JSON, and another row is wrong. Nothing of this request was stored."));
	}

	@Test
	void refusesTooManyRows() {
		String four = String.join("\n", GOOD, GOOD, GOOD, GOOD);
		assertThatExceptionOfType(TooManyEventsException.class).isThrownBy(() -> this.reader.lines(body(four)))
			.withMessageContaining("3 events");
		assertThatExceptionOfType(TooManyEventsException.class)
			.isThrownBy(() -> this.reader.json(body("[" + four.replace("\n", ",") + "]")));
		assertThatExceptionOfType(TooManyEventsException.class)
			.isThrownBy(() -> this.reader.lines(body("x\n".repeat(4))));
	}

	private static void assertNames(InvalidEventException problem, int row, @Nullable String field) {
		Map<String, Object> properties = Objects.requireNonNull(problem.getBody().getProperties());
		assertThat(properties.get("row")).isEqualTo(row);
		assertThat(properties.get("field")).isEqualTo(field);
		assertThat(problem.getBody().getDetail()).startsWith("Row " + row + ": ")
			.contains((field != null) ? field : "");
	}

	private static InputStream body(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
