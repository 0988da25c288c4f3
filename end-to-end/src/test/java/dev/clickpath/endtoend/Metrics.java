package dev.clickpath.endtoend;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all processes of the shop tell Prometheus at one moment.
 */
final class Metrics {

	/** By the jobs' names in Prometheus's configuration: their usual management ports. */
	static final Map<String, List<Integer>> PORTS = Map.of("gateway", List.of(9080), "cdn-edge", List.of(9090),
			"storefront", List.of(9111, 9112), "catalog-service", List.of(9101), "recommendation-service",
			List.of(9102), "dns", List.of(9053));

	/** Told by Prometheus itself. */
	private static final Set<String> ITS_OWN = Set.of("up");

	private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

	private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)$");

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

	private final Map<String, List<Sample>> samples = new HashMap<>();

	private final Map<String, String> texts = new LinkedHashMap<>();

	/**
	 * One value.
	 *
	 * @param labels those of the scrape included
	 */
	record Sample(Map<String, String> labels, double value) {
	}

	private Metrics() {
	}

	static Metrics of(Shop shop) {
		Metrics metrics = new Metrics();
		PORTS.forEach((job, ports) -> ports.forEach((port) -> {
			String instance = "127.0.0.1:" + (port + Shop.PORT_OFFSET);
			HttpResponse<String> told = shop.send(
					HttpRequest.newBuilder(URI.create("http://" + instance + "/actuator/prometheus")),
					HttpResponse.BodyHandlers.ofString());
			if (told.statusCode() != 200) {
				throw new IllegalStateException(job + " answered " + told.statusCode() + ": " + told.body());
			}
			metrics.add(job, instance, told.body());
		}));
		return metrics;
	}

	private void add(String job, String instance, String text) {
		this.texts.put(job + " at " + instance, text);
		Matcher line = SAMPLE.matcher(text);
		while (line.find()) {
			Map<String, String> labels = new HashMap<>(Map.of("job", job, "instance", instance));
			if (line.group(2) != null) {
				LABEL.matcher(line.group(2)).results().forEach((label) -> labels.put(label.group(1), label.group(2)));
			}
			this.samples.computeIfAbsent(line.group(1), (name) -> new ArrayList<>())
				.add(new Sample(labels, Double.parseDouble(line.group(3).replace("+Inf", "Infinity"))));
		}
	}

	/** What each process has told, by its job and address. */
	Map<String, String> texts() {
		return this.texts;
	}

	/** The sum of a metric's samples that have these labels, names and values in turn. */
	double sum(String metric, String... labels) {
		return this.samples.getOrDefault(metric, List.of()).stream().filter((sample) -> {
			boolean all = true;
			for (int i = 0; i < labels.length; i += 2) {
				all &= labels[i + 1].equals(sample.labels().get(labels[i]));
			}
			return all;
		}).mapToDouble(Sample::value).sum();
	}

	/**
	 * What an expression names and nobody tells. Values that a pattern picks may not have
	 * come about yet, so there the label has to be; one that is named has to be as well.
	 * @param recorded the names that rules give to what they work out
	 */
	List<String> missing(Query query, Set<String> recorded) {
		List<String> missing = new ArrayList<>();
		for (Query.Selector selector : query.selectors()) {
			if (!ITS_OWN.contains(selector.metric()) && !recorded.contains(selector.metric())) {
				missing.addAll(missing(selector, query.grouping()));
			}
		}
		return missing;
	}

	private List<String> missing(Query.Selector selector, Set<String> grouping) {
		List<Sample> there = this.samples.getOrDefault(selector.metric(), List.of());
		if (there.isEmpty()) {
			return List.of(selector.metric());
		}
		List<String> missing = new ArrayList<>();
		List<Sample> left = there;
		for (Query.Label label : selector.labels()) {
			boolean variable = label.value().contains("$");
			boolean wanted = label.operator().equals("=") || label.name().equals("job");
			List<Sample> having = left.stream()
				.filter((sample) -> sample.labels().containsKey(label.name()))
				.filter((sample) -> variable || !wanted || label.picks(sample.labels().getOrDefault(label.name(), "")))
				.toList();
			if (having.isEmpty()) {
				missing
					.add("%s{%s%s\"%s\"}".formatted(selector.metric(), label.name(), label.operator(), label.value()));
			}
			left = having.isEmpty() ? left : having;
		}
		for (String label : grouping) {
			if (!OF_THE_SCRAPE.contains(label) && left.stream().noneMatch((one) -> one.labels().containsKey(label))) {
				missing.add("%s by %s".formatted(selector.metric(), label));
			}
		}
		return missing;
	}

}
