package dev.clickpath.cli.click.browsing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

import dev.clickpath.cli.click.network.Origin;
import dev.clickpath.cli.click.network.Request;
import dev.clickpath.cli.click.page.Need;
import dev.clickpath.cli.click.timeline.Kind;

/**
 * The fields a browser sends. The gateway sends early hints only to whoever goes to a
 * page and says so ({@code Sec-Fetch-Mode}).
 */
public final class Requests {

	private static final Map<Kind, String> ACCEPT = Map.of(Kind.STYLE, "text/css,*/*;q=0.1", Kind.PICTURE,
			"image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8");

	private static final Map<Kind, String> DESTINATION = Map.of(Kind.STYLE, "style", Kind.SCRIPT, "script", Kind.FONT,
			"font", Kind.PICTURE, "image");

	private Requests() {
	}

	/**
	 * What is sent with the question for a page, by name.
	 */
	public static SequencedMap<String, String> pageFields() {
		SequencedMap<String, String> fields = usual();
		fields.put("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
		fields.put("sec-fetch-dest", "document");
		fields.put("sec-fetch-mode", "navigate");
		fields.put("sec-fetch-site", "none");
		fields.put("sec-fetch-user", "?1");
		fields.put("upgrade-insecure-requests", "1");
		return fields;
	}

	static Request page(URI address) {
		return new Request(address, pageFields());
	}

	static Request resource(Need need, URI page) {
		Origin from = Origin.of(page);
		boolean same = from.equals(Origin.of(need.address()));
		SequencedMap<String, String> fields = usual();
		fields.put("accept", ACCEPT.getOrDefault(need.kind(), "*/*"));
		fields.put("sec-fetch-dest", DESTINATION.getOrDefault(need.kind(), "empty"));
		fields.put("sec-fetch-mode", need.anonymous() ? "cors" : "no-cors");
		fields.put("sec-fetch-site", same ? "same-origin" : "same-site");
		fields.put("referer", from + "/");
		if (need.anonymous() && !same) {
			fields.put("origin", from.toString());
		}
		return new Request(need.address(), fields);
	}

	private static SequencedMap<String, String> usual() {
		SequencedMap<String, String> fields = new LinkedHashMap<>();
		fields.put("user-agent", "clickpath-click/1");
		fields.put("accept-encoding", Unpacking.ACCEPTED);
		fields.put("accept-language", "en");
		return fields;
	}

}
