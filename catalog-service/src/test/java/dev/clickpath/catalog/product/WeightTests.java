package dev.clickpath.catalog.product;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WeightTests {

	@Test
	void aProductWeighsWhatItsTextsWeigh() {
		assertThat(details("").weight()).isBetween(1_000, 2_000);
		assertThat(details("x".repeat(20_000)).weight()).isEqualTo(details("").weight() + 40_000);
	}

	private static ProductDetails details(String description) {
		ProductSummary summary = new ProductSummary("k1", "kettle", "Kettle", "Brenna", "kitchen", "kettles",
				Money.usd(4_990), null, 4.5, 10, 3, "kettle/forest", "kettle");
		return new ProductDetails(summary, "Kitchen", "Kettles", description,
				List.of(new Attribute("Material", "Steel")), List.of(), LocalDate.EPOCH);
	}

}
