package dev.clickpath.storefront.markup;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.storefront.language.Bundles;
import dev.clickpath.storefront.language.Language;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;

import org.springframework.stereotype.Component;

/**
 * Draws pieces of pages, each by a template of its own that knows only the {@code piece}:
 * equal pieces look alike, so each is drawn once. A home page is some fifty cards on six
 * shelves, nearly all of them seen before, and drawing them is most of its work. The
 * addresses in it are the piece's own, so that a piece which names another CDN is another
 * one; what the template says is in the language it is drawn in.
 */
@Component
public class KeptMarkup {

	/** In bytes, those of the pieces about as many as those of their markup. */
	private static final long MOST = 10_000_000;

	private final ITemplateEngine templates;

	private final Cache<Piece, String> drawn = Caffeine.newBuilder()
		.maximumWeight(MOST)
		.weigher((Piece piece, String markup) -> 2 * bytes(markup))
		.recordStats()
		.build();

	/** The language of products' own words for a page in another one. */
	private final Map<Language, String> foreign = new EnumMap<>(Language.class);

	KeptMarkup(ITemplateEngine templates, Bundles bundles, MeterRegistry meters) {
		CaffeineCacheMetrics.monitor(meters, this.drawn, "markup");
		this.templates = templates;
		for (Language language : Language.values()) {
			String catalogueLanguage = bundles.of(language).catalogueLanguage();
			if (catalogueLanguage != null) {
				this.foreign.put(language, catalogueLanguage);
			}
		}
	}

	/**
	 * What is drawn in a language, for one page.
	 */
	public Kept in(Language language) {
		return new Kept(language, this.foreign.get(language));
	}

	/** The JVM gives each character two bytes as soon as one of them needs it. */
	private static int bytes(String markup) {
		return markup.chars().allMatch((character) -> character < 256) ? markup.length() : 2 * markup.length();
	}

	/**
	 * The pieces of one page in its language. Known to the templates as {@code kept}.
	 */
	public final class Kept {

		private final Language language;

		private final @Nullable String catalogueLanguage;

		private final Drawings drawings = new Drawings();

		private Kept(Language language, @Nullable String catalogueLanguage) {
			this.language = language;
			this.catalogueLanguage = catalogueLanguage;
		}

		/** The BCP 47 tag of the page's language. */
		public String language() {
			return this.language.tag();
		}

		/**
		 * The language of products' own words, or null when the page speaks it too.
		 */
		public @Nullable String foreign() {
			return this.catalogueLanguage;
		}

		/**
		 * The markup of a piece, escaped where it must be.
		 * @param template the template's name
		 * @param piece what it shows, a value by which equal pieces are told
		 */
		public String html(String template, Object piece) {
			Piece key = new Piece(template, this.language, piece);
			String markup = KeptMarkup.this.drawn.getIfPresent(key);
			if (markup == null) {
				// Not drawn inside the cache's own lock: a shelf draws cards.
				markup = draw(key);
				KeptMarkup.this.drawn.put(key, markup);
			}
			else {
				this.drawings.kept();
			}
			return markup;
		}

		/** How much of the page was there already. */
		public Drawings drawings() {
			return this.drawings;
		}

		/**
		 * The markup of a piece that shows nothing but the template's own words.
		 */
		public String html(String template) {
			return html(template, "");
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
			this.drawings.begin();
			try {
				return KeptMarkup.this.templates
					.process(piece.template(),
							TemplateContexts.of(this.language.locale(), Map.of("piece", piece.value(), "kept", this)))
					.strip();
			}
			finally {
				this.drawings.end();
			}
		}

	}

	private record Piece(String template, Language language, Object value) {
	}

}
