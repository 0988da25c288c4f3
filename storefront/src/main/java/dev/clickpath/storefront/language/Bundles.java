package dev.clickpath.storefront.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of all languages, read once from {@code words/<feature>.<tag>.properties}.
 * What a language lacks is said in English; what nobody can say is an error where tests
 * run, and elsewhere a word in the log.
 */
public final class Bundles {

	private static final Logger logger = LoggerFactory.getLogger(Bundles.class);

	private final Map<Language, Words> words = new EnumMap<>(Language.class);

	private final Set<String> missed = ConcurrentHashMap.newKeySet();

	/**
	 * Reads them, for a catalogue in English.
	 * @param strict whether a word that is missing is an error
	 */
	public Bundles(boolean strict) {
		this(Language.USUAL.tag(), strict);
	}

	/**
	 * Reads them.
	 * @param catalogueLanguage the tag of the language in which products are described
	 * @param strict whether a word that is missing is an error
	 */
	Bundles(String catalogueLanguage, boolean strict) {
		Words.Unsaid unsaid = strict ? Bundles::fail : this::report;
		Map<String, Message> english = Map.copyOf(read(Language.USUAL));
		for (Language language : Language.values()) {
			Map<String, Message> messages = new HashMap<>(english);
			messages.putAll(read(language));
			this.words.put(language, new Words(language, Map.copyOf(messages), english,
					language.tag().equals(catalogueLanguage) ? null : catalogueLanguage, unsaid));
		}
	}

	/**
	 * What the shop says in a language.
	 */
	public Words of(Language language) {
		return Objects.requireNonNull(this.words.get(language));
	}

	Words of(@Nullable Locale locale) {
		return of(Language.of(locale));
	}

	private static Map<String, Message> read(Language language) {
		Map<String, Message> messages = new HashMap<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:words/*." + language.tag() + ".properties")) {
				Properties texts = new Properties();
				try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
					texts.load(reader);
				}
				for (String key : texts.stringPropertyNames()) {
					if (messages.put(key, Message.of(texts.getProperty(key))) != null) {
						throw new IllegalStateException("The words \"" + key + "\" are in " + file.getFilename()
								+ " and in another file too; take one out");
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The words cannot be read", ex);
		}
		return messages;
	}

	private static String fail(Language language, String key) {
		throw new IllegalArgumentException("There are no words \"" + key + "\" in " + language
				+ ", or they take arguments; mend the name or add them to a file in words/");
	}

	private String report(Language language, String key) {
		if (this.missed.size() < 100 && this.missed.add(key)) {
			logger.warn("There are no words \"{}\" in {}", key, language);
		}
		return key;
	}

}
