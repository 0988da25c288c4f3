package dev.clickpath.storefront.customer;

import java.util.Collection;
import java.util.List;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A customer as Spring Security knows them: by the one spelling of their e-mail address.
 */
final class CustomerDetails implements UserDetails, CredentialsContainer {

	private static final long serialVersionUID = 1L;

	private final transient Customer customer;

	private final String emailKey;

	private final long passwordVersion;

	private String password;

	CustomerDetails(Customer customer, String emailKey, String password, long passwordVersion) {
		this.passwordVersion = passwordVersion;
		this.customer = customer;
		this.emailKey = emailKey;
		this.password = password;
	}

	Customer customer() {
		return this.customer;
	}

	long passwordVersion() {
		return this.passwordVersion;
	}

	@Override
	public String getUsername() {
		return this.emailKey;
	}

	@Override
	public String getPassword() {
		return this.password;
	}

	/** All customers may do the same. */
	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

	@Override
	public void eraseCredentials() {
		this.password = "";
	}

}
