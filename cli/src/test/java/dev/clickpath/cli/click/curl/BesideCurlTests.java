package dev.clickpath.cli.click.curl;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BesideCurlTests {

	@Test
	void readsWhatCurlWrites() {
		assertThat(Times.parse("1 0.000250 0.000500 0.003000 0.012000 0.020500\n"))
			.isEqualTo(new Times(0.25, 0.5, 3, 12, 20.5));
		assertThatIllegalArgumentException().isThrownBy(() -> Times.parse("curl: (7) Failed"));
		assertThatIllegalArgumentException().as("the connection went on")
			.isThrownBy(() -> Times.parse("0 0.000250 0.000500 0.003000 0.012000 0.020500"));
	}

	@Test
	void comparesMedians() {
		BesideCurl both = new BesideCurl();
		both.add(new Times(1, 2, 0, 10, 20), new Times(1.2, 2.1, 0, 10.5, 19));
		both.add(new Times(1, 2, 0, 10, 20), new Times(1.2, 2.1, 0, 10.5, 19));
		both.add(new Times(90, 91, 0, 99, 99), new Times(0, 0, 0, 0, 0));
		assertThat(both.phases()).extracting(BesideCurl.Phase::name)
			.containsExactly("time_namelookup", "time_connect", "time_starttransfer", "time_total");
		assertThat(both.phases()).extracting(BesideCurl.Phase::isWithinTenPercent)
			.containsExactly(false, true, true, true);
		assertThat(both.lines().get(1)).contains("time_namelookup", "1.000", "1.200", "+0.200", "+20 %", "neither");
	}

}
