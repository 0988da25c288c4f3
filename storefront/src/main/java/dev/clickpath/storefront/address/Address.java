package dev.clickpath.storefront.address;

/**
 * Where a parcel goes.
 */
public record Address(String name, String street, String extra, String postcode, String city, String state,
		String country, String phone) {
}
