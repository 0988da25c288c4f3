package dev.clickpath.storefront.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Gathers a page while it is written. The beginning is sent on its way when the page has
 * to wait for a part; a page that never waits goes out whole, with its length, and one
 * that fails before that can still become an error page.
 */
final class PageWriter extends Writer {

	private static final int USUAL_SIZE = 64 * 1024;

	private final HttpServletResponse response;

	private final StringBuilder text = new StringBuilder(USUAL_SIZE);

	private boolean begun;

	PageWriter(HttpServletResponse response) {
		this.response = response;
	}

	@Override
	public void write(int c) {
		this.text.append((char) c);
	}

	@Override
	public void write(char[] buffer, int offset, int length) {
		this.text.append(buffer, offset, length);
	}

	@Override
	public void write(String string) {
		this.text.append(string);
	}

	@Override
	public void write(String string, int offset, int length) {
		this.text.append(string, offset, offset + length);
	}

	/** The template engine's own flush, at the end, says nothing new. */
	@Override
	public void flush() {
	}

	/**
	 * Sends what has been written so far to the browser.
	 */
	void sendOn() throws IOException {
		if (!this.text.isEmpty()) {
			this.begun = true;
			send(encoded());
			this.response.flushBuffer();
		}
	}

	@Override
	public void close() throws IOException {
		byte[] rest = encoded();
		if (!this.begun) {
			this.response.setContentLength(rest.length);
		}
		send(rest);
	}

	private byte[] encoded() {
		byte[] bytes = this.text.toString().getBytes(StandardCharsets.UTF_8);
		this.text.setLength(0);
		return bytes;
	}

	private void send(byte[] bytes) throws IOException {
		OutputStream output = this.response.getOutputStream();
		output.write(bytes);
	}

}
