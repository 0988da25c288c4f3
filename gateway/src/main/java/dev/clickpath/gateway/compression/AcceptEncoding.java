package dev.clickpath.gateway.compression;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a client accepts, and how gladly (RFC 9110, section 12.5.3).
 */
final class AcceptEncoding {

	private static final int UNNAMED = -1;

	private AcceptEncoding() {
	}

	/**
	 * The coding that the client likes best.
	 * @param lines of the field
	 * @return null when it likes the plain body best, or says nothing
	 */
	static @Nullable Coding choose(List<String> lines, Set<Coding> available) {
		Coding best = null;
		int bestWeight = plainWeight(lines);
		for (Coding coding : Coding.values()) {
			int weight = weight(lines, coding.token());
			weight = (weight == UNNAMED) ? weight(lines, "*") : weight;
			// Of equals, the first; but any coding comes before the plain body.
			boolean better = weight > bestWeight || (best == null && weight == bestWeight);
			if (weight > 0 && better && available.contains(coding)) {
				best = coding;
				bestWeight = weight;
			}
		}
		return best;
	}

	/** The plain body is acceptable without being named, but not wished for. */
	private static int plainWeight(List<String> lines) {
		return Math.max(weight(lines, "identity"), 0);
	}

	/** In thousandths; the first that names it counts. */
	private static int weight(List<String> lines, String name) {
		for (String line : lines) {
			int start = 0;
			while (start < line.length()) {
				int comma = line.indexOf(',', start);
				int end = (comma < 0) ? line.length() : comma;
				int semicolon = line.indexOf(';', start);
				int nameEnd = (semicolon < 0 || semicolon > end) ? end : semicolon;
				if (line.substring(start, nameEnd).strip().equalsIgnoreCase(name)) {
					return (nameEnd == end) ? 1000 : quality(line.substring(nameEnd + 1, end));
				}
				start = end + 1;
			}
		}
		return UNNAMED;
	}

	/** RFC 9110, section 12.4.2; what cannot be read accepts nothing. */
	private static int quality(String parameter) {
		String text = parameter.strip();
		if (text.length() < 3 || text.length() > 7 || !text.regionMatches(true, 0, "q=", 0, 2)) {
			return 0;
		}
		try {
			double quality = Double.parseDouble(text.substring(2));
			return (quality >= 0 && quality <= 1) ? (int) Math.round(quality * 1000) : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
