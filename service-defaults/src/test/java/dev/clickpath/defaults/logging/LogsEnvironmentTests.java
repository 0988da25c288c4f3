package dev.clickpath.defaults.logging;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ExtendWith(OutputCaptureExtension.class)
class LogsEnvironmentTests {

	private static final Logger logger = LoggerFactory.getLogger(LogsEnvironmentTests.class);

	@AfterEach
	void asUsual() {
		LoggingSystem.get(getClass().getClassLoader()).cleanUp();
		// Spring Boot leaves it set for the whole JVM.
		System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
	}

	@Test
	void writesOneJsonObjectALineWithTheTraceItBelongsTo(CapturedOutput output) {
		try (ConfigurableApplicationContext _ = start("--clickpath.logs=json");
				MDC.MDCCloseable _ = MDC.putCloseable("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
				MDC.MDCCloseable _ = MDC.putCloseable("spanId", "00f067aa0ba902b7")) {
			logger.atWarn().addKeyValue("upstream", "storefront-1").log("a \"quoted\"\nline");
		}
		JsonNode line = JsonMapper.shared()
			.readTree(output.getOut().lines().filter((each) -> each.contains("quoted")).findFirst().orElseThrow());
		assertThat(line.get("message").asString()).isEqualTo("a \"quoted\"\nline");
		assertThat(line.get("log").get("level").asString()).isEqualTo("WARN");
		assertThat(line.get("service").get("name").asString()).isEqualTo("kiosk");
		assertThat(line.get("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(line.get("spanId").asString()).isEqualTo("00f067aa0ba902b7");
		assertThat(line.get("upstream").asString()).isEqualTo("storefront-1");
	}

	@Test
	void writesForPeopleUnlessToldOtherwise(CapturedOutput output) {
		try (ConfigurableApplicationContext _ = start()) {
			logger.warn("a plain line");
		}
		assertThat(output.getOut()).contains("a plain line").doesNotContain("\"message\"");
	}

	@Test
	void saysWhatLogsCanBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> start("--clickpath.logs=xml").close())
			.withMessage("clickpath.logs can be text or json, not \"xml\"");
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(LogsEnvironmentTests.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("spring.application.name", "kiosk"));
		return application.run(arguments);
	}

}
