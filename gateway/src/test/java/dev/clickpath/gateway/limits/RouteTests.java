package dev.clickpath.gateway.limits;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RouteTests {

	@ParameterizedTest(name = "{0} {1} -> {2}")
	@CsvSource({ "GET, /search, SEARCH", "GET, /search/suggestions, SEARCH", "GET, /searching, PAGE",
			"POST, /sign-in, SIGN_IN", "GET, /sign-in, PAGE", "POST, /register, SIGN_IN", "GET, /, PAGE" })
	void someThingsAreLimitedApart(String method, String path, Route route) {
		assertThat(Route.of(method, path)).isEqualTo(route);
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "GET, /%73earch, SEARCH", "GET, /sea%72ch/%73uggestions, SEARCH", "POST, /sign%2Din, SIGN_IN",
			"POST, /sign%2din, SIGN_IN", "POST, /sign-in;a=b, SIGN_IN", "POST, /%73ign-in;%3B%41, SIGN_IN",
			"GET, /search;a/suggestions;b, SEARCH", "POST, /%72%65%67ister, SIGN_IN" })
	void anotherSpellingOfAPathIsTheSamePath(String method, String path, Route route) {
		assertThat(Route.of(method, path)).isEqualTo(route);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "/%2573earch", "/%2Fsearch", "/x;/search", "/%3Bsearch", "/%E4search" })
	void whatIsAnotherPathToAStorefrontIsAnotherPath(String path) {
		assertThat(Route.of("GET", path)).isEqualTo(Route.PAGE);
	}

}
