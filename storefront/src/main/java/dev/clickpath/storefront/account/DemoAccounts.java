package dev.clickpath.storefront.account;

import java.util.List;
import java.util.UUID;

import dev.clickpath.storefront.address.Address;
import dev.clickpath.storefront.address.Addresses;
import dev.clickpath.storefront.address.Country;
import dev.clickpath.storefront.customer.Credentials;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.customer.Customers;
import dev.clickpath.storefront.customer.EmailAddress;
import dev.clickpath.storefront.customer.Preferences;
import dev.clickpath.storefront.visit.Cookies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Opens the accounts of a shop that is to be tried out, one in each region, unless they
 * are there. Their passwords are no secret: they stand in the README.
 */
@Component
class DemoAccounts implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(DemoAccounts.class);

	private static final List<Demo> ALL = List.of(
			new Demo("Mira Solberg", "mira@clickpath.example", "paper kite harbour", new Preferences("eu", "de", "EUR"),
					new Address("Mira Solberg", "Lindenweg 14", "3. Stock", "10115", "Berlin", "", Country.DE, "")),
			new Demo("Theo Marsh", "theo@clickpath.example", "copper lantern meadow",
					new Preferences("us", "en", "USD"),
					new Address("Theo Marsh", "482 Alder Street", "", "97205", "Portland", "OR", Country.US, "")),
			new Demo("Hana Kitamura", "hana@clickpath.example", "quiet tram umbrella",
					new Preferences("ap", "ja", "JPY"),
					new Address("北村 はな", "桜丘町 3-12", "", "150-0031", "渋谷区", "東京都", Country.JP, "")));

	private final DemoProperties properties;

	private final Customers customers;

	private final Credentials credentials;

	private final Addresses addresses;

	DemoAccounts(DemoProperties properties, Customers customers, Credentials credentials, Addresses addresses) {
		this.properties = properties;
		this.customers = customers;
		this.credentials = credentials;
		this.addresses = addresses;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!this.properties.demoAccounts()) {
			return;
		}
		for (Demo demo : ALL) {
			try {
				open(demo);
			}
			catch (RuntimeException ex) {
				logger.warn("The demo account of {} could not be opened: {}", demo.name(), ex.getMessage());
			}
		}
	}

	private void open(Demo demo) {
		EmailAddress email = EmailAddress.of(demo.email()).orElseThrow();
		if (this.customers.has(email)) {
			return;
		}
		Customer customer = new Customer(UUID.randomUUID(), demo.name(), email.text());
		if (this.customers.add(customer, email.key(), this.credentials.hash(demo.password()), Cookies.newVisitor())) {
			this.customers.prefer(customer.id(), demo.preferences());
			this.addresses.keep(customer.id(), demo.address());
		}
	}

	private record Demo(String name, String email, String password, Preferences preferences, Address address) {
	}

}
