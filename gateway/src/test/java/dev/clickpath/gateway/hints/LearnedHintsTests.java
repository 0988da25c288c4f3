package dev.clickpath.gateway.hints;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LearnedHintsTests {

	private static final String STYLE = "<http://cdn/a,b;c.css>; rel=preload; as=style";

	private static final String FONT = "</f.woff2>; as=font; crossorigin; rel=\"preload x\"";

	private final LearnedHints hints = new LearnedHints();

	@Test
	void keepsWhatCanBeDoneEarlyAndNothingElse() {
		this.hints.learn("https", "/", List.of(STYLE + ", <http://cdn>;rel=preconnect , </b>; rel=next",
				FONT + ",</m.js>; REL=modulepreload", "nonsense; rel=preload", "</c>; title=\"rel=preload, x\""));
		assertThat(this.hints.of("https", "/")).containsExactly(STYLE, "<http://cdn>;rel=preconnect", FONT,
				"</m.js>; REL=modulepreload");
	}

	@Test
	void pagesOfAKindNeedTheSame() {
		this.hints.learn("https", "/products/1/kettle", List.of(STYLE));
		assertThat(this.hints.of("https", "/products/2/lamp")).containsExactly(STYLE);
		assertThat(this.hints.of("https", "/")).isEmpty();
	}

	@Test
	void whatAPageNeedsWithoutTlsIsNotWhatItNeedsWithIt() {
		this.hints.learn("http", "/", List.of(STYLE));
		assertThat(this.hints.of("https", "/")).isEmpty();
		this.hints.learn("https", "/", List.of(FONT));
		assertThat(this.hints.of("http", "/")).containsExactly(STYLE);
		assertThat(this.hints.of("https", "/")).containsExactly(FONT);
	}

	@Test
	void theNewestAnswerCountsAlone() {
		this.hints.learn("https", "/a", List.of(STYLE, FONT));
		this.hints.learn("https", "/a", List.of(FONT));
		assertThat(this.hints.of("https", "/a")).containsExactly(FONT);
		this.hints.learn("https", "/a", List.of());
		assertThat(this.hints.of("https", "/a")).isEmpty();
	}

}
