package dev.clickpath.storefront.page;

import java.util.List;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.defaults.timing.ServerTimingHeader;

/**
 * Writes a page's steps where headers are no more to be had: as JSON, in an element that
 * no browser runs or shows.
 */
final class LateSteps {

	private static final int USUAL_SIZE = 2_048;

	private LateSteps() {
	}

	static String markup(List<ServerTiming.Entry> steps) {
		StringBuilder json = new StringBuilder(USUAL_SIZE)
			.append("<script type=\"application/json\" id=\"click-steps\">{\"hop\":\"storefront\",\"steps\":[");
		for (int i = 0; i < steps.size(); i++) {
			ServerTiming.Entry step = steps.get(i);
			json.append((i > 0) ? "," : "").append("{\"name\":");
			appendString(json, step.name());
			if (step.start() >= 0) {
				ServerTimingHeader.appendMillis(json.append(",\"at\":"), step.start());
			}
			if (step.duration() >= 0) {
				ServerTimingHeader.appendMillis(json.append(",\"dur\":"), step.duration());
			}
			if (step.words() != null) {
				appendString(json.append(",\"desc\":"), step.words());
			}
			json.append('}');
		}
		return json.append("]}</script>\n").toString();
	}

	/** Nothing in it can end the element or begin another. */
	private static void appendString(StringBuilder json, String text) {
		json.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&') {
				json.append(c);
			}
			else {
				json.append("\\u");
				for (int shift = 12; shift >= 0; shift -= 4) {
					json.append(Character.forDigit((c >> shift) & 0xf, 16));
				}
			}
		}
		json.append('"');
	}

}
