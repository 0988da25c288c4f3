package dev.clickpath.storefront.customer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets Spring Security check passwords, which are kept by Argon2id (RFC 9106) at the cost
 * that OWASP's Password Storage Cheat Sheet asks for at least.
 */
@Configuration(proxyBeanMethods = false)
class CredentialsConfiguration {

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 1;

	@Bean
	PasswordEncoder passwordEncoder(PasswordProperties properties) {
		Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, properties.memory(),
				properties.iterations());
		return new BoundedPasswordEncoder(argon2, properties.atOnce(), properties.patience());
	}

	@Bean
	AuthenticationManager authenticationManager(Customers customers, PasswordEncoder encoder) {
		DaoAuthenticationProvider provider = new DaoAuthenticationProvider(customers);
		provider.setPasswordEncoder(encoder);
		provider.setUserDetailsPasswordService(customers);
		return new ProviderManager(provider);
	}

}
