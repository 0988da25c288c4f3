package dev.clickpath.edge.disk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.caching.ContentRange;
import dev.clickpath.edge.caching.FieldList;
import dev.clickpath.edge.encoding.ContentCoding;

/**
 * How the head of an object is written. What is read is taken for nobody's friend: a
 * matching checksum says that nothing happened to it, not who wrote it.
 */
final class HeadFormat {

	/**
	 * Larger ones are not kept; an origin's head has 8 KB at most, and a request's twice
	 * that.
	 */
	static final int LARGEST = 128 * 1024;

	private static final int MOST_FIELDS = 10_000;

	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private HeadFormat() {
	}

	static byte[] write(ObjectHead head) throws IOException {
		ByteArrayOutputStream octets = new ByteArrayOutputStream(1024);
		DataOutputStream out = new DataOutputStream(octets);
		out.writeLong(head.written().life());
		out.writeLong(head.written().turn());
		out.writeUTF(head.key().scheme());
		out.writeUTF(head.key().host());
		out.writeUTF(head.key().target());
		out.writeShort(head.status());
		Instant received = head.received();
		out.writeLong(received.getEpochSecond());
		out.writeInt(received.getNano());
		out.writeLong(head.initialAge().toSeconds());
		ContentRange range = head.range();
		out.writeBoolean(range != null);
		if (range != null) {
			out.writeLong(range.first());
			out.writeLong(range.length());
			out.writeLong(range.complete());
		}
		out.writeShort(head.selecting().size());
		for (Map.Entry<String, String> field : head.selecting().entrySet()) {
			out.writeUTF(field.getKey());
			out.writeUTF(field.getValue());
		}
		out.writeShort(head.fields().lines().size());
		for (FieldList.Field field : head.fields().lines()) {
			out.writeUTF(field.name());
			out.writeUTF(field.value());
		}
		out.writeByte(head.parts().size());
		for (ObjectHead.Part part : head.parts()) {
			out.writeUTF(part.coding().token());
			out.writeInt(part.length());
		}
		if (octets.size() > LARGEST) {
			throw new IOException("A head of " + octets.size() + " octets is not kept");
		}
		return octets.toByteArray();
	}

	/**
	 * Reads a head.
	 * @throws DamagedFileException when it is none
	 */
	static ObjectHead read(byte[] octets) throws DamagedFileException {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
			Mark written = new Mark(in.readLong(), in.readLong());
			CacheKey key = new CacheKey(text(in), text(in), text(in));
			int status = in.readUnsignedShort();
			check(status >= 200 && status <= 999);
			Instant received = Instant.ofEpochSecond(in.readLong(), in.readInt());
			Duration initialAge = Duration.ofSeconds(in.readLong());
			check(!initialAge.isNegative());
			ContentRange range = in.readBoolean() ? new ContentRange(in.readLong(), in.readLong(), in.readLong())
					: null;
			Map<String, String> selecting = new HashMap<>();
			for (FieldList.Field field : fields(in)) {
				selecting.put(field.name(), field.value());
			}
			FieldList fields = new FieldList(fields(in));
			List<ObjectHead.Part> parts = parts(in);
			check(in.available() == 0);
			check(range == null || isOf(range, parts.getFirst().length()));
			return new ObjectHead(key, written, status, fields, selecting, received, initialAge, range, parts);
		}
		catch (DamagedFileException ex) {
			throw ex;
		}
		catch (IOException | DateTimeException ex) {
			throw new DamagedFileException("A head that cannot be read", ex);
		}
	}

	private static List<FieldList.Field> fields(DataInputStream in) throws IOException {
		int count = in.readUnsignedShort();
		check(count <= MOST_FIELDS);
		List<FieldList.Field> fields = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String name = text(in);
			check(TOKEN.matcher(name).matches());
			fields.add(new FieldList.Field(name, text(in)));
		}
		return fields;
	}

	private static List<ObjectHead.Part> parts(DataInputStream in) throws IOException {
		int count = in.readUnsignedByte();
		List<ObjectHead.Part> parts = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			ContentCoding coding = coding(in.readUTF());
			int length = in.readInt();
			boolean plain = coding == ContentCoding.IDENTITY;
			check(plain == (i == 0) && length >= (plain ? 0 : ObjectHead.Part.STAND_IN));
			check(parts.stream().noneMatch((part) -> part.coding() == coding));
			parts.add(new ObjectHead.Part(coding, length));
		}
		check(!parts.isEmpty());
		return parts;
	}

	private static ContentCoding coding(String token) throws DamagedFileException {
		for (ContentCoding coding : ContentCoding.values()) {
			if (coding.token().equals(token)) {
				return coding;
			}
		}
		throw new DamagedFileException("A coding that the edge does not know");
	}

	private static boolean isOf(ContentRange range, int length) {
		boolean bounded = range.first() >= 0 && range.first() <= Long.MAX_VALUE - length && range.length() == length;
		return bounded && (range.complete() == -1 || range.complete() >= range.end());
	}

	/** Nothing that could end a line of a head, or the head itself. */
	private static String text(DataInputStream in) throws IOException {
		String text = in.readUTF();
		check(text.chars().noneMatch((c) -> c == '\r' || c == '\n' || c == 0));
		return text;
	}

	private static void check(boolean sound) throws DamagedFileException {
		if (!sound) {
			throw new DamagedFileException("A head that cannot be true");
		}
	}

}
