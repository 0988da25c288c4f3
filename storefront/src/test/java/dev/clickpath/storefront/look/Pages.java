package dev.clickpath.storefront.look;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.clickpath.storefront.card.Card;
import dev.clickpath.storefront.language.Bundles;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.TemplateWords;
import dev.clickpath.storefront.testing.Visits;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Renders the shop's templates outside the shop, with plain addresses for what the CDN
 * serves.
 */
final class Pages {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	private final Language language;

	Pages(Language language) {
		this.language = language;
		this.engine.setTemplateEngineMessageSource(new TemplateWords(new Bundles(true)));
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		templates.setTemplateMode(TemplateMode.HTML);
		templates.setCharacterEncoding("UTF-8");
		this.engine.setTemplateResolver(templates);
	}

	String render(String name, SamplePages.Page page) {
		Context context = new Context(this.language.locale());
		context.setVariables(Map.of("chrome", SamplePages.chrome(name, this.language), "page", page.page(), "facts",
				SamplePages.facts(this.language), "cdn", new Cdn(), "kept", new Kept(this)));
		context.setVariables(Map.of("nonce", "bm9uY2U", "csrf", "dG9rZW4", "signIn", "/sign-in?return=%2F"));
		return this.engine.process(page.template(), context);
	}

	String card(Card card) {
		return piece("card", card);
	}

	private String piece(String template, Object piece) {
		Context context = new Context(this.language.locale());
		context.setVariables(Map.of("piece", piece, "kept", new Kept(this)));
		return this.engine.process(template, context).strip();
	}

	public record Cdn() {

		public String asset(String path) {
			return "/assets/" + path;
		}

		public String art(String name) {
			return "/media/art/" + name + ".0a1b2c3d.svg";
		}

	}

	public record Kept(Pages pages) {

		public String language() {
			return this.pages.language.tag();
		}

		public @Nullable String foreign() {
			return Visits.words(this.pages.language).catalogueLanguage();
		}

		public String html(String template) {
			return html(template, "");
		}

		public String html(String template, Object piece) {
			return this.pages.piece(template, piece);
		}

		public String all(String template, List<?> pieces) {
			return pieces.stream().map((piece) -> html(template, piece)).collect(Collectors.joining(" "));
		}

	}

}
