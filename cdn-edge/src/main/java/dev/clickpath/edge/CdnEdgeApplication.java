package dev.clickpath.edge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The caching edge: serves what may be stored from near the shopper.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CdnEdgeApplication {

	public static void main(String[] args) {
		SpringApplication.run(CdnEdgeApplication.class, args);
	}

}
