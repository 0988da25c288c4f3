package dev.clickpath.storefront.address;

import java.util.Locale;

import dev.clickpath.storefront.address.AddressForm.Problem;
import dev.clickpath.storefront.visit.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressFormTests {

	@Test
	void aCompleteAddressIsTakenAndTidied() {
		AddressForm form = new AddressForm("  Ada\u00a0 Vinter ", "Kanal\u200bgata 1\t", "\u00a0", "sw1a 1aa",
				"Bergen\r\nX", "", "gb", "+47 (55) 12-34-56");
		assertThat(form.problems()).isEmpty();
		assertThat(form.address()).contains(new Address("Ada Vinter", "Kanal gata 1", "", "SW1A 1AA", "Bergen X", "",
				Country.GB, "+47 (55) 12-34-56"));
		assertThat(AddressForm.of(form.address().orElseThrow())).isEqualTo(form);
	}

	@Test
	void everyFieldThatIsMissingIsNamedInTheOrderOfTheForm() {
		assertThat(AddressForm.EMPTY.problems()).extracting(Problem::field)
			.containsExactly("name", "street", "city", "country");
		assertThat(AddressForm.EMPTY.address()).isEmpty();
		assertThat(form("US", "10001", "").problems())
			.containsExactly(new Problem("state", "address.state.missing", null));
		assertThat(form("DE", "", "").problems())
			.containsExactly(new Problem("postcode", "address.postcode.missing", null));
	}

	@ParameterizedTest
	@EnumSource(Country.class)
	void thePostcodeShownAsAnExampleIsOneOfTheCountry(Country country) {
		String example = country.example();
		assertThat(form(country.name(), (example != null) ? example : "", "Somewhere").problems()).noneMatch(
				(problem) -> problem.field().equals("postcode") && (example != null || !country.needsPostcode()));
	}

	@ParameterizedTest
	@CsvSource({ "DE,1011", "DE,1011A", "GB,1011", "US,1000", "US,10001-12", "NL,0123 AB", "JP,1000-001", "CA,K1A 0O1",
			"FR,75001<b>", "IE,D02", "AT,0123" })
	void aPostcodeThatIsNoneOfTheCountryIsRefusedWithAnExample(String country, String postcode) {
		assertThat(form(country, postcode, "Somewhere").problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.field()).isEqualTo("postcode");
			assertThat(problem.key()).isEqualTo("address.postcode.like");
			assertThat(problem.argument()).isNotNull();
		});
	}

	@Test
	void whereThereAreNoPostcodesNoneIsAskedFor() {
		assertThat(form("HK", "", "").problems()).isEmpty();
		assertThat(form("RS", "11 000", "").problems()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "XX", "D", "KP", "<script>", "Germany" })
	void aCountryThatIsNotDeliveredToIsRefused(String code) {
		assertThat(form(code, "10115", "").problems())
			.containsExactly(new Problem("country", "address.country.unknown", null));
	}

	@Test
	void nothingIsTakenThatIsTooLongOrSaysNothing() {
		AddressForm endless = new AddressForm("n".repeat(101), "-".repeat(5), "e".repeat(1_000_000), "1".repeat(13),
				"c".repeat(100), "s".repeat(101), "DE", "1".repeat(31));
		assertThat(endless.problems()).extracting(Problem::field)
			.containsExactly("name", "street", "extra", "postcode", "state", "phone");
		assertThat(endless.extra()).hasSizeLessThan(1_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "12", "call me", "+49 30 1234 5678 9012 3456", "+49+30 12345" })
	void aPhoneNumberIsOne(String phone) {
		AddressForm form = new AddressForm("Ada", "Street 1", "", "10115", "Berlin", "", "DE", phone);
		assertThat(form.problems()).containsExactly(new Problem("phone", "address.phone.unreadable", null));
	}

	@Test
	void aCountryHasANameInEveryLanguageAndARegion() {
		assertThat(Country.DE.words(Locale.FRENCH)).isEqualTo("Allemagne");
		assertThat(Country.JP.words(Locale.JAPANESE)).isEqualTo("日本");
		assertThat(Country.CA.region()).isEqualTo(Region.US);
	}

	private static AddressForm form(String country, String postcode, String state) {
		return new AddressForm("Ada Vinter", "Long Street 1", "", postcode, "Somewhere", state, country, "");
	}

}
