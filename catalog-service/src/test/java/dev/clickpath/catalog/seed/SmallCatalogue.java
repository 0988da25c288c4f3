package dev.clickpath.catalog.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.catalog.product.Product;

/**
 * Three families of three categories: a kettle, a jar and a watering can.
 */
public final class SmallCatalogue {

	private static final List<String> NAMES = List.of("departments.yaml", "colours.yaml", "brands.yaml",
			"families/kitchen.yaml", "families/garden.yaml");

	private SmallCatalogue() {
	}

	static Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		NAMES.forEach((name) -> texts.put(name, text(name)));
		return texts;
	}

	static Catalogue read() {
		return CatalogueReader.read(new CatalogueFiles(texts()));
	}

	public static List<Product> products() {
		return new Assortment(read()).products(0).toList();
	}

	private static String text(String name) {
		try (InputStream file = SmallCatalogue.class.getResourceAsStream("/catalogue-small/" + name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
