package dev.clickpath.catalog.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.clickpath.catalog.feed.FeedRow.Given;
import dev.clickpath.catalog.feed.FeedRow.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeedReaderTests {

	@Test
	void readsTabSeparatedRowsByTheNamesOnTheFirstLine() throws IOException {
		assertThat(rows("id\ttitle\tprice\n1\tKettle\t12.95 USD\n\n2\tJar\t3 USD\n")).containsExactly(
				new Given(2, Map.of("id", "1", "title", "Kettle", "price", "12.95 USD")),
				new Given(4, Map.of("id", "2", "title", "Jar", "price", "3 USD")));
	}

	@Test
	void readsJsonLines() throws IOException {
		assertThat(rows("""
				{"id":"1","title":"Kettle","price":"12.95 USD","quantity":3,"shipping":[{"country":"DE"}],"brand":null}
				{"id":2,"title":" ","adult":false}
				""")).containsExactly(
				new Given(1, Map.of("id", "1", "title", "Kettle", "price", "12.95 USD", "quantity", "3")),
				new Given(2, Map.of("id", "2", "adult", "false")));
	}

	@Test
	void takesTheFilesOfOtherSystems() throws IOException {
		assertThat(rows("\ufeffID\tTitle\tProduct Type\tPrice\r\n1\tKettle\t\t12.95 USD\r\n2\tJar\tKitchen\t3 USD"))
			.containsExactly(new Given(2, Map.of("id", "1", "title", "Kettle", "price", "12.95 USD")),
					new Given(3, Map.of("id", "2", "title", "Jar", "product_type", "Kitchen", "price", "3 USD")));
	}

	@Test
	void takesFieldsThatAreAllQuoted() throws IOException {
		assertThat(rows("\"id\"\t\"title\"\t\"price\"\n\"1\"\t\"Kettle\"\t\"12.95 USD\"\n"))
			.containsExactly(new Given(2, Map.of("id", "1", "title", "Kettle", "price", "12.95 USD")));
	}

	@Test
	void takesQuotesAwayOnlyWhereTheyStandAroundAField() throws IOException {
		assertThat(titles("\"The \"\"big\"\" one\"", "24\" screen", "\"big\" and \"small\"", "\"", "\"\"\"\""))
			.containsExactly("The \"big\" one", "24\" screen", "\"big\" and \"small\"", "\"", "\"");
	}

	private static List<String> titles(String... written) throws IOException {
		StringBuilder feed = new StringBuilder("id\ttitle\tprice\n");
		for (String title : written) {
			feed.append("1\t").append(title).append("\t1 USD\n");
		}
		return rows(feed.toString()).stream().map((row) -> ((Given) row).fields().get("title")).toList();
	}

	@Test
	void aRowWithMoreOrFewerFieldsIsRefused() throws IOException {
		assertThat(rows("id\ttitle\tprice\n1\tKettle\n1\tKettle\t2 USD\tmore\n")).containsExactly(
				new Refused(2, "it has 2 fields, and the first line names 3"),
				new Refused(3, "it has 4 fields, and the first line names 3"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"1\"", "[]", "{\"id\":\"1\"} x", "{\"id\":{\"deep\":1}}", "{\"id\":1,\"id\":2}",
			"{\"id\":1,\"ID\":2}", "{\"id\":\"\\ud8", "nonsense" })
	void aLineThatIsNoWholeObjectIsRefused(String line) throws IOException {
		List<FeedRow> rows = rows("{\"id\":\"1\"}\n" + line + "\n{\"id\":\"2\"}\n");
		assertThat(rows).hasSize(3);
		assertThat(rows.get(1)).isInstanceOf(Refused.class);
		assertThat(rows.get(2)).isEqualTo(new Given(3, Map.of("id", "2")));
	}

	@Test
	void anObjectInAnObjectInAnObjectIsRefusedBeforeItIsRead() throws IOException {
		String deep = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
		assertThat(rows("{\"id\":\"1\"}\n" + deep.substring(0, 200_000))).element(1)
			.isEqualTo(new Refused(2, "it is not a whole JSON object"));
	}

	@Test
	void aLineThatIsNotUtf8IsRefused() throws IOException {
		ByteArrayOutputStream feed = new ByteArrayOutputStream();
		feed.writeBytes("id\ttitle\tprice\n1\tCaf".getBytes(StandardCharsets.UTF_8));
		feed.write(0xe9);
		feed.writeBytes("\t2 USD\n2\tJar\t3 USD\n".getBytes(StandardCharsets.UTF_8));
		assertThat(rows(new ByteArrayInputStream(feed.toByteArray()))).containsExactly(
				new Refused(2, "the line is not UTF-8"),
				new Given(3, Map.of("id", "2", "title", "Jar", "price", "3 USD")));
	}

	@Test
	void ofJsonLinesTheFirstIsARowLikeAnyOther() throws IOException {
		ByteArrayOutputStream feed = new ByteArrayOutputStream();
		feed.writeBytes("\ufeff {\"id\":\"Caf".getBytes(StandardCharsets.UTF_8));
		feed.write(0xe9);
		feed.writeBytes("\"}\n{\"id\":\"2\"}\n".getBytes(StandardCharsets.UTF_8));
		assertThat(rows(new ByteArrayInputStream(feed.toByteArray())))
			.containsExactly(new Refused(1, "the line is not UTF-8"), new Given(2, Map.of("id", "2")));
		assertThat(rows("{\"id\":\"" + "x".repeat(FeedLines.LONGEST) + "\"}\n{\"id\":\"2\"}\n"))
			.containsExactly(new Refused(1, "the line is longer than 262,144 bytes"), new Given(2, Map.of("id", "2")));
	}

	@Test
	void aFieldThatIsThereTwiceIsRefusedUnlessItMeansNothing() throws IOException {
		assertThat(rows("""
				{"id":"1","title":"Kettle","title":"Jar"}
				{"id":"2","Title":null,"title":"Jar"}
				{"id":"3","x":"1","x":"2"}
				""")).containsExactly(new Refused(1, "title is there twice"), new Refused(2, "title is there twice"),
				new Given(3, Map.of("id", "3", "x", "2")));
	}

	@Test
	void aLineLongerThanAnyIsRefusedWithoutBeingKept() throws IOException {
		String feed = "id\ttitle\tprice\n1\t" + "x".repeat(FeedLines.LONGEST) + "\t2 USD\n2\tJar\t3 USD\n";
		assertThat(rows(feed)).containsExactly(new Refused(2, "the line is longer than 262,144 bytes"),
				new Given(3, Map.of("id", "2", "title", "Jar", "price", "3 USD")));
	}

	@Test
	void aLineWithoutAnEndNeedsNoMoreMemoryThanAnother() throws IOException {
		long[] left = { 512L * 1024 * 1024 };
		InputStream endless = new InputStream() {

			@Override
			public int read() {
				return (left[0]-- > 0) ? 'x' : -1;
			}

			@Override
			public int read(byte[] bytes, int offset, int length) {
				if (left[0] <= 0) {
					return -1;
				}
				left[0] -= length;
				return length;
			}

		};
		FeedLines lines = new FeedLines(endless);
		assertThat(lines.advance()).isTrue();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(lines::text);
		assertThat(lines.advance()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "title\tprice\n", "id;title;price\n", "id\ttitle\tprice\tid\n", "<html>\n", "\u0000\n" })
	void aFirstLineThatNamesNoFieldsIsAProblemOfTheWholeFeed(String feed) {
		assertThatExceptionOfType(InvalidFeedException.class).isThrownBy(() -> rows(feed))
			.withMessageStartingWith("The first line");
	}

	@Test
	void nothingHasNoRows() throws IOException {
		assertThat(rows("")).isEmpty();
		assertThat(rows("\n \n")).isEmpty();
	}

	private static List<FeedRow> rows(String feed) throws IOException {
		return rows(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
	}

	private static List<FeedRow> rows(InputStream feed) throws IOException {
		FeedReader reader = new FeedReader(feed);
		List<FeedRow> rows = new ArrayList<>();
		for (FeedRow row = reader.next(); row != null; row = reader.next()) {
			rows.add(row);
		}
		return rows;
	}

}
