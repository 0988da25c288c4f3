package dev.clickpath.cli.shopping;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageTests {

	private static final Page PAGE = Page.of(200, URI.create("http://shop.example/checkout?step=1"),
			"""
					<title>Checkout</title><main><h1>Pay</h1>
					<form action="/search"><input name="q"></form>
					<form method="post" action="/checkout"><input type="hidden" name="key" value="k-1">
					<input type="hidden" name="_csrf" value="a&amp;b"><input name="name" value="Möwe &amp; Co">
					<select name="country"><option value="DE">Germany<option value="FR" selected>France</select>
					<input type="radio" name="delivery" value="fast"><input type="radio" name="delivery" value="slow" checked>
					<input type="checkbox" name="gift"><input name="off" value="x" disabled><button>Buy</button></form></main>""",
			Duration.ofMillis(7));

	@Test
	void hasItsFormsAsABrowserWouldSendThem() {
		Form form = PAGE.form("/checkout").orElseThrow();
		assertThat(form.action()).hasToString("http://shop.example/checkout");
		assertThat(form.body()).isEqualTo("key=k-1&_csrf=a%26b&name=M%C3%B6we+%26+Co&country=FR&delivery=slow");
		assertThat(PAGE.form("/basket")).isEmpty();
	}

	@Test
	void hasFormsThatCanBeFilledIn() {
		Form form = PAGE.form("/checkout").orElseThrow();
		Form filled = form.with("name", "A").with("card", "9999");
		assertThat(filled.body()).isEqualTo("key=k-1&_csrf=a%26b&name=A&country=FR&delivery=slow&card=9999");
		assertThat(form.field("name")).isEqualTo("Möwe & Co");
		assertThat(form.field("nothing")).isEmpty();
	}

	@Test
	void saysInShortWhatItSays() {
		assertThat(PAGE.gist()).isEqualTo("/checkout was answered 200: Pay GermanyFrance Buy");
	}

}
