package dev.clickpath.storefront.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;

import dev.clickpath.storefront.cookie.CookieJar;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Sessions for tests outside a running shop.
 */
public final class SessionFixture {

	private SessionFixture() {
	}

	/**
	 * Sessions of a shop whose database must not be asked.
	 */
	public static BrowserSessions withoutDatabase(CookieJar jar) {
		SessionProperties properties = new SessionProperties(Duration.ofDays(14), Duration.ofDays(90), 20,
				Duration.ofSeconds(2), Duration.ofSeconds(2));
		JdbcClient jdbc = JdbcClient.create(new AbstractDataSource() {
			@Override
			public java.sql.Connection getConnection() {
				throw new AssertionError("The database was asked");
			}

			@Override
			public java.sql.Connection getConnection(String username, String password) {
				throw new AssertionError("The database was asked");
			}
		});
		return new BrowserSessions(new Sessions(jdbc, properties, InstantSource.system()), properties, jar,
				Executors.newVirtualThreadPerTaskExecutor());
	}

}
