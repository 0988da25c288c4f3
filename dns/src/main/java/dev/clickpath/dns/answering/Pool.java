package dev.clickpath.dns.answering;

import java.util.ArrayList;
import java.util.List;

/**
 * Endpoints that can stand in for each other.
 *
 * @param endpoints at least one; those that stand first are nearest to who is in no
 * network of theirs
 */
public record Pool(List<Endpoint> endpoints) {

	/** More would only make answers long. */
	private static final int MOST = 8;

	/** Behind those with any match, the longest of which has 128 bits. */
	private static final int SAME_ZONE = 129;

	public Pool {
		if (endpoints.isEmpty()) {
			throw new IllegalArgumentException("A pool without endpoints leads nowhere");
		}
		endpoints = List.copyOf(endpoints);
	}

	/**
	 * The nearest that are well. Nearest are those whose network fits the client best,
	 * then others of the zone in which the best one is, then other zones as they are
	 * listed. When none is well all count as well: an address that may not answer is
	 * better than none.
	 */
	Choice nearest(Vantage client) {
		int scope = 0;
		Endpoint best = this.endpoints.getFirst();
		for (Endpoint endpoint : this.endpoints) {
			scope = Math.max(scope, endpoint.distinction(client));
			best = (endpoint.match(client) > best.match(client)) ? endpoint : best;
		}
		List<Endpoint> chosen = nearest(client, best.zone(), false);
		return new Choice(chosen.isEmpty() ? nearest(client, best.zone(), true) : chosen, scope);
	}

	private List<Endpoint> nearest(Vantage client, String zone, boolean any) {
		List<Endpoint> chosen = new ArrayList<>(2);
		int least = Integer.MAX_VALUE;
		for (Endpoint endpoint : this.endpoints) {
			if (any || client.healthy().test(endpoint)) {
				int distance = distance(endpoint, client, zone);
				if (distance < least) {
					least = distance;
					chosen.clear();
				}
				if (distance == least && chosen.size() < MOST) {
					chosen.add(endpoint);
				}
			}
		}
		return chosen;
	}

	private int distance(Endpoint endpoint, Vantage client, String zone) {
		int match = endpoint.match(client);
		if (match >= 0) {
			return SAME_ZONE - 1 - match;
		}
		return endpoint.zone().equals(zone) ? SAME_ZONE : SAME_ZONE + 1 + position(endpoint.zone());
	}

	private int position(String zone) {
		int position = 0;
		while (!this.endpoints.get(position).zone().equals(zone)) {
			position++;
		}
		return position;
	}

}
