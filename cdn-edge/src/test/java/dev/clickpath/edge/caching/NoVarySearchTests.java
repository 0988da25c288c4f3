package dev.clickpath.edge.caching;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NoVarySearchTests {

	private static final CacheKey ASKED = new CacheKey("http", "shop", "/a?c=3&utm=x&b=2&b=1");

	/** What is left of the query that matters. */
	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			params=("utm");                           /a?c=3&b=2&b=1
			params=("utm" "x");                       /a?c=3&b=2&b=1
			params=("b");                             /a?c=3&utm=x
			params=("B");                             /a?c=3&utm=x&b=2&b=1
			params;                                   /a
			params=?1;                                /a
			params, except=("c");                     /a?c=3
			params, except=("c" "b");                 /a?c=3&b=2&b=1
			params, except=();                        /a
			except=("c"), params;                     /a?c=3
			key-order;                                /a?b=2&b=1&c=3&utm=x
			key-order=?1, params=("utm");             /a?b=2&b=1&c=3
			key-order=?0, params=("utm");             /a?c=3&b=2&b=1
			`params=("utm");x=1`;                     /a?c=3&b=2&b=1
			""")
	void leavesOutWhatMakesNoDifference(String field, String target) {
		KeyRules rules = new KeyRules(false, List.of());
		assertThat(rules.learn(ASKED, response(field)).target()).isEqualTo(target);
		assertThat(rules.keyOf(ASKED).target()).isEqualTo(target);
	}

	/** All parameters count where the field cannot be read, or says what it must not. */
	@ParameterizedTest
	@ValueSource(strings = { "", "params=?0", "key-order=?0", "params=()", "params=\"utm\"", "params=utm",
			"params=(utm)", "params=(\"utm\" b)", "params=1", "params=(1)", "key-order=1", "key-order=(\"utm\")",
			"key-order=\"x\", params", "except=(\"c\")", "params=(\"utm\"), except=(\"c\")",
			"params=?0, except=(\"c\")", "params, except", "params, except=?1", "params, except=\"c\"",
			"params, except=(c)", "params, except=1", "params,", "PARAMS", "params=(\"utm\"", "!" })
	void promisesNothingItDoesNotUnderstand(String field) {
		KeyRules rules = new KeyRules(false, List.of());
		assertThat(rules.learn(ASKED, response(field))).isEqualTo(ASKED);
		assertThat(rules.keyOf(ASKED)).isEqualTo(ASKED);
	}

	/** Names are compared as forms write them. */
	@ParameterizedTest(name = "{0} is called {1}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			a=1;             a
			a;               a
			a=;              a
			=1;              ``
			``;              ``
			a=b=c;           a
			a%62=1;          ab
			a+b=1;           a b
			a%20b;           a b
			a%2Bb;           a+b
			%C3%BC=1;        \u00fc
			%zz=1;           %zz
			%=1;             %
			a%3D=1;          a=
			""")
	void readsTheNameOfAParameter(String parameter, String name) {
		assertThat(NoVarySearch.nameOf(parameter)).isEqualTo(name);
	}

	@Test
	void anEncodedNameIsTheSameName() {
		KeyRules rules = new KeyRules(false, List.of());
		CacheKey plain = ASKED.withTarget("/a?utm=1&x=2");
		rules.learn(plain, response("params=(\"utm\")"));
		assertThat(rules.keyOf(ASKED.withTarget("/a?%75tm=9&x=2"))).isEqualTo(rules.keyOf(plain));
	}

	private static FieldList response(String field) {
		return FieldList.of("No-Vary-Search", field);
	}

}
