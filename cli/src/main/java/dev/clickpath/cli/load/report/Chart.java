package dev.clickpath.cli.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.jsoup.nodes.Entities;

/**
 * Lines over time. The drawing stretches with the page; what is written beside it does
 * not, so it is read at any width.
 *
 * @param title what it shows
 * @param unit of its values, as it stands behind them
 * @param logarithmic whether each step up is ten times as much
 * @param seconds from the left to the right
 */
record Chart(String title, String unit, boolean logarithmic, double seconds, List<Line> lines) {

	private static final double LARGEST = 100;

	private static final int STEPS = 4;

	/**
	 * One of its lines.
	 *
	 * @param style how it is drawn: a class of the stylesheet
	 * @param name what it is
	 * @param points in the order of time
	 */
	record Line(String style, String name, List<Point> points) {
	}

	/**
	 * A value at a time.
	 */
	record Point(double second, double value) {
	}

	String html() {
		double top = top();
		return """
				<figure class="chart"><figcaption>%s</figcaption>
				<div class="plot">%s<svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label="%s">%s%s</svg></div>
				<div class="times"><span>0 s</span><span>%s s</span><span>%s s</span></div></figure>
				"""
			.formatted(Entities.escape(this.title), scale(top), Entities.escape(words()), grid(top),
					this.lines.stream().map((line) -> path(line, top)).collect(Collectors.joining()),
					Amounts.of(this.seconds / 2), Amounts.of(this.seconds));
	}

	/** How its lines are told apart, and those of all others with the same ones. */
	String legend() {
		return this.lines.stream()
			.map((line) -> "<span class=\"%s\"><svg viewBox=\"0 0 24 8\" aria-hidden=\"true\"><path class=\"line %s\" d=\"M0 4H24\"/></svg>%s</span>"
				.formatted(line.style(), line.style(), Entities.escape(line.name())))
			.collect(Collectors.joining(" ", "<p class=\"legend\" aria-hidden=\"true\">", "</p>"));
	}

	/** For who does not see it. */
	private String words() {
		return this.title + ": "
				+ this.lines.stream()
					.filter((line) -> !line.points().isEmpty())
					.map((line) -> "%s from %s to %s%s".formatted(line.name(), Amounts.of(values(line).min().orElse(0)),
							Amounts.of(values(line).max().orElse(0)), this.unit))
					.collect(Collectors.joining("; "));
	}

	private static DoubleStream values(Line line) {
		return line.points().stream().mapToDouble(Point::value);
	}

	private double top() {
		double max = this.lines.stream().flatMapToDouble(Chart::values).max().orElse(1);
		if (this.logarithmic) {
			return Math.pow(10, Math.max(1, Math.ceil(Math.log10(Math.max(max, 1)))));
		}
		double magnitude = Math.pow(10, Math.floor(Math.log10(Math.max(max, 1) / STEPS)));
		double step = DoubleStream.of(1, 2, 2.5, 5, 10)
			.map((factor) -> factor * magnitude)
			.filter((candidate) -> candidate * STEPS >= max)
			.findFirst()
			.orElse(magnitude * 10);
		return step * STEPS;
	}

	private List<Double> ticks(double top) {
		List<Double> ticks = new ArrayList<>();
		if (this.logarithmic) {
			for (double tick = 1; tick <= top; tick *= 10) {
				ticks.add(tick);
			}
		}
		else {
			for (int i = 0; i <= STEPS; i++) {
				ticks.add(top * i / STEPS);
			}
		}
		return ticks;
	}

	/** From 0 at the bottom to 100 at the top. */
	private double height(double value, double top) {
		double share = this.logarithmic ? Math.log10(Math.max(value, 1)) / Math.log10(top) : value / top;
		return Math.clamp(share, 0, 1) * LARGEST;
	}

	private String scale(double top) {
		return ticks(top).stream()
			.map((tick) -> "<span class=\"tick\" style=\"bottom:%s%%\">%s</span>".formatted(plain(height(tick, top)),
					Entities.escape(label(tick))))
			.collect(Collectors.joining("", "<div class=\"scale\" aria-hidden=\"true\">", "</div>"));
	}

	private String label(double tick) {
		if (this.logarithmic && tick >= 1_000) {
			return whole(tick / 1_000) + " s";
		}
		return ((tick == Math.rint(tick)) ? whole(tick) : Amounts.of(tick)) + this.unit;
	}

	private String grid(double top) {
		return ticks(top).stream()
			.map((tick) -> "M0 %sH100".formatted(plain(LARGEST - height(tick, top))))
			.collect(Collectors.joining("", "<path class=\"grid\" d=\"", "\"/>"));
	}

	private String path(Line line, double top) {
		String points = line.points()
			.stream()
			.map((point) -> plain(point.second() / this.seconds * LARGEST) + " "
					+ plain(LARGEST - height(point.value(), top)))
			.collect(Collectors.joining("L"));
		return points.isEmpty() ? "" : "<path class=\"line %s\" d=\"M%s\"/>".formatted(line.style(),
				(line.points().size() == 1) ? points + "h0.5" : points);
	}

	private static String whole(double number) {
		return String.format(Locale.ROOT, "%.0f", number);
	}

	/** As drawings and stylesheets take it, whatever language the machine speaks. */
	static String plain(double number) {
		return String.format(Locale.ROOT, "%.2f", number);
	}

}
