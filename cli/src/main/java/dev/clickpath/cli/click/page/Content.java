package dev.clickpath.cli.click.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.clickpath.cli.click.timeline.Kind;
import dev.clickpath.cli.click.timeline.ServerTiming;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.QueryParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page as a browser reads it for the first time.
 *
 * @param needs what it cannot do without: preloads, stylesheets, scripts and the first
 * pictures
 * @param steps what its end tells of how it was made
 */
public record Content(List<Need> needs, List<ServerTiming> steps) {

	/** Those further down are not seen at first. */
	private static final int MOST_PICTURES = 6;

	private static final int MOST_STEPS = 200;

	private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\";,\\s]+)");

	private static final Evaluator NAMING = QueryParser.parse("link[rel], script[src], img");

	/** Not for a browser that runs scripts, or not yet. */
	private static final Evaluator UNSEEN = QueryParser
		.parse("noscript, template, [loading=lazy], script[nomodule], link[rel~=(?i)\\balternate\\b]");

	private static final String STEPS = "script#click-steps[type=application/json]";

	/** What is no page needs nothing. */
	public static Content none() {
		return new Content(List.of(), List.of());
	}

	/**
	 * Reads HTML, however broken it is.
	 * @param contentType says in which charset it is; without it, the page does
	 * @param address where it came from
	 */
	public static Content read(byte[] html, @Nullable String contentType, URI address) {
		Document document = parse(new ByteArrayInputStream(html), charset(contentType), address);
		return new Content(needs(document, address), steps(document));
	}

	private static Document parse(InputStream html, @Nullable String charset, URI address) {
		try {
			return Jsoup.parse(html, charset, address.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Memory can be read", ex);
		}
	}

	private static @Nullable String charset(@Nullable String contentType) {
		Matcher named = CHARSET.matcher((contentType != null) ? contentType : "");
		try {
			return (named.find() && Charset.isSupported(named.group(1))) ? named.group(1) : null;
		}
		catch (IllegalCharsetNameException ex) {
			return null;
		}
	}

	/**
	 * What a page cannot do without.
	 */
	public static List<Need> needs(Document document, URI address) {
		URI base = Addresses.of(address, document.baseUri()).orElse(address);
		Map<URI, Need> needs = new LinkedHashMap<>();
		int pictures = 0;
		for (Element element : naming(document)) {
			boolean picture = element.normalName().equals("img");
			if (!picture || pictures < MOST_PICTURES) {
				List<Need> more = needs(element, base);
				pictures += picture ? more.size() : 0;
				more.forEach((need) -> needs.putIfAbsent(need.address(), need));
			}
		}
		return List.copyOf(needs.values());
	}

	/** Goes down and never up again, so that deep nesting takes no longer. */
	private static List<Element> naming(Document document) {
		List<Element> naming = new ArrayList<>();
		document.filter((node, depth) -> {
			if (!(node instanceof Element element)) {
				return NodeFilter.FilterResult.CONTINUE;
			}
			if (UNSEEN.matches(document, element)) {
				return NodeFilter.FilterResult.SKIP_ENTIRELY;
			}
			if (NAMING.matches(document, element)) {
				naming.add(element);
			}
			return NodeFilter.FilterResult.CONTINUE;
		});
		return naming;
	}

	private static List<Need> needs(Element element, URI base) {
		Map<String, String> attributes = new HashMap<>();
		element.attributes().forEach((attribute) -> attributes.put(attribute.getKey(), attribute.getValue()));
		boolean anonymous = Links.isAnonymous(attributes);
		String type = element.attr("type");
		return switch (element.normalName()) {
			case "script" -> Kinds.isScript(type)
					? need(base, element.attr("src"), Kind.SCRIPT, anonymous || Kinds.isModule(type)) : List.of();
			case "img" -> need(base, source(element), Kind.PICTURE, anonymous);
			default ->
				Stream.concat(Links.style(base, attributes).stream(), Links.early(base, attributes).stream()).toList();
		};
	}

	private static List<Need> need(URI base, String reference, Kind kind, boolean anonymous) {
		return Addresses.of(base, reference)
			.map((address) -> new Need(address, kind, anonymous, false))
			.stream()
			.toList();
	}

	/**
	 * Where the picture is that a browser would choose of what is for any screen; the
	 * first where it has the choice.
	 */
	private static String source(Element picture) {
		Element parent = picture.parent();
		Element source = (parent != null && parent.normalName().equals("picture"))
				? parent.selectFirst("> source[srcset]:not([media])") : null;
		if (source != null) {
			return Srcset.first(source.attr("srcset"));
		}
		return picture.hasAttr("src") ? picture.attr("src") : Srcset.first(picture.attr("srcset"));
	}

	private static List<ServerTiming> steps(Document document) {
		Element script = document.selectFirst(STEPS);
		if (script == null) {
			return List.of();
		}
		try {
			return JsonMapper.shared()
				.readTree(script.data())
				.path("steps")
				.valueStream()
				.limit(MOST_STEPS)
				.map(Content::step)
				.toList();
		}
		catch (JacksonException ex) {
			return List.of();
		}
	}

	private static ServerTiming step(JsonNode step) {
		return new ServerTiming(step.path("name").asString("?"), number(step, "at"), number(step, "dur"),
				step.path("desc").asString(""));
	}

	private static @Nullable Double number(JsonNode step, String name) {
		JsonNode number = step.path(name);
		return (number.isNumber() && number.doubleValue() >= 0) ? Double.valueOf(number.doubleValue()) : null;
	}

}
