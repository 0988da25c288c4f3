package dev.clickpath.storefront.markup;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Draws pieces of pages, each by a template of its own that knows only the {@code piece}:
 * equal pieces look alike, so each is drawn once. A home page is some fifty cards on six
 * shelves, nearly all of them seen before, and drawing them is most of its work. The
 * addresses in it are the piece's own, so that a piece which names another CDN is another
 * one. Known to the templates as {@code kept}.
 */
@Component
public class KeptMarkup {

	/** In characters, most of which take one byte. */
	private static final long MOST = 6_000_000;

	private final ITemplateEngine templates;

	private final Cache<Piece, String> drawn = Caffeine.newBuilder()
		.maximumWeight(MOST)
		.weigher((Piece piece, String markup) -> markup.length())
		.build();

	KeptMarkup(ITemplateEngine templates) {
		this.templates = templates;
	}

	/**
	 * The markup of a piece, escaped where it must be.
	 * @param template the template's name
	 * @param piece what it shows, a value by which equal pieces are told
	 */
	public String html(String template, Object piece) {
		Piece key = new Piece(template, piece);
		String markup = this.drawn.getIfPresent(key);
		if (markup == null) {
			// Not drawn inside the cache's own lock: a shelf draws cards.
			markup = draw(key);
			this.drawn.put(key, markup);
		}
		return markup;
	}

	/**
	 * The markup of pieces of one kind, one after the other.
	 */
	public String all(String template, List<?> pieces) {
		StringBuilder html = new StringBuilder(pieces.size() * 1_000);
		for (Object piece : pieces) {
			html.append(html(template, piece)).append('\n');
		}
		return html.toString();
	}

	private String draw(Piece piece) {
		return this.templates
			.process(piece.template(), new Context(Locale.ENGLISH, Map.of("piece", piece.value(), "kept", this)))
			.strip();
	}

	private record Piece(String template, Object value) {
	}

}
