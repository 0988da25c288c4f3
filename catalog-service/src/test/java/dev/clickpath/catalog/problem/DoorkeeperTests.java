package dev.clickpath.catalog.problem;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

class DoorkeeperTests {

	private final Doorkeeper doorkeeper = new Doorkeeper();

	private final MockMvcTester client = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Menu())
		.setControllerAdvice(new Problems())
		.addInterceptors(this.doorkeeper)
		.build());

	@Test
	void aCatalogueThatIsNotLoadedYetIsNotToldOf() {
		assertThat(this.client.get().uri("/menu")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasHeader("Retry-After", "1")
			.bodyText()
			.contains("urn:clickpath:problem:not-ready")
			.doesNotContain("kettles");
	}

	@Test
	void onceOpenItLetsEveryoneIn() {
		this.doorkeeper.open();
		assertThat(this.client.get().uri("/menu")).hasStatusOk().bodyText().isEqualTo("kettles");
	}

	@RestController
	static class Menu {

		@GetMapping("/menu")
		String menu() {
			return "kettles";
		}

	}

}
