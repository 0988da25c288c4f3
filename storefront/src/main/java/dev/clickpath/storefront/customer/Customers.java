package dev.clickpath.storefront.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

/**
 * All accounts.
 */
@Repository
public class Customers implements UserDetailsService, UserDetailsPasswordService {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	Customers(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Opens an account; false when the address has one already.
	 * @param customer the new customer
	 * @param key the one spelling of the customer's address
	 * @param passwordHash never the password itself
	 * @param visitor the name under which the account's basket and history are kept
	 */
	public boolean add(Customer customer, String key, String passwordHash, String visitor) {
		return this.jdbc.sql("""
				insert into customer (id, name, email, email_key, password, visitor, created_at)
				values (:id, :name, :email, :key, :password, :visitor, :now)
				on conflict (email_key) do nothing
				""")
			.param("id", customer.id())
			.param("name", customer.name())
			.param("email", customer.email())
			.param("key", key)
			.param("password", passwordHash)
			.param("visitor", visitor)
			.param("now", Timestamp.from(this.clock.instant()))
			.update() == 1;
	}

	/**
	 * Whether there is an account with this address.
	 */
	public boolean has(EmailAddress email) {
		return find(email.key()).isPresent();
	}

	/**
	 * The name under which the account's basket and history are kept.
	 */
	public String visitor(UUID customer) {
		return this.jdbc.sql("select visitor from customer where id = :id")
			.param("id", customer)
			.query(String.class)
			.single();
	}

	public Preferences preferences(UUID customer) {
		return this.jdbc.sql("select region, language, currency from customer where id = :id")
			.param("id", customer)
			.query(Preferences.class)
			.single();
	}

	public void rename(UUID customer, String name) {
		this.jdbc.sql("update customer set name = :name where id = :id")
			.param("name", name)
			.param("id", customer)
			.update();
	}

	/**
	 * Gives the account another address; false when that is another account's.
	 */
	public boolean changeEmail(UUID customer, EmailAddress email) {
		return this.jdbc.sql("""
				update customer set email = :email, email_key = :key
				where id = :id and not exists (select from customer where email_key = :key and id <> :id)
				""").param("email", email.text()).param("key", email.key()).param("id", customer).update() == 1;
	}

	/**
	 * Changes the password that the customer has proven to know; false when somebody else
	 * has changed it meanwhile.
	 */
	public boolean changePassword(Proven proven, String passwordHash) {
		return this.jdbc.sql("""
				update customer set password = :password, password_version = password_version + 1
				where id = :id and password_version = :version
				""")
			.param("password", passwordHash)
			.param("id", proven.customer().id())
			.param("version", proven.passwordVersion())
			.update() == 1;
	}

	/**
	 * Notes what the account has chosen; null is no choice, and takes an earlier one
	 * back.
	 */
	public void prefer(UUID customer, Preferences preferences) {
		this.jdbc.sql("""
				update customer set region = coalesce(:region, region), language = coalesce(:language, language),
					currency = coalesce(:currency, currency)
				where id = :id
				""")
			.param("region", preferences.region())
			.param("language", preferences.language())
			.param("currency", preferences.currency())
			.param("id", customer)
			.update();
	}

	/**
	 * Found by the one spelling of an address.
	 */
	@Override
	public UserDetails loadUserByUsername(String key) {
		return find(key).orElseThrow(() -> UsernameNotFoundException.fromUsername(key));
	}

	/**
	 * The password is hashed anew at today's cost, unless it is another one by now.
	 */
	@Override
	public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
		if (newHash == null || !(user instanceof CustomerDetails details)) {
			return user;
		}
		this.jdbc.sql("update customer set password = :password where id = :id and password_version = :version")
			.param("password", newHash)
			.param("id", details.customer().id())
			.param("version", details.passwordVersion())
			.update();
		return new CustomerDetails(details.customer(), details.getUsername(), newHash, details.passwordVersion());
	}

	private Optional<CustomerDetails> find(String key) {
		return this.jdbc
			.sql("select id, name, email, email_key, password, password_version from customer where email_key = :key")
			.param("key", key)
			.query((rs, row) -> details(rs))
			.optional();
	}

	private static CustomerDetails details(ResultSet row) throws SQLException {
		return new CustomerDetails(
				new Customer(row.getObject("id", UUID.class), row.getString("name"), row.getString("email")),
				row.getString("email_key"), row.getString("password"), row.getLong("password_version"));
	}

}
