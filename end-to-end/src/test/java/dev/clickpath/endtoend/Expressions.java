package dev.clickpath.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All expressions in Prometheus's language that are checked in: those of the dashboards
 * and of the rules.
 *
 * @param all by where they stand
 * @param recorded the names that rules give to what they work out
 */
record Expressions(Map<String, String> all, Set<String> recorded) {

	static final Path FOLDER = CommandLine.CHECKOUT.resolve("deploy").resolve("observability");

	private static final Pattern VARIABLE = Pattern.compile("label_values\\((.*), *(\\w+)\\)");

	static Expressions checkedIn() {
		Expressions expressions = new Expressions(new LinkedHashMap<>(), new HashSet<>());
		dashboards().forEach(expressions::addDashboard);
		expressions.addRules(FOLDER.resolve("prometheus").resolve("rules.yml"));
		return expressions;
	}

	/** By their files' names. */
	static Map<String, JsonNode> dashboards() {
		Map<String, JsonNode> dashboards = new LinkedHashMap<>();
		try (Stream<Path> files = Files.list(FOLDER.resolve("grafana").resolve("dashboards")).sorted()) {
			for (Path file : files.toList()) {
				dashboards.put(file.getFileName().toString(), JsonMapper.shared().readTree(Files.readString(file)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return dashboards;
	}

	private void addDashboard(String file, JsonNode dashboard) {
		for (JsonNode panel : dashboard.get("panels")) {
			for (JsonNode target : panel.path("targets")) {
				this.all.put(file + ", " + panel.get("title").asString() + " (" + panel.get("id").asInt() + "), "
						+ target.get("refId").asString(), target.get("expr").asString());
			}
		}
		for (JsonNode variable : dashboard.get("templating").get("list")) {
			Matcher values = VARIABLE.matcher(variable.get("query").get("query").asString());
			if (!values.matches()) {
				throw new IllegalStateException(file + " has a variable of another kind: " + variable);
			}
			this.all.put(file + ", $" + variable.get("name").asString(),
					"count by (" + values.group(2) + ") (" + values.group(1) + ")");
		}
	}

	private void addRules(Path file) {
		try {
			Map<String, List<Map<String, Object>>> rules = new Yaml().load(Files.readString(file));
			for (Map<String, Object> group : Objects.requireNonNull(rules.get("groups"))) {
				for (Object each : (List<?>) Objects.requireNonNull(group.get("rules"))) {
					Map<?, ?> rule = (Map<?, ?>) each;
					String name = String.valueOf((rule.get("record") != null) ? rule.get("record") : rule.get("alert"));
					this.all.put(file.getFileName() + ", " + name, String.valueOf(rule.get("expr")));
					if (rule.get("record") != null) {
						this.recorded.add(name);
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
