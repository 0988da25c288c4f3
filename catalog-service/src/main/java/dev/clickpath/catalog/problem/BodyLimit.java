package dev.clickpath.catalog.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Reads bodies only up to a length, whatever they say of themselves.
 */
@RestControllerAdvice
class BodyLimit extends RequestBodyAdviceAdapter {

	static final int MOST_BYTES = 64 * 1024;

	@Override
	public boolean supports(MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) throws IOException {
		return new LimitedMessage(message.getHeaders(), new LimitedStream(message.getBody()));
	}

	private record LimitedMessage(HttpHeaders headers, InputStream body) implements HttpInputMessage {

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public InputStream getBody() {
			return this.body;
		}

	}

	private static final class LimitedStream extends FilterInputStream {

		private int left = MOST_BYTES;

		LimitedStream(InputStream body) {
			super(body);
		}

		@Override
		public int read() throws IOException {
			int read = super.read();
			count((read >= 0) ? 1 : 0);
			return read;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = super.read(bytes, offset, length);
			count(read);
			return read;
		}

		private void count(int read) {
			this.left -= Math.max(0, read);
			if (this.left < 0) {
				throw new BodyTooLargeException();
			}
		}

	}

}
