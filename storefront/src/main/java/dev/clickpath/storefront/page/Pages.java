package dev.clickpath.storefront.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.assets.Assets;
import dev.clickpath.storefront.instance.InstanceProperties;
import dev.clickpath.storefront.markup.KeptMarkup;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.visit.Region;
import dev.clickpath.storefront.visit.Visit;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContextWrapper;

import org.springframework.expression.EvaluationContext;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/**
 * Puts the frame around a page's own content and has it written by its template.
 */
@Component
public class Pages {

	private static final String SHOP = "Clickpath";

	/**
	 * Shared by all pages, since it remembers how each property is read; looking that up
	 * took a third of a page's time.
	 */
	private static final EvaluationContext EVALUATION = new StandardEvaluationContext();

	private final ITemplateEngine templates;

	private final Catalogue catalogue;

	private final Assets assets;

	private final Media media;

	private final KeptMarkup kept;

	private final PageHeaders headers;

	private final InstanceProperties properties;

	Pages(ITemplateEngine templates, Catalogue catalogue, Assets assets, Media media, KeptMarkup kept,
			PageHeaders headers, InstanceProperties properties) {
		this.templates = templates;
		this.catalogue = catalogue;
		this.assets = assets;
		this.media = media;
		this.kept = kept;
		this.headers = headers;
		this.properties = properties;
	}

	/**
	 * A page ready to be written.
	 * @param template the template's name
	 * @param frame what the page says of itself
	 * @param page its content, known to the template as {@code page}
	 */
	public View page(String template, Frame frame, Object page, Visit visit, Assembly assembly) {
		Chrome chrome = chrome(frame, visit, assembly);
		PageFacts facts = new PageFacts(this.properties.instance(), this.properties.zone(), ServerTiming.current(),
				assembly.start());
		Context context = new Context(visit.language().locale(), Map.of("chrome", chrome, "page", page, "facts", facts,
				"cdn", new CdnFiles(this.assets, this.media, visit.cdn()), "kept", this.kept));
		context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContextWrapper(EVALUATION));
		return new PageView(this.templates, template, context, this.headers, visit.cdn(), assembly);
	}

	private Chrome chrome(Frame frame, Visit visit, Assembly assembly) {
		String title = frame.title().isEmpty() ? SHOP : frame.title() + " · " + SHOP;
		return new Chrome(title, frame.description(), frame.canonical(), visit.here(), frame.searchText(),
				visit.basketCount(), choice(visit.region(), visit), regions(visit),
				menu(frame, assembly.await(this.catalogue.departments(), List.of())), frame.indexed());
	}

	private static List<Chrome.MenuEntry> menu(Frame frame, List<Department> departments) {
		List<Chrome.MenuEntry> menu = new ArrayList<>(departments.size());
		for (Department department : departments) {
			menu.add(new Chrome.MenuEntry(department.slug(), department.name(), "/departments/" + department.slug(),
					department.slug().equals(frame.department())));
		}
		return menu;
	}

	private static List<Chrome.RegionChoice> regions(Visit visit) {
		List<Chrome.RegionChoice> choices = new ArrayList<>();
		for (Region region : Region.values()) {
			choices.add(choice(region, visit));
		}
		return choices;
	}

	private static Chrome.RegionChoice choice(Region region, Visit visit) {
		return new Chrome.RegionChoice(region.slug(), visit.words().of(region.words()), region == visit.region());
	}

}
