package dev.clickpath.catalog.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.clickpath.catalog.problem.InvalidParameterException;

/**
 * In which order reviews are read. Every order ends with the id, so that pages neither
 * repeat nor lose one.
 */
enum Sort {

	NEWEST("written_at desc, id desc"),

	/** Most stars first. */
	HIGHEST("stars desc, written_at desc, id desc"),

	/** Fewest stars first. */
	LOWEST("stars, written_at desc, id desc");

	private final String sql;

	Sort(String sql) {
		this.sql = sql;
	}

	String sql() {
		return this.sql;
	}

	static Sort of(String parameter) {
		for (Sort sort : values()) {
			if (sort.parameter().equals(parameter)) {
				return sort;
			}
		}
		throw new InvalidParameterException("sort",
				"must be one of " + Arrays.stream(values()).map(Sort::parameter).collect(Collectors.joining(", ")));
	}

	private String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

}
