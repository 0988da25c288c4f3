package dev.clickpath.storefront.markup;

import java.util.List;

import dev.clickpath.storefront.language.Bundles;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.TemplateWords;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

class KeptMarkupTests {

	private static final String TEXT = "<p th:text=\"${piece}\"></p>";

	private final KeptMarkup markup = new KeptMarkup(templates(), new Bundles(true), new SimpleMeterRegistry());

	@Test
	void equalPiecesAreDrawnOnceInEachLanguage() {
		String words = "<p th:text=\"#{page.basket}\"></p>";
		String german = this.markup.in(Language.DE).html(words, "one");
		assertThat(german).isEqualTo("<p>Warenkorb</p>");
		assertThat(this.markup.in(Language.DE).html(words, "o" + "ne")).isSameAs(german);
		assertThat(this.markup.in(Language.FR).html(words, "one")).isEqualTo("<p>Panier</p>");
	}

	@Test
	void whatIsNotLatinStaysReadable() {
		assertThat(this.markup.in(Language.DE).html(TEXT, "5\u00a0€ für 😀")).isEqualTo("<p>5\u00a0€ für 😀</p>");
	}

	@Test
	void whatAPieceSaysIsTextWhateverItIs() {
		assertThat(this.markup.in(Language.EN).all(TEXT, List.of("<b>", "&#8364;")))
			.isEqualTo("<p>&lt;b&gt;</p>\n<p>&amp;#8364;</p>\n");
	}

	private static SpringTemplateEngine templates() {
		SpringTemplateEngine templates = new SpringTemplateEngine();
		templates.setTemplateResolver(new StringTemplateResolver());
		templates.setTemplateEngineMessageSource(new TemplateWords(new Bundles(true)));
		return templates;
	}

}
