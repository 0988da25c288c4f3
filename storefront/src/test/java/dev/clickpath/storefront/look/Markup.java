package dev.clickpath.storefront.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page, in their order.
 */
record Markup(List<Element> elements) {

	static Markup of(String html) {
		List<Element> elements = new ArrayList<>();
		try {
			new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(html,
					new AbstractSimpleMarkupHandler() {
						@Override
						public void handleOpenElement(String name, @Nullable Map<String, String> attributes, int line,
								int column) {
							elements.add(new Element(name, (attributes != null) ? attributes : Map.of()));
						}

						@Override
						public void handleStandaloneElement(String name, @Nullable Map<String, String> attributes,
								boolean minimised, int line, int column) {
							handleOpenElement(name, attributes, line, column);
						}
					});
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException("The page is not well formed", ex);
		}
		return new Markup(elements);
	}

	Stream<Element> named(String... names) {
		return this.elements.stream().filter((element) -> List.of(names).contains(element.name()));
	}

	record Element(String name, Map<String, String> attributes) {
	}

}
