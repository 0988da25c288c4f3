package dev.clickpath.cli.click.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.click.timeline.FieldValue;

/**
 * What {@code Link} (RFC 8288) asks a browser to do early.
 */
public final class LinkField {

	private LinkField() {
	}

	/**
	 * What is to be loaded or connected to; links of other relations say nothing about
	 * that.
	 */
	public static List<Need> needs(URI base, List<String> lines) {
		List<Need> needs = new ArrayList<>();
		for (String link : links(lines)) {
			List<String> parts = FieldValue.split(link, ';');
			String address = parts.getFirst();
			if (address.endsWith(">")) {
				Map<String, String> parameters = FieldValue.parameters(parts.subList(1, parts.size()));
				parameters.put("href", address.substring(1, address.length() - 1));
				needs.addAll(Links.early(base, parameters));
			}
		}
		return needs;
	}

	/** The links one by one, whatever they are for. */
	public static List<String> links(List<String> lines) {
		return lines.stream()
			.flatMap((line) -> FieldValue.split(line, ',').stream())
			.filter((link) -> link.startsWith("<"))
			.toList();
	}

}
