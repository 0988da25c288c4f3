package dev.clickpath.storefront.card;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Draws cards by the template {@code card}, each once: a page has some fifty of them, and
 * equal cards look alike.
 */
@Component
public class CardMarkup {

	private final ITemplateEngine templates;

	private final LoadingCache<Card, String> drawn = Caffeine.newBuilder().maximumSize(20_000).build(this::draw);

	CardMarkup(ITemplateEngine templates) {
		this.templates = templates;
	}

	/**
	 * The markup of the cards one after the other, escaped where it must be.
	 */
	public String html(List<Card> cards) {
		StringBuilder html = new StringBuilder(cards.size() * 1_000);
		for (Card card : cards) {
			html.append(this.drawn.get(card)).append('\n');
		}
		return html.toString();
	}

	private String draw(Card card) {
		return this.templates.process("card", new Context(Locale.ENGLISH, Map.of("card", card))).strip();
	}

}
