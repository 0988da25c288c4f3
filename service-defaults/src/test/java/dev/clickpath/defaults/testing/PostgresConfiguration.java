package dev.clickpath.defaults.testing;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Imported by a test, gives the service a real PostgreSQL 18 with a database of its own.
 */
@TestConfiguration(proxyBeanMethods = false)
public class PostgresConfiguration {

	@Bean
	JdbcConnectionDetails testDatabase() {
		return TestPostgres.freshDatabase();
	}

}
