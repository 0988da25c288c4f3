package dev.clickpath.storefront.address;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An address as it stands in a form, tidied and perhaps wrong: its fields are what is
 * shown again beside the {@link #problems()}.
 *
 * @param name who receives it
 * @param street street and number
 * @param extra what the carrier must know besides
 * @param postcode the postcode
 * @param city the town
 * @param state state, province or prefecture
 * @param country the country's code
 * @param phone for the carrier's questions
 */
public record AddressForm(String name, String street, String extra, String postcode, String city, String state,
		String country, String phone) {

	private static final int LONGEST = 100;

	private static final int LONGEST_POSTCODE = 12;

	private static final int LONGEST_PHONE = 30;

	/** What is read at all, of any field; a longer one is too long by this. */
	private static final int READ = 200;

	private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]+");

	private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

	/** Digits with what people put between them (ITU-T E.123). */
	private static final Pattern PHONE = Pattern.compile("\\+?(?:[ ()/.-]*\\d){5,15}[ )]*");

	/** Nothing typed yet. */
	public static final AddressForm EMPTY = new AddressForm("", "", "", "", "", "", "", "");

	/**
	 * What somebody typed; a field that is not there (null) counts as empty.
	 */
	public AddressForm {
		name = tidy(name);
		street = tidy(street);
		extra = tidy(extra);
		postcode = tidy(postcode).toUpperCase(Locale.ROOT);
		city = tidy(city);
		state = tidy(state);
		country = tidy(country).toUpperCase(Locale.ROOT);
		phone = tidy(phone);
	}

	public static AddressForm of(Address address) {
		return new AddressForm(address.name(), address.street(), address.extra(), address.postcode(), address.city(),
				address.state(), address.country().name(), address.phone());
	}

	/**
	 * The address, when there is no problem with it.
	 */
	public Optional<Address> address() {
		return Country.of(country())
			.filter((country) -> problems().isEmpty())
			.map((country) -> new Address(name(), street(), extra(), postcode(), city(), state(), country, phone()));
	}

	/**
	 * What is wrong with it, in the order of the form, at most one thing a field.
	 */
	public List<Problem> problems() {
		Problems problems = new Problems();
		problems.text("name", name(), true);
		problems.text("street", street(), true);
		problems.text("extra", extra(), false);
		Optional<Country> country = Country.of(country());
		if (country.isPresent()) {
			problems.postcode(postcode(), country.get());
		}
		else {
			problems.length("postcode", postcode(), LONGEST_POSTCODE);
		}
		problems.text("city", city(), true);
		problems.text("state", state(), country.isPresent() && country.get().needsState());
		if (country.isEmpty()) {
			problems.add("country", country().isEmpty() ? "missing" : "unknown");
		}
		problems.phone(phone());
		return List.copyOf(problems.found);
	}

	/** What cannot be seen is one space at most; characters are put together (NFC). */
	private static String tidy(@Nullable String typed) {
		if (typed == null) {
			return "";
		}
		String read = typed.substring(0, Math.min(typed.length(), READ));
		return INVISIBLE.matcher(Normalizer.normalize(read, Normalizer.Form.NFC)).replaceAll(" ").strip();
	}

	/**
	 * Something wrong with a field.
	 *
	 * @param field the field's name in the form
	 * @param key the words that say so
	 * @param argument what the words take in, or null
	 */
	public record Problem(String field, String key, @Nullable Object argument) {
	}

	/** What is found while the form is looked through. */
	private static final class Problems {

		private final List<Problem> found = new ArrayList<>();

		void text(String field, String value, boolean needed) {
			if (length(field, value, LONGEST)) {
				if (needed && value.isEmpty()) {
					add(field, "missing");
				}
				else if (!value.isEmpty() && !LETTER.matcher(value).find()) {
					add(field, "unreadable");
				}
			}
		}

		void postcode(String value, Country country) {
			if (value.isEmpty()) {
				if (country.needsPostcode()) {
					add("postcode", "missing");
				}
			}
			else if (length("postcode", value, LONGEST_POSTCODE) && !country.knows(value)) {
				String example = country.example();
				this.found.add((example != null) ? new Problem("postcode", "address.postcode.like", example)
						: new Problem("postcode", "address.postcode.unreadable", null));
			}
		}

		void phone(String value) {
			if (!value.isEmpty() && length("phone", value, LONGEST_PHONE) && !PHONE.matcher(value).matches()) {
				add("phone", "unreadable");
			}
		}

		boolean length(String field, String value, int longest) {
			if (value.length() > longest) {
				this.found.add(new Problem(field, "address.too-long", longest));
				return false;
			}
			return true;
		}

		void add(String field, String wrong) {
			this.found.add(new Problem(field, "address." + field + "." + wrong, null));
		}

	}

}
