package dev.clickpath.cli.click.page;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressesTests {

	private static final URI BASE = URI.create("https://localhost:8443/b/c/d;p?q=%C3%A9#f");

	/** Of those of RFC 3986, section 5.4, that a browser reads the same way. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			g, /b/c/g
			./g, /b/c/g
			g/, /b/c/g/
			/g, /g
			?y, /b/c/d;p?y
			g?y, /b/c/g?y
			"#s", /b/c/d;p?q=%C3%A9
			g#s, /b/c/g
			g?y#s, /b/c/g?y
			;x, /b/c/;x
			., /b/c/
			./, /b/c/
			.., /b/
			../, /b/
			../g, /b/g
			../.., /
			../../g, /g
			../../../g, /g
			../../../../g, /g
			/./g, /g
			/../g, /g
			g., /b/c/g.
			..g, /b/c/..g
			./../g, /b/g
			./g/., /b/c/g/
			g/../h, /b/c/h
			g;x=1/../y, /b/c/y
			g?y/../x, /b/c/g?y/../x
			%2e%2E/g, /b/g
			""")
	void areMadeOfReferencesAndTheirBase(String reference, String pathAndQuery) {
		assertThat(Addresses.of(BASE, reference)).hasToString("Optional[https://localhost:8443" + pathAndQuery + "]");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			a|b[1]{2}^`.svg, /b/c/a%7Cb%5B1%5D%7B2%7D%5E%60.svg
			100%.svg, /b/c/100%25.svg
			%4x%zz%41%, /b/c/%254x%25zz%41%25
			" a b.svg ", /b/c/a%20b.svg
			<a>'.svg, /b/c/%3Ca%3E'.svg
			é/e\u0301/\uD83D\uDE00, /b/c/%C3%A9/e%CC%81/%F0%9F%98%80
			a?b|c[d]{e} f%g\\h, /b/c/a?b%7Cc[d]%7Be%7D%20f%25g%5Ch
			a\\b\\..\\c, /b/c/a/c
			a\u0007b, /b/c/a%07b
			""")
	void encodeWhatMayNotStandInThem(String reference, String pathAndQuery) {
		assertThat(Addresses.of(BASE, reference)).hasToString("Optional[https://localhost:8443" + pathAndQuery + "]");
	}

	@Test
	void mayNameASchemeOrAnotherHost() {
		assertThat(Addresses.of(BASE, "HTTP://127.0.0.1:1/a/../b c")).contains(URI.create("http://127.0.0.1:1/b%20c"));
		assertThat(Addresses.of(BASE, "//[::1]:65535/../x?y z")).contains(URI.create("https://[::1]:65535/x?y%20z"));
		assertThat(Addresses.of(BASE, "\\\\127.0.0.1\\a")).contains(URI.create("https://127.0.0.1/a"));
		assertThat(Addresses.of(BASE, "//localhost?y")).contains(URI.create("https://localhost?y"));
		assertThat(Addresses.of(URI.create("http://localhost"), "a\nb")).contains(URI.create("http://localhost/ab"));
		assertThat(Addresses.of(URI.create("http://localhost"), "?a")).contains(URI.create("http://localhost/?a"));
	}

	@Test
	void areMadeOfWhatIsTyped() {
		assertThat(Addresses.of(" HTTPS://localhost:8443/\u00FC?q=\u8336 x#y "))
			.contains(URI.create("https://localhost:8443/%C3%BC?q=%E8%8C%B6%20x"));
		assertThat(Addresses.of("http://user:word@127.0.0.1:9")).contains(URI.create("http://user:word@127.0.0.1:9"));
		assertThat(List.of("", "/", "localhost/", "localhost:8443/", "//localhost/", "http:/x"))
			.allSatisfy((typed) -> assertThat(Addresses.of(typed)).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u0000", "mailto:x@y", "ht!tp://x", "1:2", "http:", "http://", "https:///x",
			"http://a b/", "http://[::1/", "//x|y/", "http://localhost:65536/", "//localhost:99999999999/",
			"file:///etc/passwd", "data:image/gif;base64,x", "javascript:alert(1)" })
	void areNotMadeOfEverything(String reference) {
		assertThat(Addresses.of(BASE, reference)).isEmpty();
	}

}
