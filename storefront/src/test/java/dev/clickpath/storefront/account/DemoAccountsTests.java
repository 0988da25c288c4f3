package dev.clickpath.storefront.account;

import dev.clickpath.storefront.address.Addresses;
import dev.clickpath.storefront.customer.Credentials;
import dev.clickpath.storefront.customer.Customers;
import dev.clickpath.storefront.testing.Browser;
import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class DemoAccountsTests extends RunningStorefront {

	@Autowired
	private Customers customers;

	@Autowired
	private Credentials credentials;

	@Autowired
	private Addresses addresses;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theAccountsOfTheReadmeAreOpenedOnce() {
		DemoAccounts demo = new DemoAccounts(new DemoProperties(true), this.customers, this.credentials,
				this.addresses);
		demo.run(new DefaultApplicationArguments());
		demo.run(new DefaultApplicationArguments());
		assertThat(this.jdbc.sql("select count(*)::integer from customer where email like '%@clickpath.example'")
			.query(Integer.class)
			.single()).isEqualTo(3);
		Browser browser = browser();
		assertThat(browser
			.openAndSend("/sign-in", "/sign-in", "email", "hana@clickpath.example", "password", "quiet tram umbrella")
			.statusCode()).isEqualTo(303);
		assertThat(browser.open("/account").body()).contains("<html lang=\"ja\"", "渋谷区");
	}

}
