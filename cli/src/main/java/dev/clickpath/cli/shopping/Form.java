package dev.clickpath.cli.shopping;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Connection;
import org.jsoup.nodes.FormElement;

/**
 * A form as a browser would send it: with its hidden fields, and what is chosen in it.
 *
 * @param action where to
 * @param fields what
 */
public record Form(URI action, Map<String, String> fields) {

	public Form {
		fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
	}

	static Form of(FormElement form, URI page) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (Connection.KeyVal field : form.formData()) {
			fields.put(field.key(), field.value());
		}
		return new Form(page.resolve(form.attr("action")), fields);
	}

	/**
	 * The same with a field filled in.
	 */
	public Form with(String name, String value) {
		Map<String, String> filled = new LinkedHashMap<>(this.fields);
		filled.put(name, value);
		return new Form(this.action, filled);
	}

	/**
	 * What a field says; empty when there is none of that name.
	 */
	public String field(String name) {
		return this.fields.getOrDefault(name, "");
	}

	/** As it is sent, in the coding of HTML's forms. */
	public String body() {
		return this.fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
	}

	/** A field in the query of an address. */
	public static String query(String name, String value) {
		return encoded(name) + "=" + encoded(value);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
