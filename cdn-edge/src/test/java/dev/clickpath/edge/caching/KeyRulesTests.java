package dev.clickpath.edge.caching;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyRulesTests {

	private static final CacheKey KEY = new CacheKey("http", "shop", "/a?b=1&utm_source=x");

	private static final FieldList PROMISE = FieldList.of("No-Vary-Search", "params=(\"utm_source\")");

	@ParameterizedTest(name = "{0} -> {1}, sorted {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			/a;                                 /a;               /a
			/a?;                                /a?;              /a?
			/a?b=1;                             /a?b=1;           /a?b=1
			/a?utm_source=x;                    /a;               /a
			/a?utm_=x&utm=y;                    /a?utm=y;         /a?utm=y
			/a?c=1&fbclid=2&b=3;                /a?c=1&b=3;       /a?b=3&c=1
			/a?fbclid;                          /a;               /a
			/a?fbclid2=1;                       /a?fbclid2=1;     /a?fbclid2=1
			/a?FBCLID=1;                        /a?FBCLID=1;      /a?FBCLID=1
			/a?b=2&b=1&a=3;                     /a?b=2&b=1&a=3;   /a?a=3&b=2&b=1
			/a?b=fbclid=1;                      /a?b=fbclid=1;    /a?b=fbclid=1
			/a?%66bclid=1&b=1;                  /a?b=1;           /a?b=1
			/a?b=1?fbclid=2;                    /a?b=1?fbclid=2;  /a?b=1?fbclid=2
			/utm_source=x;                      /utm_source=x;    /utm_source=x
			""")
	void leavesOutWhatTheOperatorSaysMakesNoDifference(String target, String kept, String sorted) {
		List<String> ignored = List.of("utm_*", "fbclid");
		assertThat(new KeyRules(false, ignored).normalised(KEY.withTarget(target)).target()).isEqualTo(kept);
		assertThat(new KeyRules(true, ignored).normalised(KEY.withTarget(target)).target()).isEqualTo(sorted);
		assertThat(new KeyRules(false, List.of()).normalised(KEY.withTarget(target)).target()).isEqualTo(target);
	}

	/** RFC 9110, section 4.2.3: paths are compared with care for their case. */
	@Test
	void touchesNothingButTheQuery() {
		KeyRules rules = new KeyRules(true, List.of("utm_*"));
		assertThat(rules.normalised(new CacheKey("https", "shop:81", "/A/../%2e;x//?B=1")))
			.isEqualTo(new CacheKey("https", "shop:81", "/A/../%2e;x//?B=1"));
	}

	@Test
	void aPromiseHoldsForItsPathOnly() {
		KeyRules rules = new KeyRules(false, List.of());
		assertThat(rules.learn(KEY, PROMISE).target()).isEqualTo("/a?b=1");
		assertThat(rules.keyOf(KEY.withTarget("/a?utm_source=y&b=1")).target()).isEqualTo("/a?b=1");
		assertThat(rules.keyOf(KEY.withTarget("/b?b=1&utm_source=x")).target()).isEqualTo("/b?b=1&utm_source=x");
		assertThat(rules.keyOf(new CacheKey("http", "other", KEY.target())).target()).isEqualTo(KEY.target());
		assertThat(rules.keyOf(new CacheKey("https", "shop", KEY.target())).target()).isEqualTo(KEY.target());
	}

	@Test
	void aPromiseHoldsUntilItIsTakenBack() {
		KeyRules rules = new KeyRules(false, List.of());
		rules.learn(KEY, PROMISE);
		assertThat(rules.learn(KEY, FieldList.of())).isEqualTo(KEY);
		assertThat(rules.keyOf(KEY)).isEqualTo(KEY);
		assertThat(rules.promised(KEY)).isNull();
	}

	@Test
	void aNewPromiseTakesThePlaceOfTheOld() {
		KeyRules rules = new KeyRules(false, List.of());
		rules.learn(KEY, PROMISE);
		assertThat(rules.learn(KEY, FieldList.of("No-Vary-Search", "params")).target()).isEqualTo("/a");
		assertThat(rules.keyOf(KEY).target()).isEqualTo("/a");
	}

	@Test
	void remembersNoMorePromisesThanItCanHold() {
		KeyRules rules = new KeyRules(false, List.of());
		for (int i = 0; i < 25_000; i++) {
			rules.learn(KEY.withTarget("/" + i + "?utm_source=x"), PROMISE);
		}
		long remembered = IntStream.range(0, 25_000)
			.filter((i) -> rules.promised(KEY.withTarget("/" + i)) != null)
			.count();
		assertThat(remembered).isBetween(1L, 10_000L);
		assertThat(rules.keyOf(KEY.withTarget("/24999?utm_source=y")).target()).isEqualTo("/24999");
	}

}
