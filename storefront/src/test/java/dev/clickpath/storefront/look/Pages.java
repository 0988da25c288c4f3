package dev.clickpath.storefront.look;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.clickpath.storefront.card.Card;
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

	Pages() {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		templates.setTemplateMode(TemplateMode.HTML);
		templates.setCharacterEncoding("UTF-8");
		this.engine.setTemplateResolver(templates);
	}

	String render(String name, SamplePages.Page page) {
		Context context = new Context();
		context.setVariables(Map.of("chrome", SamplePages.chrome(name), "page", page.page(), "facts",
				SamplePages.facts(), "assets", new Assets(), "media", new Media(), "cards", new Cards(this)));
		return this.engine.process(page.template(), context);
	}

	String card(Card card) {
		Context context = new Context();
		context.setVariable("card", card);
		return this.engine.process("card", context);
	}

	public record Assets() {

		public String url(String path) {
			return "/assets/" + path;
		}

	}

	public record Media() {

		public String art(String name) {
			return "/media/art/" + name + ".0a1b2c3d.svg";
		}

	}

	public record Cards(Pages pages) {

		public String html(List<Card> cards) {
			return cards.stream().map(this.pages::card).collect(Collectors.joining(" "));
		}

	}

}
