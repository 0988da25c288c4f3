package dev.clickpath.storefront.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class PageWriterTests {

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final PageWriter writer = new PageWriter(this.response);

	@Test
	void aPageThatNeverWaitsGoesOutWholeWithItsLength() throws IOException {
		this.writer.write("<p>");
		this.writer.flush();
		this.writer.write("é</p>");
		assertThat(this.response.isCommitted()).isFalse();
		this.writer.close();
		assertThat(this.response.getContentLength()).isEqualTo(9);
		assertThat(this.response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("<p>é</p>");
	}

	@Test
	void theBeginningIsSentOnBeforeAWait() throws IOException {
		this.writer.write("<head>");
		this.writer.sendOn();
		assertThat(this.response.isCommitted()).isTrue();
		assertThat(this.response.getContentAsString()).isEqualTo("<head>");
		this.writer.write("<body>");
		this.writer.close();
		assertThat(this.response.getContentAsString()).isEqualTo("<head><body>");
		assertThat(this.response.containsHeader("Content-Length")).isFalse();
	}

	@Test
	void aPageGrowsAsLongAsItMust() throws IOException {
		String piece = "🫖 0–100 °C ".repeat(1_000);
		for (int i = 0; i < 10; i++) {
			this.writer.write(piece.toCharArray(), 0, piece.length());
			this.writer.write('|');
			this.writer.write("..|..", 2, 1);
		}
		this.writer.close();
		assertThat(this.response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo((piece + "||").repeat(10));
	}

}
