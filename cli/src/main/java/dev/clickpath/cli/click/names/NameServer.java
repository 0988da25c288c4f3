package dev.clickpath.cli.click.names;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.HTTPSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * A name server that is asked for what a browser wants to know: A, AAAA and HTTPS, all at
 * once (RFC 9460, section 3).
 */
final class NameServer {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final int[] TYPES = { Type.A, Type.AAAA, Type.HTTPS };

	private final InetSocketAddress address;

	private final SimpleResolver resolver;

	NameServer(InetSocketAddress address) {
		this.address = address;
		this.resolver = new SimpleResolver(address);
		this.resolver.setTimeout(PATIENCE);
	}

	/** Where it is. */
	InetSocketAddress address() {
		return this.address;
	}

	/**
	 * Asks it. Of a type that it does not answer for there is nothing but that to know,
	 * as long as there is an address.
	 * @throws IOException when it does not answer, or not to this
	 */
	Known ask(String host) throws IOException {
		Name name = name(host);
		Map<Integer, CompletableFuture<Message>> answers = new LinkedHashMap<>();
		for (int type : TYPES) {
			answers.put(type, this.resolver.sendAsync(Message.newQuery(Record.newRecord(name, type, DClass.IN)))
				.toCompletableFuture());
		}
		Known known = Known.nothing();
		IOException failure = null;
		for (Map.Entry<Integer, CompletableFuture<Message>> answer : answers.entrySet()) {
			try {
				known = known.and(read(await(answer.getValue())));
			}
			catch (IOException ex) {
				known = known.and(Known.fact("%s: %s".formatted(Type.string(answer.getKey()), ex.getMessage())));
				failure = (failure == null && answer.getKey() != Type.HTTPS) ? ex : failure;
			}
		}
		if (failure != null && known.addresses().isEmpty()) {
			throw failure;
		}
		return known;
	}

	private Known read(Message message) throws IOException {
		int code = message.getRcode();
		if (code == Rcode.NXDOMAIN) {
			return Known.nothing();
		}
		if (code != Rcode.NOERROR) {
			throw new IOException("it answers " + Rcode.string(code));
		}
		List<InetAddress> addresses = new ArrayList<>();
		List<String> facts = new ArrayList<>();
		List<Record> answer = message.getSection(Section.ANSWER);
		for (Record each : answer) {
			switch (each) {
				case ARecord a -> addresses.add(a.getAddress());
				case AAAARecord aaaa -> addresses.add(aaaa.getAddress());
				case HTTPSRecord https -> facts.add("HTTPS " + https.rdataToString());
				default -> facts.add(Type.string(each.getType()) + " " + each.rdataToString());
			}
		}
		return new Known(addresses, facts, answer.stream().map(Record::getTTL).min(Long::compare).orElse(null));
	}

	private static Message await(CompletableFuture<Message> answer) throws IOException {
		try {
			return answer.join();
		}
		catch (CompletionException ex) {
			throw new IOException("it does not answer", ex.getCause());
		}
	}

	private static Name name(String host) throws IOException {
		try {
			return Name.fromString(host, Name.root);
		}
		catch (TextParseException ex) {
			throw new IOException("a name is not like that", ex);
		}
	}

	/**
	 * What it knows of a name.
	 *
	 * @param addresses IPv4 before IPv6
	 * @param facts what else there is
	 * @param ttlSeconds how long all of it may be kept
	 */
	record Known(List<InetAddress> addresses, List<String> facts, @Nullable Long ttlSeconds) {

		static Known nothing() {
			return new Known(List.of(), List.of(), null);
		}

		static Known fact(String fact) {
			return new Known(List.of(), List.of(fact), null);
		}

		Known and(Known other) {
			return new Known(Stream.concat(this.addresses.stream(), other.addresses.stream()).toList(),
					Stream.concat(this.facts.stream(), other.facts.stream()).distinct().toList(),
					(this.ttlSeconds == null) ? other.ttlSeconds : (other.ttlSeconds == null) ? this.ttlSeconds
							: Long.valueOf(Math.min(this.ttlSeconds, other.ttlSeconds)));
		}

	}

}
