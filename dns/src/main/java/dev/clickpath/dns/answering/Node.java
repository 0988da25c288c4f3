package dev.clickpath.dns.answering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * What the zone has at one name; nothing where other names only lie below it.
 */
final class Node {

	private final Map<Integer, List<Record>> fixed = new HashMap<>();

	private final Map<Endpoint, Map<Integer, List<Record>>> balanced = new HashMap<>();

	private @Nullable Pool pool;

	/**
	 * What was found.
	 *
	 * @param records none when there is nothing of the type
	 * @param scope for how many bits of the client's address that is so
	 */
	record Found(List<Record> records, int scope) {
	}

	void add(Record record) {
		this.fixed.computeIfAbsent(record.getType(), (type) -> new ArrayList<>()).add(record);
	}

	/**
	 * Adds what is answered when the client is led to that endpoint.
	 */
	void add(Pool pool, Endpoint endpoint, Record record) {
		this.pool = pool;
		this.balanced.computeIfAbsent(endpoint, (first) -> new HashMap<>())
			.computeIfAbsent(record.getType(), (type) -> new ArrayList<>())
			.add(record);
	}

	@Nullable CNAMERecord alias() {
		List<Record> aliases = this.fixed.get(Type.CNAME);
		return (aliases != null) ? (CNAMERecord) aliases.getFirst() : null;
	}

	boolean isEmpty() {
		return this.fixed.isEmpty() && this.balanced.isEmpty();
	}

	Found find(int type, Vantage client) {
		List<Record> records = this.fixed.get(type);
		if (records != null) {
			return new Found(records, 0);
		}
		if (this.pool == null || this.balanced.values().stream().noneMatch((sets) -> sets.containsKey(type))) {
			return new Found(List.of(), 0);
		}
		Choice choice = this.pool.nearest(client);
		List<Record> found = new ArrayList<>();
		for (Endpoint endpoint : choice.endpoints()) {
			found.addAll(this.balanced.getOrDefault(endpoint, Map.of()).getOrDefault(type, List.of()));
		}
		return new Found(found, choice.scope());
	}

}
