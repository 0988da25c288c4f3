package dev.clickpath.cli.click.page;

import java.net.URI;
import java.util.List;

import dev.clickpath.cli.click.timeline.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkFieldTests {

	private static final URI PAGE = URI.create("https://localhost:8443/");

	@Test
	void findsWhatIsToBeLoadedEarly() {
		assertThat(LinkField.needs(PAGE,
				List.of("<https://localhost:8453>; rel=preconnect; crossorigin, </a,b.css>; rel=\"preload\"; as=style",
						"<c.js>;rel=modulepreload, </x>; rel=canonical; title=\"<d>; rel=preload, \"")))
			.containsExactly(new Need(URI.create("https://localhost:8453"), Kind.OTHER, true, true),
					new Need(URI.create("https://localhost:8443/a,b.css"), Kind.STYLE, false, false),
					new Need(URI.create("https://localhost:8443/c.js"), Kind.SCRIPT, true, false));
	}

	@Test
	void readsThemAsInPages() {
		assertThat(LinkField.needs(PAGE,
				List.of("<a>; rel=preload, <b>; rel=preload; as=x, <c>; rel=preload; as=style; media=print",
						"<d>; rel=preload; as=image; type=image/jxl, <e>; rel=stylesheet",
						"<>; rel=preload; as=image; imagesrcset=\"f 1x, g 2x\"; href=h")))
			.containsExactly(new Need(URI.create("https://localhost:8443/f"), Kind.PICTURE, false, false));
	}

	@Test
	void leavesOutWhatIsNone() {
		List<String> lines = List.of("", ",;,", "a; rel=preload", "<a", "<mailto:x@y>; rel=preload",
				"<\u0000>; rel=preload", "<https://localhost:65536/>; rel=preconnect");
		assertThat(LinkField.needs(PAGE, lines)).isEmpty();
		assertThat(LinkField.links(List.of("<a>; rel=preload, <b>; rel=next", "c"))).containsExactly("<a>; rel=preload",
				"<b>; rel=next");
	}

}
