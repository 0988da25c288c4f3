package dev.clickpath.storefront.page;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Gathers a page while it is written, in the bytes that are sent: a page of text would
 * take its room four times over. The beginning is sent on its way when the page has to
 * wait for a part; a page that never waits goes out whole, with its length, and one that
 * fails before that can still become an error page.
 */
final class PageWriter extends Writer {

	private static final int USUAL_SIZE = 48 * 1024;

	private final HttpServletResponse response;

	private byte[] page = new byte[USUAL_SIZE];

	private int length;

	private boolean begun;

	PageWriter(HttpServletResponse response) {
		this.response = response;
	}

	@Override
	public void write(int c) {
		write(String.valueOf((char) c));
	}

	@Override
	public void write(char[] buffer, int offset, int length) {
		write(new String(buffer, offset, length));
	}

	@Override
	public void write(String text, int offset, int length) {
		write(text.substring(offset, offset + length));
	}

	/**
	 * Templates hand over whole characters: no surrogate comes without its other half.
	 */
	@Override
	public void write(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (bytes.length > this.page.length - this.length) {
			this.page = Arrays.copyOf(this.page, Math.max(2 * this.page.length, this.length + bytes.length));
		}
		System.arraycopy(bytes, 0, this.page, this.length, bytes.length);
		this.length += bytes.length;
	}

	/** The template engine's own flush, at the end, says nothing new. */
	@Override
	public void flush() {
	}

	/**
	 * Sends what has been written so far to the browser.
	 */
	void sendOn() throws IOException {
		if (this.length > 0) {
			this.begun = true;
			send();
			this.response.flushBuffer();
		}
	}

	@Override
	public void close() throws IOException {
		if (!this.begun) {
			this.response.setContentLength(this.length);
		}
		send();
	}

	private void send() throws IOException {
		this.response.getOutputStream().write(this.page, 0, this.length);
		this.length = 0;
	}

}
