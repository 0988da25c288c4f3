package dev.clickpath.dns;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The name server: answers for the shop's zone with the nearest gateway that is well.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DnsApplication {

	public static void main(String[] args) {
		SpringApplication.run(DnsApplication.class, args);
	}

}
