package dev.clickpath.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Takes things out of the running edge's cache.
 */
@Command(name = "purge", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Takes things out of the CDN edge's cache; in effect at once.")
final class Purge implements Runnable {

	@ArgGroup(multiplicity = "1")
	@SuppressWarnings("NullAway.Init")
	private What what;

	@Option(names = "--soft", description = "Only call it stale: it may still stand in for a broken origin.")
	private boolean softly;

	/** One of these. */
	static final class What {

		@Option(names = "--url", paramLabel = "URL",
				description = "What is stored under an address, as browsers ask for it.")
		private @Nullable String url;

		@Option(names = "--tag", paramLabel = "TAG", split = ",",
				description = "What carries a tag (Surrogate-Key or Cache-Tag).")
		private @Nullable List<String> tags;

		@Option(names = "--everything", description = "All of it.")
		private boolean everything;

		Map<String, Object> asJson() {
			Map<String, Object> json = new LinkedHashMap<>();
			if (this.url != null) {
				json.put("url", this.url);
			}
			else if (this.tags != null) {
				json.put("tags", this.tags);
			}
			else {
				json.put("everything", this.everything);
			}
			return json;
		}

	}

	@Override
	public void run() {
		Map<String, Object> json = this.what.asJson();
		json.put("soft", this.softly);
		new EdgeCache(Place.current().home()).purge(json);
		System.out.println(this.softly ? "Stale from now on." : "Gone.");
	}

}
