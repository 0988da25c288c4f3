package dev.clickpath.catalog.importing;

import dev.clickpath.catalog.problem.Doorkeeper;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Puts the address for feeds beside those of health and metrics, at a port that only this
 * machine reaches. It is named in a file of the management context, and is no
 * configuration of the application's own.
 */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class FeedManagement {

	@Bean
	ServletRegistrationBean<FeedServlet> feeds(FeedImport feedImport, Doorkeeper doorkeeper, JsonMapper jsonMapper) {
		ServletRegistrationBean<FeedServlet> registration = new ServletRegistrationBean<>(
				new FeedServlet(feedImport, doorkeeper, jsonMapper), "/feed");
		registration.setName("feeds");
		return registration;
	}

}
