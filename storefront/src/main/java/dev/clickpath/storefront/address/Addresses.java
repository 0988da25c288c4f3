package dev.clickpath.storefront.address;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The customers' own addresses, one each.
 */
@Repository
public class Addresses {

	private final JdbcClient jdbc;

	Addresses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Where the customer usually has parcels sent to.
	 */
	public Optional<Address> of(UUID customer) {
		return this.jdbc.sql("""
				select name, street, extra, postcode, city, state, country, phone from customer_address
				where customer = :customer
				""").param("customer", customer).query(Address.class).optional();
	}

	public void keep(UUID customer, Address address) {
		this.jdbc.sql("""
				insert into customer_address (customer, name, street, extra, postcode, city, state, country, phone)
				values (:customer, :name, :street, :extra, :postcode, :city, :state, :country, :phone)
				on conflict (customer) do update set name = excluded.name, street = excluded.street,
					extra = excluded.extra, postcode = excluded.postcode, city = excluded.city, state = excluded.state,
					country = excluded.country, phone = excluded.phone
				""")
			.param("customer", customer)
			.param("name", address.name())
			.param("street", address.street())
			.param("extra", address.extra())
			.param("postcode", address.postcode())
			.param("city", address.city())
			.param("state", address.state())
			.param("country", address.country().name())
			.param("phone", address.phone())
			.update();
	}

	public void forget(UUID customer) {
		this.jdbc.sql("delete from customer_address where customer = :customer").param("customer", customer).update();
	}

}
