package dev.clickpath.storefront.language;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * The words as templates ask for them, by <code>#{key}</code>, in the language of the
 * page.
 */
public final class TemplateWords implements MessageSource {

	private final Bundles bundles;

	public TemplateWords(Bundles bundles) {
		this.bundles = bundles;
	}

	@Override
	public String getMessage(String key, Object @Nullable [] arguments, @Nullable Locale locale) {
		Words words = this.bundles.of(locale);
		return (arguments == null || arguments.length == 0) ? words.of(key) : words.of(key, arguments);
	}

	@Override
	public String getMessage(String key, Object @Nullable [] arguments, @Nullable String other,
			@Nullable Locale locale) {
		return getMessage(key, arguments, locale);
	}

	@Override
	public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
		// No template asks so.
		throw new NoSuchMessageException(Objects.toString(resolvable.getDefaultMessage(), ""));
	}

}
