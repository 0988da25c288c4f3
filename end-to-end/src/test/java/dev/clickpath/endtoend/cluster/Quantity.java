package dev.clickpath.endtoend.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts of memory, as Kubernetes and the JVM write them.
 */
final class Quantity {

	private static final Pattern FORM = Pattern.compile("(\\d+)(Ki|Mi|Gi|m|g)");

	private Quantity() {
	}

	static long bytes(String quantity) {
		Matcher matcher = FORM.matcher(quantity);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("\"" + quantity + "\" should be like 64Mi or, for a heap, 64m");
		}
		int shift = switch (matcher.group(2)) {
			case "Ki" -> 10;
			case "Mi", "m" -> 20;
			default -> 30;
		};
		return Long.parseLong(matcher.group(1)) << shift;
	}

}
