package dev.clickpath.cli.click.browsing;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.cli.click.network.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CookiesTests {

	private final Cookies cookies = new Cookies();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://localhost:8080/     | a=1                                  | https://localhost:8443/x
			http://localhost:8080      | a=1                                  | http://localhost:8080
			http://127.0.0.1/          | a=1; Max-Age=60; HttpOnly            | http://127.0.0.1:81/
			http://[::1]/              | a=1; Secure; SameSite=Lax            | http://[::1]/
			http://shop.localhost/     | a=1; Secure                          | http://shop.localhost/
			http://localhost/          | a=1; Path=/basket                    | http://localhost/basket
			http://localhost/          | a=1; path=/basket/                   | http://localhost/basket/x?y
			http://localhost/x/y       | a=1                                  | http://localhost/x/z/
			http://localhost/x/y       | a=1; Path=elsewhere                  | http://localhost/x/
			https://www.clickpath.test | a=1; Domain=.ClickPath.test; Secure  | https://cdn.clickpath.test/
			https://www.clickpath.test | a=1; Domain=www.clickpath.test       | https://www.clickpath.test/
			http://localhost/          | a=1; Domain=localhost                | http://localhost/
			http://localhost/          | a=1; Expires=Thu, 01-Jan-1970 00:00:00 GMT; Max-Age=1 | http://localhost/
			http://localhost/          | a = 1 ; Expires=one day              | http://localhost/
			""")
	void goWhereTheyAreFor(URI from, String line, URI to) {
		this.cookies.keep(from, List.of(line));
		assertThat(sent(to)).isEqualTo("a=1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://localhost/          | a=1                       | http://127.0.0.1/
			http://localhost/          | a=1                       | http://shop.localhost/
			http://localhost/          | a=1; Path=/basket         | http://localhost/baskets
			http://localhost/          | a=1; Path=/basket/        | http://localhost/basket
			http://localhost/x/y       | a=1                       | http://localhost/xx/y
			http://shop.localhost/     | a=1; Domain=localhost     | http://localhost/
			http://127.0.0.1/          | a=1; Domain=0.0.1         | http://127.0.0.1/
			http://www.clickpath.test/ | a=1; Domain=example.test  | http://www.clickpath.test/
			http://www.clickpath.test/ | a=1; Domain=test          | http://www.clickpath.test/
			http://www.clickpath.test/ | a=1; Secure               | https://www.clickpath.test/
			https://www.clickpath.test | a=1; Secure               | http://www.clickpath.test/
			http://localhost/          | a=1; Max-Age=0            | http://localhost/
			http://localhost/          | a=1; Max-Age=-1           | http://localhost/
			http://localhost/          | a=1; Expires=Thu, 01-Jan-1970 00:00:00 GMT | http://localhost/
			http://localhost/          | a                         | http://localhost/
			http://localhost/          | =1                        | http://localhost/
			""")
	void goNowhereElse(URI from, String line, URI to) {
		this.cookies.keep(from, List.of(line));
		assertThat(sent(to)).isEmpty();
	}

	@Test
	void areReplacedAndForgottenAndComeInOrder() {
		URI page = URI.create("http://localhost/x/y");
		this.cookies.keep(page, List.of("a=1; Path=/", "b=2", "c=\"3\"; Path=/", "a=4; Path=/"));
		assertThat(sent(page)).isEqualTo("b=2; c=\"3\"; a=4");
		this.cookies.keep(page, List.of("a=; Path=/; Max-Age=0", "b=5", "d=\u0001; Path=/"));
		assertThat(sent(page)).isEqualTo("b=5; c=\"3\"");
		this.cookies.keep(page, IntStream.range(0, 1_000).mapToObj((i) -> "n" + i + "=" + "x".repeat(i * 10)).toList());
		assertThat(sent(page).split("; ", -1)).hasSize(50);
	}

	private String sent(URI to) {
		return this.cookies.addTo(new Request(to, Requests.pageFields())).fields().getOrDefault("cookie", "");
	}

}
