package dev.clickpath.storefront.address;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.clickpath.storefront.visit.Region;
import org.jspecify.annotations.Nullable;

/**
 * The countries the shop delivers to, by their codes (ISO 3166-1), with the postcodes
 * they have (as in the Universal Postal Union's addressing guides) and whether an address
 * there is incomplete without a state, a province or a prefecture.
 */
public enum Country {

	AT(Region.EU, "[1-9]\\d{3}", "1010"), BE(Region.EU, "[1-9]\\d{3}", "1000"), BG(Region.EU, "\\d{4}", "1000"),
	CH(Region.EU, "[1-9]\\d{3}", "3000"), CY(Region.EU, "\\d{4}", "1010"), CZ(Region.EU, "\\d{3} ?\\d{2}", "110 00"),
	DE(Region.EU, "\\d{5}", "10115"), DK(Region.EU, "\\d{4}", "1050"), EE(Region.EU, "\\d{5}", "10111"),
	ES(Region.EU, "(?:0[1-9]|[1-4]\\d|5[0-2])\\d{3}", "28001"), FI(Region.EU, "\\d{5}", "00100"),
	FR(Region.EU, "\\d{5}", "75001"), GB(Region.EU, "(?:GIR ?0AA|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})", "SW1A 1AA"),
	GR(Region.EU, "\\d{3} ?\\d{2}", "105 57"), HR(Region.EU, "\\d{5}", "10000"), HU(Region.EU, "[1-9]\\d{3}", "1011"),
	IE(Region.EU, "(?:[AC-FHKNPRTV-Y]\\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}", "D02 AF30"), IS(Region.EU, "\\d{3}", "101"),
	IT(Region.EU, "\\d{5}", "00118"), LI(Region.EU, "94(?:8[5-9]|9[0-8])", "9490"),
	LT(Region.EU, "(?:LT-)?\\d{5}", "01001"), LU(Region.EU, "(?:L-)?\\d{4}", "1009"),
	LV(Region.EU, "(?:LV-)?\\d{4}", "LV-1010"), MC(Region.EU, "980\\d{2}", "98000"),
	MT(Region.EU, "[A-Z]{3} ?\\d{4}", "VLT 1117"), NL(Region.EU, "[1-9]\\d{3} ?[A-Z]{2}", "1012 AB"),
	NO(Region.EU, "\\d{4}", "0150"), PL(Region.EU, "\\d{2}-?\\d{3}", "00-001"),
	PT(Region.EU, "[1-9]\\d{3}-?\\d{3}", "1000-001"), RO(Region.EU, "\\d{6}", "010011"), RS(Region.EU),
	SE(Region.EU, "\\d{3} ?\\d{2}", "111 20"), SI(Region.EU, "(?:SI-)?\\d{4}", "1000"),
	SK(Region.EU, "\\d{3} ?\\d{2}", "811 01"), UA(Region.EU, "\\d{5}", "01001"),

	US(Region.US, "\\d{5}(?:-\\d{4})?", "10001", true),
	CA(Region.US, "[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] ?\\d[ABCEGHJ-NPRSTV-Z]\\d", "K1A 0B1", true),
	MX(Region.US, "\\d{5}", "06000", true),

	AU(Region.AP, "\\d{4}", "2000", true), CN(Region.AP, "\\d{6}", "100000", true), HK(Region.AP, false),
	ID(Region.AP, "\\d{5}", "10110"), IN(Region.AP, "[1-9]\\d{2} ?\\d{3}", "110001", true),
	JP(Region.AP, "\\d{3}-?\\d{4}", "100-0001", true), KR(Region.AP, "\\d{5}", "03051"),
	MY(Region.AP, "\\d{5}", "50000", true), NZ(Region.AP, "\\d{4}", "6011"), PH(Region.AP, "\\d{4}", "1000"),
	SG(Region.AP, "\\d{6}", "018956"), TH(Region.AP, "\\d{5}", "10200", true),
	TW(Region.AP, "\\d{3}(?:-?\\d{2,3})?", "100"), VN(Region.AP, "\\d{5,6}", "10000");

	private final Region region;

	private final @Nullable Pattern postcode;

	private final @Nullable String example;

	private final boolean needsPostcode;

	private final boolean needsState;

	/** Of its postcodes nothing is known. */
	Country(Region region) {
		this(region, true);
	}

	Country(Region region, boolean needsPostcode) {
		this.region = region;
		this.postcode = null;
		this.example = null;
		this.needsPostcode = needsPostcode;
		this.needsState = false;
	}

	Country(Region region, String postcode, String example) {
		this(region, postcode, example, false);
	}

	Country(Region region, String postcode, String example, boolean needsState) {
		this.region = region;
		this.postcode = Pattern.compile(postcode);
		this.example = example;
		this.needsPostcode = true;
		this.needsState = needsState;
	}

	/**
	 * The country with this code, if the shop delivers there.
	 */
	public static Optional<Country> of(@Nullable String code) {
		return Arrays.stream(values()).filter((country) -> country.name().equals(code)).findFirst();
	}

	/**
	 * The part of the world from which it is delivered to.
	 */
	public Region region() {
		return this.region;
	}

	/**
	 * Its name for people.
	 */
	public String words(Locale language) {
		return Locale.of("", name()).getDisplayCountry(language);
	}

	/**
	 * Whether an address there is incomplete without a state, province or prefecture.
	 */
	public boolean needsState() {
		return this.needsState;
	}

	/**
	 * Whether an address there is incomplete without a postcode.
	 */
	public boolean needsPostcode() {
		return this.needsPostcode;
	}

	/**
	 * A postcode as they are written there, or null when none is known.
	 */
	@Nullable String example() {
		return this.example;
	}

	boolean knows(String postcode) {
		return ((this.postcode != null) ? this.postcode : Anywhere.POSTCODE).matcher(postcode).matches();
	}

	/** What a postcode can look like where nothing more is known. */
	private static final class Anywhere {

		static final Pattern POSTCODE = Pattern.compile("[A-Z0-9](?:[A-Z0-9 -]{0,10}[A-Z0-9])?");

	}

}
