package dev.clickpath.storefront.reservation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReservationsTests {

	@Test
	void whatIsHeldIsSettled() {
		assertThat(fulfil(null)).isTrue();
	}

	@Test
	void whereNothingIsHeldThereIsNothingToSettle() {
		assertThat(fulfil(refusal(HttpStatus.NOT_FOUND, "reservation-not-found"))).isFalse();
		assertThat(fulfil(refusal(HttpStatus.CONFLICT, "reservation-released"))).isFalse();
	}

	@Test
	void aCatalogueThatDoesNotKnowTheQuestionHasNotAnswered() {
		assertThatExceptionOfType(HttpClientErrorException.NotFound.class)
			.isThrownBy(() -> fulfil(refusal(HttpStatus.NOT_FOUND, "no-such-page")));
	}

	private static boolean fulfil(@Nullable HttpClientErrorException refusal) {
		return new Reservations(new Catalogue(refusal), JsonMapper.shared()).fulfil(UUID.randomUUID());
	}

	private static HttpClientErrorException refusal(HttpStatus status, String type) {
		return HttpClientErrorException.create(status, status.getReasonPhrase(), new HttpHeaders(),
				"{\"type\":\"urn:clickpath:problem:%s\"}".formatted(type).getBytes(StandardCharsets.UTF_8),
				StandardCharsets.UTF_8);
	}

	/**
	 * Refuses to settle anything, or settles it.
	 */
	private record Catalogue(@Nullable HttpClientErrorException refusal) implements ReservationApi {

		@Override
		public void reserve(String order, Wanted wanted) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void release(String order) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void fulfil(String order) {
			if (this.refusal != null) {
				throw this.refusal;
			}
		}

	}

}
