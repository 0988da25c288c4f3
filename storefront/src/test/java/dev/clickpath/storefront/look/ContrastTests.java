package dev.clickpath.storefront.look;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether what the stylesheet's tokens colour can be read: WCAG 2.2, success criteria
 * 1.4.3 and 1.4.11.
 */
class ContrastTests {

	private static final double TEXT = 4.5;

	private static final double CONTROL = 3.0;

	private static final Pattern TOKEN = Pattern.compile("--([a-z-]+):\\s*oklch\\(([\\d.]+)% ([\\d.]+) ([\\d.]+)\\)");

	private static final Pattern HUE = Pattern.compile("\\[data-department=\"([a-z-]+)\"] \\{ --hue: (\\d+); }");

	private String stylesheet = "";

	@BeforeEach
	void read() throws IOException {
		this.stylesheet = new String(TemplateTests.read("static/css/shop.css"), StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void textStandsOutFromTheGroundsItIsSetOn(String theme) {
		Map<String, Oklch> tokens = tokens(theme);
		for (String ground : List.of("paper", "sheet")) {
			for (String text : List.of("ink", "muted", "accent", "accent-strong", "saving", "low", "error")) {
				assertContrast(tokens, text, ground, TEXT);
			}
		}
		assertContrast(tokens, "on-accent", "accent", TEXT);
		assertContrast(tokens, "on-accent", "accent-strong", TEXT);
		for (String text : List.of("ink", "muted", "accent")) {
			assertContrast(tokens, text, "accent-soft", TEXT);
		}
		assertContrast(tokens, "ink", "wall", TEXT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void controlsAndTheFocusStandOutFromTheirGrounds(String theme) {
		Map<String, Oklch> tokens = tokens(theme);
		for (String ground : List.of("paper", "sheet")) {
			assertContrast(tokens, "edge", ground, CONTROL);
			assertContrast(tokens, "accent", ground, CONTROL);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void namesCanBeReadOnTheTintOfEveryDepartment(String theme) {
		Map<String, Oklch> tokens = tokens(theme);
		Oklch ink = token(tokens, "ink");
		Oklch button = token(tokens, "accent");
		Matcher hues = HUE.matcher(this.stylesheet);
		int departments = 0;
		while (hues.find()) {
			departments++;
			Oklch tint = new Oklch(number("tint-light", theme) / 100, number("tint-chroma", theme),
					Double.parseDouble(hues.group(2)));
			assertThat(contrast(ink, tint)).as("ink on the tint of %s, %s", hues.group(1), theme)
				.isGreaterThanOrEqualTo(TEXT);
			assertThat(contrast(button, tint)).as("a button on the tint of %s, %s", hues.group(1), theme)
				.isGreaterThanOrEqualTo(CONTROL);
		}
		assertThat(departments).isEqualTo(12);
	}

	private void assertContrast(Map<String, Oklch> tokens, String text, String ground, double least) {
		assertThat(contrast(token(tokens, text), token(tokens, ground))).as("%s on %s", text, ground)
			.isGreaterThanOrEqualTo(least);
	}

	private static Oklch token(Map<String, Oklch> tokens, String name) {
		return Objects.requireNonNull(tokens.get(name), () -> "The stylesheet has no token " + name);
	}

	private Map<String, Oklch> tokens(String theme) {
		Map<String, Oklch> tokens = new HashMap<>();
		Matcher matcher = TOKEN.matcher(part(theme));
		while (matcher.find()) {
			tokens.put(matcher.group(1), new Oklch(Double.parseDouble(matcher.group(2)) / 100,
					Double.parseDouble(matcher.group(3)), Double.parseDouble(matcher.group(4))));
		}
		return tokens;
	}

	private double number(String token, String theme) {
		Matcher matcher = Pattern.compile("--" + token + ":\\s*([\\d.]+)").matcher(part(theme));
		assertThat(matcher.find()).as(token).isTrue();
		return Double.parseDouble(matcher.group(1));
	}

	private String part(String theme) {
		int dark = this.stylesheet.indexOf("@media (prefers-color-scheme: dark)");
		int end = this.stylesheet.indexOf("[data-department]");
		assertThat(dark).isBetween(1, end);
		return theme.equals("light") ? this.stylesheet.substring(0, dark) : this.stylesheet.substring(dark, end);
	}

	private static double contrast(Oklch one, Oklch other) {
		double lighter = Math.max(one.luminance(), other.luminance());
		double darker = Math.min(one.luminance(), other.luminance());
		return (lighter + 0.05) / (darker + 0.05);
	}

	/**
	 * A colour as CSS Color 4, section 9.4 writes it.
	 */
	record Oklch(double lightness, double chroma, double hue) {

		/**
		 * The relative luminance, by way of linear sRGB, what lies outside being clipped
		 * (CSS Color 4, section 18).
		 */
		double luminance() {
			double a = this.chroma * Math.cos(Math.toRadians(this.hue));
			double b = this.chroma * Math.sin(Math.toRadians(this.hue));
			double l = Math.pow(this.lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
			double m = Math.pow(this.lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
			double s = Math.pow(this.lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
			return 0.2126 * clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
					+ 0.7152 * clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
					+ 0.0722 * clip(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
		}

		private static double clip(double value) {
			return Math.clamp(value, 0, 1);
		}

	}

}
