package dev.clickpath.storefront.address;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.clickpath.storefront.address.AddressForm.Problem;
import dev.clickpath.storefront.form.Field;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.visit.Region;

/**
 * The fields of an address in a form, as the template {@code address} shows them.
 *
 * @param countries all that may be chosen
 */
public record AddressFields(Field name, Field street, Field extra, Field postcode, Field city, Field state,
		Field country, Field phone, List<CountryChoice> countries) {

	/**
	 * A country that may be chosen.
	 *
	 * @param code its value in the form
	 * @param name its name for people
	 * @param chosen whether it is the one
	 */
	public record CountryChoice(String code, String name, boolean chosen) {
	}

	/**
	 * The fields with what stands in them, and what is wrong with it.
	 * @param problems those to be shown: none of a form that was not sent yet
	 * @param region whose countries stand first
	 */
	public static AddressFields of(AddressForm form, List<Problem> problems, Region region, Words words) {
		Map<String, String> errors = new HashMap<>();
		for (Problem problem : problems) {
			errors.put(problem.field(), (problem.argument() != null) ? words.of(problem.key(), problem.argument())
					: words.of(problem.key()));
		}
		return new AddressFields(new Field(form.name(), errors.get("name")),
				new Field(form.street(), errors.get("street")), new Field(form.extra(), errors.get("extra")),
				new Field(form.postcode(), errors.get("postcode")), new Field(form.city(), errors.get("city")),
				new Field(form.state(), errors.get("state")), new Field(form.country(), errors.get("country")),
				new Field(form.phone(), errors.get("phone")),
				countries(form.country(), region, words.language().locale()));
	}

	private static List<CountryChoice> countries(String chosen, Region region, Locale language) {
		return Arrays.stream(Country.values())
			.sorted(Comparator.comparing((Country country) -> country.region() != region)
				.thenComparing((country) -> country.words(language), Collator.getInstance(language)))
			.map((country) -> new CountryChoice(country.name(), country.words(language), country.name().equals(chosen)))
			.toList();
	}

}
