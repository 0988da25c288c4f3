package dev.clickpath.gateway.health;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An instance's answer to the question whether it is ready, in the form of Spring Boot's
 * health endpoint. What it tells of itself stands in the component {@code instance}.
 *
 * @param components by name; null when the answer tells nothing
 */
record Readiness(@Nullable Map<String, Component> components) {

	static final Readiness SILENT = new Readiness(null);

	private static final Details NONE = new Details(null, null, false);

	/** One of the things the health is made of. */
	record Component(@Nullable Details details) {
	}

	/**
	 * What an instance tells of itself.
	 *
	 * @param name its name
	 * @param zone where it stands
	 * @param leaving whether it is about to stop
	 */
	record Details(@Nullable String name, @Nullable String zone, boolean leaving) {
	}

	/** Reads an answer; one that makes no sense tells nothing. */
	static Readiness parse(JsonMapper json, String body) {
		try {
			Readiness readiness = body.isEmpty() ? null : json.readValue(body, Readiness.class);
			return (readiness != null) ? readiness : SILENT;
		}
		catch (JacksonException ex) {
			return SILENT;
		}
	}

	Details instance() {
		Component instance = (this.components != null) ? this.components.get("instance") : null;
		return (instance != null && instance.details() != null) ? instance.details() : NONE;
	}

}
