package dev.clickpath.edge.caching;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StructuredFieldsTests {

	/** RFC 9651, section 3.2: a member without a value is true. */
	@Test
	void readsKeysAndValues() {
		assertThat(dictionary("a=1, b, c=?0, *d-_.*9=\"x\"")).containsExactly(Map.entry("a", 1L), Map.entry("b", true),
				Map.entry("c", false), Map.entry("*d-_.*9", "x"));
		assertThat(dictionary("")).isEmpty();
		assertThat(dictionary("  ")).isEmpty();
	}

	/** RFC 9651, section 4.2: lines are one field. */
	@Test
	void readsManyLinesAsOne() {
		assertThat(StructuredFields.dictionary(List.of("a=1", "b=2 , c=3")))
			.isEqualTo(Map.of("a", 1L, "b", 2L, "c", 3L));
		assertThat(StructuredFields.dictionary(List.of("a=\"1", "b\""))).isEqualTo(Map.of("a", "1,b"));
		assertThat(StructuredFields.dictionary(List.of("a=1", ""))).isNull();
	}

	/** RFC 9651, section 4.2.2: the last of the same key counts. */
	@Test
	void takesTheLastOfTheSame() {
		assertThat(dictionary("a=1, b=2, a=3")).isEqualTo(Map.of("a", 3L, "b", 2L));
		assertThat(dictionary("a=1, a")).isEqualTo(Map.of("a", true));
	}

	/** RFC 9651, section 4.2.4. */
	@Test
	void readsNumbers() {
		assertThat(dictionary("a=0, b=-0, c=-42, d=007, e=999999999999999, f=-999999999999999")).isEqualTo(
				Map.of("a", 0L, "b", 0L, "c", -42L, "d", 7L, "e", 999_999_999_999_999L, "f", -999_999_999_999_999L));
		assertThat(dictionary("a=1.5, b=-0.125, c=123456789012.1"))
			.isEqualTo(Map.of("a", 1.5, "b", -0.125, "c", 123_456_789_012.1));
	}

	/** RFC 9651, sections 4.2.5 and 4.2.6. */
	@Test
	void readsStringsAndTokens() {
		assertThat(dictionary("a=\"\", b=\"x \\\" \\\\ y, ~\"")).isEqualTo(Map.of("a", "", "b", "x \" \\ y, ~"));
		assertThat(dictionary("a=x, b=*, c=A!#$%&'*+-.^_`|~:/9")).extractingByKeys("a", "b", "c")
			.extracting(Object::toString)
			.containsExactly("x", "*", "A!#$%&'*+-.^_`|~:/9");
	}

	/** RFC 9651, section 3.3.4 is not 3.3.3: a token is no string. */
	@Test
	void tellsStringsFromTokens() {
		assertThat(dictionary("a=\"x\"").get("a")).isInstanceOf(String.class);
		assertThat(dictionary("a=x").get("a")).isNotInstanceOf(String.class);
	}

	/** RFC 9651, sections 4.2.7, 4.2.9 and 4.2.10. */
	@ParameterizedTest
	@ValueSource(strings = { "a=:YWJj:, b=1", "a=::, b=1", "a=:YWI=:, b=1", "a=@1659578233, b=1", "a=@-1, b=1",
			"a=%\"f%c3%bc%c3%bc\", b=1", "a=%\"\", b=1", "a=(:YQ==: @1 %\"x\"), b=1" })
	void readsOverTheOtherTypes(String text) {
		assertThat(dictionary(text)).containsEntry("b", 1L).containsKey("a");
	}

	/** RFC 9651, section 4.2.1.2. */
	@Test
	void readsInnerLists() {
		assertThat(dictionary("a=(), b=( \"x\"  \"y\" ), c=(1 2.5 ?1);p, d=(\"z\";q=1)"))
			.isEqualTo(Map.of("a", List.of(), "b", List.of("x", "y"), "c", List.of(1L, 2.5, true), "d", List.of("z")));
	}

	/** RFC 9651, section 4.2.3.2. */
	@ParameterizedTest
	@ValueSource(strings = { "a=1;x, b", "a=1;x=2;y=\"z\", b", "a=1; x;  y=?0 , b", "a=1;x;x;x=1,b;y", "a=1;*x=*, b",
			"a=1;x=:YQ==:, b", "a=1\t,\t b" })
	void readsOverParameters(String text) {
		assertThat(dictionary(text)).isEqualTo(Map.of("a", 1L, "b", true));
	}

	/** RFC 9651, section 4.2: one wrong octet, and the whole field is to be ignored. */
	@ParameterizedTest
	@ValueSource(strings = { ",", "a,", "a,,b", ",a", "a b", "a=1 b=2", "A=1", "1=1", "-a=1", "_a=1", "a=1, B", "a= 1",
			"a =1", "a=", "a=,b", "a==1", "a=-", "a=--1", "a=+1", "a=1.", "a=.5", "a=1.2345", "a=1234567890123.1",
			"a=1234567890123456", "a=1e5", "a=1_0", "a=0x1", "a=?", "a=?2", "a=?true", "a=\"", "a=\"x", "a=\"\\x\"",
			"a=\"\\", "a=\"\t\"", "a=\"\u00e9\"", "a=\u00e9", "\u00e9=1", "a='x'", "a=x\"y\"", "a=(", "a=(1", "a=(1,2)",
			"a=(1 2", "a=(1\t2)", "a=(1(2))", "a=(\"x\"\"y\")", "a=)", "a;", "a;X", "a;x=", "a=1;;x", "a=1 ;x",
			"a=1;x=(1)", "a=:YQ==", "a=:Y!:", "a=@", "a=@1.5", "a=@x", "a=%x", "a=%\"%C3\"", "a=%\"%c\"", "a=%\"%ff\"",
			"a=%\"x", "a=\u0661", "\ta", "a\n", "a=[1]", "a={b}" })
	void ignoresWhatIsMalformed(String text) {
		assertThat(StructuredFields.dictionary(List.of(text))).isNull();
	}

	private static Map<String, Object> dictionary(String text) {
		Map<String, Object> members = StructuredFields.dictionary(List.of(text));
		assertThat(members).as(text).isNotNull();
		return (members != null) ? members : Map.of();
	}

}
