package dev.clickpath.cli.bench.edge;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What can be measured by itself.
 */
enum Part {

	HITS, TLS, MISSES, COLLAPSE, CAPACITY;

	/** As it is typed. */
	static final class Converter implements ITypeConverter<Part> {

		@Override
		public Part convert(String value) {
			return Arrays.stream(values())
				.filter((part) -> part.toString().equals(value))
				.findFirst()
				.orElseThrow(() -> new TypeConversionException("there are %s, but no %s"
					.formatted(Arrays.stream(values()).map(Part::toString).collect(Collectors.joining(", ")), value)));
		}

	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
