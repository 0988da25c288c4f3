package dev.clickpath.storefront.assets;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The files that become assets, by their path: all below {@code static/}, and the fonts
 * of the dependency as {@code fonts/…}.
 */
final class AssetFiles {

	private static final String OWN = "classpath*:static/**/*.*";

	private static final String FONTS = "classpath*:META-INF/resources/webjars/fontsource__source-sans-pro/*/files/"
			+ "source-sans-pro-latin-*.woff2";

	private static final Pattern BELOW_STATIC = Pattern.compile("^.*?[/!]static/(.+)$");

	private AssetFiles() {
	}

	static Map<String, byte[]> read(ResourcePatternResolver resources) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		for (Resource resource : resources.getResources(OWN)) {
			Matcher matcher = BELOW_STATIC.matcher(resource.getURL().toString());
			if (matcher.matches()) {
				files.put(matcher.group(1), resource.getContentAsByteArray());
			}
		}
		for (Resource resource : resources.getResources(FONTS)) {
			files.put("fonts/" + resource.getFilename(), resource.getContentAsByteArray());
		}
		return files;
	}

}
