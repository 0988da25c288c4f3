package dev.clickpath.cli.click.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.clickpath.cli.click.timeline.Kind;
import dev.clickpath.cli.click.timeline.ServerTiming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentTests {

	private static final URI PAGE = URI.create("https://localhost:8443/a/b?c=d#e");

	@Test
	void findsWhatAPageCannotDoWithout() {
		assertThat(needs("""
				<link rel="preload" as="font" href="/f.woff2#x" crossorigin>
				<link rel="stylesheet" href="s.css"><script src="//127.0.0.1:1/m.js" type="module"></script>
				<link rel="modulepreload" href="n.js"><link rel="preconnect" crossorigin href="https://localhost:9/">
				<link rel="icon" href="icon.svg"><a href="elsewhere">x</a><img src="p.svg">""")).containsExactly(
				need("https://localhost:8443/f.woff2", Kind.FONT, true, false),
				need("https://localhost:8443/a/s.css", Kind.STYLE, false, false),
				need("https://127.0.0.1:1/m.js", Kind.SCRIPT, true, false),
				need("https://localhost:8443/a/n.js", Kind.SCRIPT, true, false),
				need("https://localhost:9/", Kind.OTHER, true, true),
				need("https://localhost:8443/a/p.svg", Kind.PICTURE, false, false));
	}

	@Test
	void leavesOutWhatAScreenDoesNotShowAtFirst() {
		assertThat(needs("""
				<noscript><link rel=stylesheet href=a.css></noscript><link rel=stylesheet media=print href=b.css>
				<link rel="alternate stylesheet" href=c.css><script nomodule src=d.js></script>
				<img loading=lazy src=e.svg><template><img src=f.svg></template><img src="data:image/gif;base64,x">
				<link rel=stylesheet href="javascript:alert(1)"><img src="ht!tp://"><img src="file:///etc/passwd">"""))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "type=''", "type=text/javascript", "type=' Application/JavaScript '",
			"type=text/javascript1.5", "type=module", "type=text/x-ecmascript" })
	void fetchesScripts(String type) {
		assertThat(needs("<script src=x %s></script>".formatted(type))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/template", "importmap", "speculationrules", "application/ld+json",
			"text/x-handlebars", "'text/javascript; charset=utf-8'", "text/javascript2" })
	void fetchesNothingThatIsNoScript(String type) {
		assertThat(needs("<script src=x type=%s></script>".formatted(type))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "rel=preload as=image imagesrcset='x 1x, y 2x'", "rel=preload as=fetch href=x",
			"rel=preload as=track href=x", "rel=PRELOAD as=Style type='text/css; charset=utf-8' href=x",
			"rel=preload as=font type=font/woff2 href=x", "rel=preload as=image type=image/svg+xml href=x",
			"rel=preload as=script type=text/javascript href=x", "rel=preload as=style media='Only Screen' href=x",
			"rel=stylesheet type=text/css href=x", "rel=stylesheet media='print, screen and (width > 1px)' href=x",
			"rel=stylesheet media='(prefers-color-scheme: dark)' href=x", "rel=stylesheet media='not print' href=x",
			"rel=modulepreload media=all href=x" })
	void fetchesWhatLinksAskFor(String attributes) {
		assertThat(needs("<link %s>".formatted(attributes))).singleElement()
			.satisfies((need) -> assertThat(need.address()).hasPath("/a/x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rel=preload href=x", "rel=preload as=x href=x", "rel=preload as=video href=x",
			"rel=preload as=image", "rel=preload as=script imagesrcset=x", "rel=preload as=image type=image/jxl href=x",
			"rel=preload as=font type=text/plain href=x", "rel=preload as=script type=text/plain href=x",
			"rel=preload as=style media=print href=x", "rel=stylesheet type=text/less href=x",
			"rel=stylesheet media='print, not screen, speech' href=x", "rel=modulepreload media=print href=x",
			"rel=stylesheet" })
	void fetchesNothingThatBrowsersDoNot(String attributes) {
		assertThat(needs("<link %s>".formatted(attributes))).isEmpty();
	}

	@Test
	void takesOnlyTheFirstPicturesAndEachThingOnce() {
		assertThat(needs(
				"<img src=a.svg><img src=a.svg>" + "<img src=b.svg>".repeat(3) + "<img src=c.svg><img src=d.svg>"))
			.extracting((need) -> need.address().getPath())
			.containsExactly("/a/a.svg", "/a/b.svg", "/a/c.svg");
	}

	@Test
	void countsOnlyPicturesThatAreToBeFetched() {
		assertThat(needs("<img src=\"data:image/gif;base64,x\"><img>".repeat(6) + "<img src=a.svg>")).singleElement()
			.isEqualTo(need("https://localhost:8443/a/a.svg", Kind.PICTURE, false, false));
	}

	@Test
	void takesTheFirstOfThePicturesToChooseFrom() {
		assertThat(needs("""
				<img srcset=" , a.svg, b.svg 2x"><img srcset="c,d.svg 100w, e.svg 200w"><img srcset=" ,, ">
				<picture><source media="(width < 1px)" srcset=f.svg><source srcset=g.svg><img src=h.svg></picture>
				<picture><source src=i.svg><img src=j.svg srcset="k.svg 2x"></picture>"""))
			.extracting((need) -> need.address().getPath())
			.containsExactly("/a/a.svg", "/a/c,d.svg", "/a/g.svg", "/a/j.svg");
	}

	@Test
	void readsGarbageAndEndlessNesting() {
		assertThat(needs("<div>".repeat(400_000) + "<link rel=stylesheet href=x.css>")).hasSize(1);
		assertThat(needs("\0<<<%&<link rel=stylesheet href=x.css <<p<b\uFFFD</html><img src=y.svg")).isNotNull();
	}

	@Test
	void readsInTheCharsetThatIsSaid() {
		byte[] page = "<img src=\"é.svg\">".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(Content.read(page, "text/html; charset=ISO-8859-1", PAGE).needs().getFirst().address().getPath())
			.isEqualTo("/a/é.svg");
		assertThat(Content.read(page, "text/html; charset=no such", PAGE).needs()).hasSize(1);
	}

	@Test
	void findsTheBaseOfAddresses() {
		assertThat(needs("<base href=\"/x/y/\"><link rel=stylesheet href=s.css>").getFirst().address().getPath())
			.isEqualTo("/x/y/s.css");
	}

	@Test
	void readsWhatTheEndOfAPageTellsOfItsMaking() {
		assertThat(read("""
				<script type="application/json" id="click-steps">{"hop":"storefront","steps":[
				{"name":"page.shelves","at":3.1,"dur":4.2,"desc":"rows=2"},{"name":"page.foot"}]}</script>""").steps())
			.containsExactly(new ServerTiming("page.shelves", 3.1, 4.2, "rows=2"),
					new ServerTiming("page.foot", null, null, ""));
		assertThat(read("<script type=\"application/json\" id=\"click-steps\">{\"steps\":[{\"at\":-1},7,</script>")
			.steps()).isEmpty();
	}

	private static List<Need> needs(String html) {
		return read(html).needs();
	}

	private static Content read(String html) {
		return Content.read(html.getBytes(StandardCharsets.UTF_8), "text/html;charset=utf-8", PAGE);
	}

	private static Need need(String address, Kind kind, boolean anonymous, boolean connectOnly) {
		return new Need(URI.create(address), kind, anonymous, connectOnly);
	}

}
