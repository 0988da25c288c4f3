package dev.clickpath.edge.encoding;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What codings a client accepts and how gladly (RFC 9110, section 12.5.3).
 *
 * @param weights in thousandths, of the known codings that were named
 * @param others the weight of {@code *}, or null when it was not named
 */
public record AcceptEncoding(Map<ContentCoding, Integer> weights, @Nullable Integer others) {

	/** {@code identity} needs no naming, but whatever was named comes before it. */
	private static final int UNNAMED_IDENTITY = 0;

	private static final int REFUSED = -1;

	private static final int MOST = 1000;

	public AcceptEncoding {
		weights = Map.copyOf(weights);
	}

	/**
	 * Reads the lines of the field. An element that cannot be read is left out.
	 */
	public static AcceptEncoding parse(List<String> lines) {
		Map<ContentCoding, Integer> weights = new EnumMap<>(ContentCoding.class);
		Integer others = null;
		for (String line : lines) {
			for (String element : line.split(",", -1)) {
				String[] parts = element.split(";", -1);
				String name = parts[0].strip().toLowerCase(Locale.ROOT);
				int weight = weight(parts);
				if (weight < 0) {
					continue;
				}
				ContentCoding coding = coding(name);
				if (coding != null) {
					weights.putIfAbsent(coding, weight);
				}
				else if (name.equals("*") && others == null) {
					others = weight;
				}
			}
		}
		return new AcceptEncoding(weights, others);
	}

	/**
	 * The coding the client likes best among these. Where it accepts none, it gets the
	 * plain body all the same, which section 12.5.3 prefers to an error.
	 */
	public ContentCoding choose(Set<ContentCoding> available) {
		ContentCoding best = ContentCoding.IDENTITY;
		int bestWeight = REFUSED;
		for (ContentCoding coding : ContentCoding.values()) {
			int weight = weightOf(coding);
			if (weight > bestWeight && (coding == ContentCoding.IDENTITY || available.contains(coding))) {
				best = coding;
				bestWeight = weight;
			}
		}
		return best;
	}

	/**
	 * Whether the plain body is acceptable.
	 */
	public boolean acceptsIdentity() {
		return weightOf(ContentCoding.IDENTITY) >= 0;
	}

	private int weightOf(ContentCoding coding) {
		Integer named = this.weights.get(coding);
		if (named == null) {
			named = this.others;
			if (coding == ContentCoding.IDENTITY && (named == null || named > 0)) {
				return UNNAMED_IDENTITY;
			}
		}
		return (named == null || named == 0) ? REFUSED : named;
	}

	private static @Nullable ContentCoding coding(String name) {
		for (ContentCoding coding : ContentCoding.values()) {
			if (coding.token().equals(name)) {
				return coding;
			}
		}
		// An old name that is still to be taken for the new one (section 8.4.1.3).
		return name.equals("x-gzip") ? ContentCoding.GZIP : null;
	}

	/** In thousandths (section 12.4.2); negative when it cannot be read. */
	private static int weight(String[] parts) {
		for (int i = 1; i < parts.length; i++) {
			String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
			if (parameter.startsWith("q=")) {
				return thousandths(parameter.substring(2));
			}
		}
		return MOST;
	}

	private static int thousandths(String text) {
		if (!text.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")) {
			return REFUSED;
		}
		return (int) Math.round(Double.parseDouble(text) * MOST);
	}

}
