package dev.clickpath.storefront.reservation;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Keeps stock for orders. Every call may be repeated; a call that fails may have been
 * heard all the same.
 */
@Component
public class Reservations {

	private final ReservationApi api;

	private final JsonMapper json;

	public Reservations(ReservationApi api, JsonMapper json) {
		this.api = api;
		this.json = json;
	}

	/**
	 * Asks for all of it or nothing.
	 * @throws RestClientException when no answer comes
	 */
	public Reservation reserve(UUID order, List<ReservationApi.Line> lines) {
		try {
			this.api.reserve(order.toString(), new ReservationApi.Wanted(lines));
			return new Reservation.Held();
		}
		catch (HttpClientErrorException.Conflict ex) {
			return refusal(ex);
		}
	}

	/**
	 * Gives back what is held for the order, if anything. Nothing can be held for it
	 * afterwards.
	 * @throws RestClientException when no answer comes
	 */
	public void release(UUID order) {
		this.api.release(order.toString());
	}

	/**
	 * Tells that what is held for the order has been sent.
	 * @return whether anything was held
	 * @throws RestClientException when no answer comes
	 */
	public boolean fulfil(UUID order) {
		try {
			this.api.fulfil(order.toString());
			return true;
		}
		catch (HttpClientErrorException ex) {
			Problem problem = problem(ex);
			if (problem.is("reservation-not-found") || problem.is("reservation-released")) {
				return false;
			}
			throw ex;
		}
	}

	private Reservation refusal(HttpClientErrorException.Conflict ex) {
		Problem problem = problem(ex);
		if (!problem.is("out-of-stock")) {
			return new Reservation.Refused();
		}
		return new Reservation.OutOfStock(Objects.requireNonNullElse(problem.shortages(), List.of()));
	}

	private Problem problem(HttpClientErrorException ex) {
		try {
			return this.json.readValue(ex.getResponseBodyAsByteArray(), Problem.class);
		}
		catch (JacksonException unreadable) {
			return new Problem(null, null);
		}
	}

	/** What is read of the problem detail (RFC 9457). */
	private record Problem(@Nullable URI type, @Nullable List<Reservation.Shortage> shortages) {

		boolean is(String name) {
			return this.type != null && this.type.toString().endsWith(name);
		}

	}

}
