package dev.clickpath.storefront.address;

/**
 * Where a parcel goes, tidy and complete: only {@link AddressForm} makes one of what
 * somebody typed.
 *
 * @param name who receives it
 * @param street street and number
 * @param extra what the carrier must know besides, perhaps empty
 * @param postcode in capitals, perhaps empty where there are none
 * @param city the town
 * @param state state, province or prefecture, perhaps empty
 * @param country the country
 * @param phone for the carrier's questions, perhaps empty
 */
public record Address(String name, String street, String extra, String postcode, String city, String state,
		Country country, String phone) {
}
