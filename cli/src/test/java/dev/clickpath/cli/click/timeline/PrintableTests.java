package dev.clickpath.cli.click.timeline;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTests {

	@Test
	void letsNobodyWriteToTheTerminalWhatIsNotText() {
		assertThat(Printable.of("a\u001b[31mred\u0007\r\nb\u202ec\u009b2J", 80)).isEqualTo("a [31mred   b c 2J");
	}

	@Test
	void shortensWhatIsLong() {
		assertThat(Printable.of("0123456789", 10)).isEqualTo("0123456789");
		assertThat(Printable.of("0123456789a", 10)).isEqualTo("0123456...");
	}

}
