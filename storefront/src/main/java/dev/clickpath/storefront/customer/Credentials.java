package dev.clickpath.storefront.customer;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks and hashes passwords. Whether an address has no account or the password is wrong
 * cannot be told by the answer or by the time it takes.
 */
@Component
public class Credentials {

	private final AuthenticationManager authentication;

	private final PasswordEncoder encoder;

	Credentials(AuthenticationManager authentication, PasswordEncoder encoder) {
		this.authentication = authentication;
		this.encoder = encoder;
	}

	/**
	 * The customer with this address and this password, if there is one.
	 * @param key the one spelling of the address
	 */
	public Optional<Proven> check(String key, @Nullable String password) {
		try {
			Object principal = this.authentication
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(key, bounded(password)))
				.getPrincipal();
			return (principal instanceof CustomerDetails details)
					? Optional.of(new Proven(details.customer(), details.passwordVersion())) : Optional.empty();
		}
		catch (BadCredentialsException ex) {
			return Optional.empty();
		}
		catch (InternalAuthenticationServiceException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * What is stored of a password.
	 */
	public String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	/** What is longer than any password can be is not read through, but takes as long. */
	private static String bounded(@Nullable String password) {
		return (password != null && password.length() <= 2 * NewPassword.LONGEST) ? password : "";
	}

}
