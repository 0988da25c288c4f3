package dev.clickpath.storefront.customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@ParameterizedTest
	@CsvSource({ "Ada@Example.ORG, ada@example.org", "'  ada@example.org ', ada@example.org",
			"a\u0308da@example.org, \u00e4da@example.org", "\uff41da@example.org, ada@example.org",
			"ada@B\u00dcCHER.example, ada@xn--bcher-kva.example", "ada+x.y@a-b.example, ada+x.y@a-b.example",
			"'o''brien@example.org', o'brien@example.org" })
	void theSameAddressHasOneSpelling(String typed, String key) {
		assertThat(EmailAddress.of(typed)).hasValueSatisfying((address) -> assertThat(address.key()).isEqualTo(key));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ada", "@example.org", "ada@", "ada@example", "ada@.org", "a b@example.org",
			"ada@exa mple.org", "ada@@example.org", ".ada@example.org", "ada.@example.org", "a..b@example.org",
			"ada@-example.org", "ada@example.org\r\nBcc: eva@example.org", "<ada@example.org>", "ada@127.0.0.1",
			"ada\u0000@example.org" })
	void whatCannotBeAnAddressIsNone(String typed) {
		assertThat(EmailAddress.of(typed)).isEmpty();
	}

	@Test
	void anEndlessAddressIsNone() {
		assertThat(EmailAddress.of("a".repeat(65) + "@example.org")).isEmpty();
		assertThat(EmailAddress.of("a@" + "b".repeat(250) + ".org")).isEmpty();
		assertThat(EmailAddress.of("a@" + "b.".repeat(1_000_000) + "org")).isEmpty();
	}

	@Test
	void whatWasTypedIsShownAsItWas() {
		assertThat(EmailAddress.of(" Ada@Example.org").orElseThrow().text()).isEqualTo("Ada@Example.org");
	}

}
