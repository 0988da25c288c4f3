package dev.clickpath.dns.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.HINFORecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/**
 * The zone, and what it says to a question.
 */
public final class Zone {

	/** Longer than any chain of aliases in it. */
	private static final int LONGEST_CHAIN = 4;

	private final Name origin;

	private final Map<Name, Node> nodes;

	private final SOARecord negative;

	private final long ttl;

	/**
	 * The zone of a plan.
	 * @throws IllegalArgumentException when a name in the plan is none
	 */
	public Zone(ZonePlan plan) {
		ZoneLayout layout = new ZoneLayout(plan);
		this.origin = layout.origin();
		this.nodes = layout.nodes();
		this.negative = layout.negative();
		this.ttl = plan.ttl().toSeconds();
	}

	/**
	 * What the zone says.
	 */
	Answer answer(Request.Query query, Vantage client) {
		if (query.dclass() != DClass.IN || !query.name().subdomain(this.origin)) {
			return Answer.failure(Rcode.REFUSED);
		}
		if (query.type() == Type.AXFR || query.type() == Type.IXFR) {
			return Answer.failure(Rcode.REFUSED);
		}
		Node node = this.nodes.get(query.name());
		if (node == null) {
			return Answer.none(Rcode.NXDOMAIN, this.negative, 0);
		}
		return (query.type() == Type.ANY) ? any(query.name(), node) : find(node, query.type(), client);
	}

	/**
	 * All there is would help those most who have it sent to somebody else (RFC 8482,
	 * section 4.2).
	 */
	private Answer any(Name name, Node node) {
		CNAMERecord alias = node.alias();
		if (alias != null) {
			return Answer.of(List.of(alias), List.of(), 0);
		}
		return node.isEmpty() ? Answer.none(Rcode.NOERROR, this.negative, 0)
				: Answer.of(List.of(new HINFORecord(name, DClass.IN, this.ttl, "RFC8482", "")), List.of(), 0);
	}

	/** Aliases lead to names of this zone only. */
	private Answer find(Node start, int type, Vantage client) {
		List<Record> records = new ArrayList<>();
		Node node = start;
		CNAMERecord alias = node.alias();
		for (int i = 0; alias != null && type != Type.CNAME && i < LONGEST_CHAIN; i++) {
			records.add(alias);
			node = this.nodes.getOrDefault(alias.getTarget(), new Node());
			alias = node.alias();
		}
		Node.Found found = node.find(type, client);
		if (found.records().isEmpty()) {
			Answer none = Answer.none(Rcode.NOERROR, this.negative, found.scope());
			return new Answer(none.rcode(), true, records, none.authority(), List.of(), found.scope());
		}
		records.addAll(found.records());
		return Answer.of(records, (type == Type.NS) ? addresses(found.records(), client) : List.of(), found.scope());
	}

	private List<Record> addresses(List<Record> nameServers, Vantage client) {
		List<Record> addresses = new ArrayList<>();
		for (Record record : nameServers) {
			Node node = this.nodes.get(((NSRecord) record).getTarget());
			if (node != null) {
				addresses.addAll(node.find(Type.A, client).records());
				addresses.addAll(node.find(Type.AAAA, client).records());
			}
		}
		return addresses;
	}

}
