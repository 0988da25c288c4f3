package dev.clickpath.storefront.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * Reads the drawings once.
 */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

	private static final String FOLDER = "classpath:media/";

	@Bean
	Media media(ResourcePatternResolver resources) throws IOException {
		return new Media(read(resources, "drawings"), read(resources, "art"),
				resources.getResource(FOLDER + "parcel.svg").getContentAsString(StandardCharsets.UTF_8),
				Colourways.read(resources.getResource(FOLDER + "colourways.yaml")));
	}

	private static Map<String, String> read(ResourcePatternResolver resources, String folder) throws IOException {
		Map<String, String> files = new TreeMap<>();
		for (Resource resource : resources.getResources("classpath*:media/" + folder + "/*.svg")) {
			String name = StringUtils.stripFilenameExtension(Objects.requireNonNull(resource.getFilename()));
			files.put(name, resource.getContentAsString(StandardCharsets.UTF_8));
		}
		return files;
	}

}
