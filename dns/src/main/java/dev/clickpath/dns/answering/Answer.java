package dev.clickpath.dns.answering;

import java.util.List;

import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/**
 * What is known of a question.
 *
 * @param rcode what became of it
 * @param authoritative whether it is of this zone
 * @param records the answer
 * @param authority the zone's SOA when there is none (RFC 2308)
 * @param additional what will be asked next
 * @param scope for how many bits of the client's address it holds
 */
record Answer(int rcode, boolean authoritative, List<Record> records, List<Record> authority, List<Record> additional,
		int scope) {

	static Answer of(List<Record> records, List<Record> additional, int scope) {
		return new Answer(Rcode.NOERROR, true, records, List.of(), additional, scope);
	}

	static Answer none(int rcode, Record soa, int scope) {
		return new Answer(rcode, true, List.of(), List.of(soa), List.of(), scope);
	}

	static Answer failure(int rcode) {
		return new Answer(rcode, false, List.of(), List.of(), List.of(), 0);
	}

}
