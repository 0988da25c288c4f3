package dev.clickpath.storefront.language;

import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the words, and gives them to the templates.
 */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

	@Bean
	static Bundles bundles(LanguageProperties properties) {
		return new Bundles(properties.catalogueLanguage(), properties.strictWords());
	}

	/** Before the first page is drawn, after which it is too late. */
	@Autowired
	void speak(SpringTemplateEngine templates, Bundles bundles) {
		templates.setTemplateEngineMessageSource(new TemplateWords(bundles));
	}

}
