package dev.clickpath.cli.load.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.clickpath.cli.load.accounting.EdgeFigures;
import dev.clickpath.cli.load.accounting.Interval;
import dev.clickpath.cli.load.accounting.Outcome;
import dev.clickpath.cli.load.accounting.PageKind;
import dev.clickpath.cli.load.accounting.Summary;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured, for programs: times in milliseconds.
 */
public final class Json {

	private Json() {
	}

	public static String of(Measured measured) {
		return JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT)
			.build()
			.writeValueAsString(map(measured));
	}

	private static Map<String, Object> map(Measured measured) {
		Outcome outcome = measured.outcome();
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("gateway", measured.gateway());
		map.put("edge", measured.edge());
		map.put("began", measured.began().toString());
		map.put("plannedSeconds", measured.planned().toMillis() / 1e3);
		map.put("seconds", outcome.seconds());
		map.put("users", measured.users());
		map.put("arrivalsPerSecond", measured.rate());
		map.put("thinkSeconds", measured.think().toMillis() / 1e3);
		map.put("seed", measured.seed());
		map.put("visits", outcome.visits());
		map.put("outside", outcome.outside());
		map.put("mostAbout", outcome.mostAbout());
		map.put("again", outcome.again());
		map.put("leftOut", outcome.leftOut());
		map.put("requests", outcome.requests());
		map.put("pages", outcome.pages());
		map.put("failed", outcome.failed());
		Map<String, Long> failures = new LinkedHashMap<>();
		outcome.failures().forEach((failure, count) -> failures.put(failure.name().toLowerCase(Locale.ROOT), count));
		map.put("failures", failures);
		map.put("examples", outcome.examples());
		map.put("latencies", latencies(outcome.latencies()));
		map.put("waited", outcome.waited());
		map.put("instances", outcome.instances());
		map.put("orders", outcome.orders());
		map.put("edgeAnswers", edge(outcome.edge()));
		map.put("intervals", outcome.intervals().stream().map(Json::interval).toList());
		return map;
	}

	private static Map<String, Summary> latencies(Map<PageKind, Summary> latencies) {
		Map<String, Summary> map = new LinkedHashMap<>();
		for (PageKind kind : PageKind.values()) {
			Summary summary = latencies.get(kind);
			if (summary != null) {
				map.put(kind.token(), summary);
			}
		}
		return map;
	}

	private static Map<String, Object> edge(EdgeFigures edge) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("hits", edge.hits());
		map.put("misses", edge.misses());
		map.put("silent", edge.silent());
		if (edge.hits() + edge.misses() > 0) {
			map.put("hitRatio", edge.hitRatio());
		}
		map.put("hitBytes", edge.hitBytes());
		map.put("missBytes", edge.missBytes());
		map.put("unchanged", edge.unchanged());
		map.put("kept", edge.kept());
		return map;
	}

	private static Map<String, Object> interval(Interval interval) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("second", interval.second());
		map.put("requests", interval.requests());
		map.put("failures", interval.failures());
		map.put("latencies", latencies(interval.latencies()));
		return map;
	}

}
