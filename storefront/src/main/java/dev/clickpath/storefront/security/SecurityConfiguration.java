package dev.clickpath.storefront.security;

import dev.clickpath.storefront.csrf.FormTokens;
import dev.clickpath.storefront.session.BrowserSessions;
import dev.clickpath.storefront.visit.Cookies;
import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * The two ways through Spring Security: an empty one for anonymous reading, which is
 * nearly everything, and one with the rules. Whatever path a request takes, its address
 * is first looked at by Spring Security's firewall. Security headers are the gateway's,
 * the content security policy is the page's.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/**
	 * What happens between its filters is of no interest, and telling it costs more than
	 * they do.
	 */
	@Bean
	static SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	/**
	 * Looks at paths. The server has refused control characters in headers already; they
	 * would be looked for again each time a header is read.
	 */
	@Bean
	static HttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHeaderNames((name) -> true);
		firewall.setAllowedHeaderValues((value) -> true);
		return firewall;
	}

	@Bean
	@Order(1)
	SecurityFilterChain anonymousReading(BrowserSessions sessions) {
		return new DefaultSecurityFilterChain(new AnonymousReading(sessions, new OwnPages()));
	}

	@Bean
	@Order(2)
	SecurityFilterChain rules(HttpSecurity http, BrowserSessions sessions, FormTokens tokens, Cookies cookies) {
		BrowserTokens browserTokens = new BrowserTokens(tokens, cookies);
		return http.securityContext((context) -> context.securityContextRepository(new SessionContexts(sessions)))
			.csrf((csrf) -> csrf.csrfTokenRepository(browserTokens).csrfTokenRequestHandler(browserTokens))
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(new OwnPages(), new WritingOfSomebody(sessions))
				.authenticated()
				.anyRequest()
				.permitAll())
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(new SignInEntryPoint(sessions))
				.accessDeniedHandler(new OutdatedForm()))
			.anonymous(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.servletApi(AbstractHttpConfigurer::disable)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.build();
	}

}
