package dev.clickpath.catalog.seed;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML in which every scalar is text: {@code No}, {@code 42} and {@code 0.8 l} are
 * labels like any other, quoted or not.
 */
final class YamlFile {

	private YamlFile() {
	}

	/**
	 * The entries of a file that is a list of maps.
	 */
	static List<Section> list(String name, String text) {
		if (parse(name, text) instanceof List<?> entries) {
			return Section.all(name, entries);
		}
		throw new CatalogueException(name + " must be a YAML list.");
	}

	/**
	 * A file that is one map.
	 */
	static Section map(String name, String text) {
		if (parse(name, text) instanceof Map<?, ?> map) {
			return new Section(name, map);
		}
		throw new CatalogueException(name + " must be a YAML map.");
	}

	private static @Nullable Object parse(String name, String text) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		DumperOptions unused = new DumperOptions();
		Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new TextOnly());
		try {
			return yaml.load(text);
		}
		catch (YAMLException ex) {
			throw new CatalogueException(name + " is not well-formed YAML: " + ex.getMessage(), ex);
		}
	}

	private static final class TextOnly extends Resolver {

		@Override
		protected void addImplicitResolvers() {
			// A scalar is what it says.
		}

	}

}
