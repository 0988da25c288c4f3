package dev.clickpath.cli.load;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Lengths of time as people write them: {@code 500ms}, {@code 60s}, {@code 5m}.
 */
final class Span implements ITypeConverter<Duration> {

	private static final Pattern LENGTH = Pattern.compile("(\\d{1,7})(ms|s|m|h)?");

	@Override
	public Duration convert(String text) {
		Matcher length = LENGTH.matcher(text.strip());
		if (!length.matches()) {
			throw new TypeConversionException("'%s' is no length of time like 60s or 5m".formatted(text));
		}
		long number = Long.parseLong(length.group(1));
		return switch (length.group(2)) {
			case "ms" -> Duration.ofMillis(number);
			case "m" -> Duration.ofMinutes(number);
			case "h" -> Duration.ofHours(number);
			case null, default -> Duration.ofSeconds(number);
		};
	}

}
