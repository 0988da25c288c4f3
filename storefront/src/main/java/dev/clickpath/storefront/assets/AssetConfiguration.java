package dev.clickpath.storefront.assets;

import java.io.IOException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Reads the assets once.
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration {

	@Bean
	Assets assets(ResourcePatternResolver resources) throws IOException {
		return new Assets(AssetFiles.read(resources));
	}

}
