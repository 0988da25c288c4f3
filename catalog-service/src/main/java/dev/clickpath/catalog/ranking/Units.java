package dev.clickpath.catalog.ranking;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Numbers with units, however they are written: {@code 1 TB}, {@code 1tb} and
 * {@code 1000GB} are the same word.
 */
final class Units {

	static final String INCH = "inch";

	/** By every way to write it: the unit it is counted in and how many of that it is. */
	private static final Map<String, Unit> UNITS = new HashMap<>();

	private static final int LONGEST_NUMBER = 9;

	static {
		unit("gb", "1", "gb", "gig", "gigabyte", "gigabytes");
		unit("gb", "1000", "tb", "terabyte", "terabytes");
		unit("gb", "0.001", "mb", "megabyte", "megabytes");
		unit("ml", "1", "ml", "milliliter", "milliliters", "millilitre", "millilitres");
		unit("ml", "10", "cl");
		unit("ml", "1000", "l", "liter", "liters", "litre", "litres", "ltr");
		unit("g", "1", "g", "gr", "gram", "grams");
		unit("g", "1000", "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms");
		unit("mm", "1", "mm", "millimeter", "millimeters", "millimetre", "millimetres");
		unit("mm", "10", "cm", "centimeter", "centimeters", "centimetre", "centimetres");
		unit("mm", "1000", "m", "meter", "meters", "metre", "metres");
		unit(INCH, "1", INCH, "inches", "in");
		unit("foot", "1", "ft", "foot", "feet");
		unit("oz", "1", "oz", "ounce", "ounces");
		unit("lb", "1", "lb", "lbs", "pound", "pounds");
		unit("w", "1", "w", "watt", "watts");
		unit("w", "1000", "kw", "kilowatt", "kilowatts");
		unit("wh", "1", "wh");
		unit("wh", "1000", "kwh");
		unit("v", "1", "v", "volt", "volts");
		unit("a", "1", "a", "amp", "amps", "ampere");
		unit("mah", "1", "mah");
		unit("mah", "1000", "ah");
		unit("hz", "1", "hz", "hertz");
		unit("hz", "1000", "khz");
		unit("mhz", "1", "mhz");
		unit("mhz", "1000", "ghz");
		unit("mp", "1", "mp", "megapixel", "megapixels");
		unit("btu", "1", "btu");
		unit("lm", "1", "lm", "lumen", "lumens");
		unit("rpm", "1", "rpm");
		unit("dpi", "1", "dpi");
		unit("mbps", "1", "mbps", "mbit");
		unit("mbps", "1000", "gbps", "gbit");
	}

	private Units() {
	}

	private record Unit(String base, BigDecimal times) {

	}

	private static void unit(String base, String times, String... names) {
		for (String name : names) {
			UNITS.put(name, new Unit(base, new BigDecimal(times)));
		}
	}

	/**
	 * The word for so many of the unit, or null when that is no unit.
	 */
	static @Nullable String word(String number, String name) {
		Unit unit = UNITS.get(name);
		if (unit == null || !isNumber(number)) {
			return null;
		}
		return new BigDecimal(number).multiply(unit.times()).stripTrailingZeros().toPlainString() + unit.base();
	}

	/**
	 * A number that ends in {@code .0} without that, anything else as it is.
	 */
	static String plain(String part) {
		return (part.endsWith(".0") && isNumber(part)) ? part.substring(0, part.length() - 2) : part;
	}

	/** Two points make a version of something, not a number. */
	private static boolean isNumber(String text) {
		return !text.isEmpty() && text.length() <= LONGEST_NUMBER
				&& text.chars().allMatch((c) -> c == '.' || (c >= '0' && c <= '9')) && Character.isDigit(text.charAt(0))
				&& text.indexOf('.') == text.lastIndexOf('.');
	}

}
