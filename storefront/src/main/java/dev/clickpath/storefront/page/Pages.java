package dev.clickpath.storefront.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.assets.Assets;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.csrf.FormTokens;
import dev.clickpath.storefront.instance.InstanceProperties;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.markup.KeptMarkup;
import dev.clickpath.storefront.markup.TemplateContexts;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.visit.Visit;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

/**
 * Puts the frame around a page's own content and has it written by its template.
 */
@Component
public class Pages {

	private static final String SHOP = "Clickpath";

	private final ITemplateEngine templates;

	private final Catalogue catalogue;

	private final Assets assets;

	private final Media media;

	private final KeptMarkup kept;

	private final PageHeaders headers;

	private final FormTokens formTokens;

	private final PageFacts.Place place;

	private final Deliveries deliveries = new Deliveries();

	Pages(ITemplateEngine templates, Catalogue catalogue, Assets assets, Media media, KeptMarkup kept,
			PageHeaders headers, FormTokens formTokens, InstanceProperties properties) {
		this.templates = templates;
		this.catalogue = catalogue;
		this.assets = assets;
		this.media = media;
		this.kept = kept;
		this.headers = headers;
		this.formTokens = formTokens;
		this.place = new PageFacts.Place(properties.instance(), properties.zone());
	}

	/**
	 * A page ready to be written.
	 * @param template the template's name
	 * @param frame what the page says of itself
	 * @param page its content, known to the template as {@code page}
	 */
	public View page(String template, Frame frame, Object page, Visit visit, Assembly assembly) {
		Chrome chrome = chrome(frame, visit, assembly);
		KeptMarkup.Kept kept = this.kept.in(visit.language());
		ServerTiming timing = ServerTiming.current();
		PageParts parts = new PageParts(timing, kept.drawings());
		PageFacts facts = new PageFacts(this.place, timing, parts, assembly.start(), visit.words());
		Context context = TemplateContexts.of(visit.language().locale(), Map.of("chrome", chrome, "page", page, "facts",
				facts, "cdn", new CdnFiles(this.assets, this.media, visit.cdn()), "kept", kept));
		// 128 random bits.
		String nonce = visit.seed().text("nonce", 16);
		context.setVariable("nonce", nonce);
		context.setVariable("csrf", this.formTokens.token(visit.browser(), visit.seed()));
		context.setVariable("customer", visit.customer());
		if (visit.customer() == null) {
			context.setVariable("signIn", Query.of("/sign-in").with("return", visit.here()).href());
		}
		String art = (frame.art() != null) ? this.media.art(frame.art(), visit.cdn()) : null;
		return new PageView(this.templates, template, context, this.headers, new PageView.Head(visit, nonce, art),
				assembly, facts);
	}

	private Chrome chrome(Frame frame, Visit visit, Assembly assembly) {
		String title = frame.title().isEmpty() ? SHOP : frame.title() + " · " + SHOP;
		return new Chrome(visit.language().tag(), title, frame.description(), frame.canonical(),
				frame.indexed() ? alternates(frame.canonical()) : "", visit.here(), frame.searchText(),
				visit.basketCount(), this.deliveries.of(visit),
				menu(frame, assembly.await(this.catalogue.departments(), List.of()), visit.words()), frame.indexed());
	}

	/**
	 * The same page in every language, and in the reader's own for those who speak none
	 * of them.
	 */
	private static String alternates(String canonical) {
		String page = HtmlUtils.htmlEscape(canonical);
		String to = page + ((canonical.indexOf('?') < 0) ? "?lang=" : "&amp;lang=");
		StringBuilder links = new StringBuilder(600);
		for (Language language : Language.values()) {
			alternate(links, language.tag(), to + language.tag());
		}
		alternate(links, "x-default", page);
		return links.toString();
	}

	private static void alternate(StringBuilder links, String language, String href) {
		links.append("<link rel=\"alternate\" hreflang=\"")
			.append(language)
			.append("\" href=\"")
			.append(href)
			.append("\">\n");
	}

	private static List<Chrome.MenuEntry> menu(Frame frame, List<Department> departments, Words words) {
		List<Chrome.MenuEntry> menu = new ArrayList<>(departments.size());
		for (Department department : departments) {
			menu.add(new Chrome.MenuEntry(department.slug(),
					ShelfNames.department(department.slug(), department.name(), words),
					"/departments/" + department.slug(), department.slug().equals(frame.department())));
		}
		return menu;
	}

}
