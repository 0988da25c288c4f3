package dev.clickpath.edge.proxying;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP/2 client that sends what no decent client would (RFC 9113; RFC 7541, section
 * 6.2.2).
 */
final class RawHttp2 implements AutoCloseable {

	/** No frame, but the end of the connection. */
	static final int END = -1;

	static final int DATA = 0;

	static final int HEADERS = 1;

	static final int PRIORITY = 2;

	static final int RST_STREAM = 3;

	static final int SETTINGS = 4;

	static final int PING = 6;

	static final int GOAWAY = 7;

	static final int CONTINUATION = 9;

	static final int END_STREAM = 1;

	static final int END_HEADERS = 4;

	/** Five octets before the fields tell how urgent the stream is. */
	private static final int WEIGHTED = 32;

	private final Socket socket;

	private final DataInputStream in;

	private final String authority;

	RawHttp2(Socket socket, String authority) throws IOException {
		this.socket = socket;
		this.authority = authority;
		this.in = new DataInputStream(socket.getInputStream());
		write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		send(SETTINGS, 0, 0, new byte[0]);
	}

	/** A frame as it came. */
	record Frame(int type, int stream, ByteBuffer payload) {

		/** The error of RST_STREAM and GOAWAY, where it follows the last stream. */
		int error() {
			return this.payload.getInt((this.type == GOAWAY) ? 4 : 0);
		}

		/** The value of a setting, or -1. */
		int setting(int id) {
			for (int i = 0; i + 6 <= this.payload.capacity(); i += 6) {
				if (this.payload.getShort(i) == id) {
					return this.payload.getInt(i + 2);
				}
			}
			return -1;
		}

		String text() {
			return StandardCharsets.ISO_8859_1.decode(this.payload.duplicate()).toString();
		}

	}

	String authority() {
		return this.authority;
	}

	/**
	 * The fields of a good request, to which a test may add.
	 */
	List<String> get(String path) {
		return new ArrayList<>(
				List.of(":method", "GET", ":scheme", "https", ":authority", this.authority, ":path", path));
	}

	/**
	 * Sends a head; fields are names and values in turn.
	 */
	RawHttp2 head(int stream, boolean end, List<String> fields) throws IOException {
		send(HEADERS, END_HEADERS | (end ? END_STREAM : 0), stream, block(fields));
		return this;
	}

	/** Literal fields that are not indexed, none of which is long or coded. */
	static byte[] block(List<String> fields) {
		ByteArrayOutputStream block = new ByteArrayOutputStream();
		for (int i = 0; i < fields.size(); i += 2) {
			block.write(0);
			for (String text : fields.subList(i, i + 2)) {
				block.write(text.length());
				block.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
			}
		}
		return block.toByteArray();
	}

	void send(int type, int flags, int stream, byte[] payload) throws IOException {
		write(ByteBuffer.allocate(9 + payload.length)
			.putInt(payload.length * 0x100 + type)
			.put((byte) flags)
			.putInt(stream)
			.put(payload)
			.array());
	}

	static byte[] number(int number) {
		return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
	}

	private void write(byte[] octets) throws IOException {
		this.socket.getOutputStream().write(octets);
	}

	/**
	 * The next frame of one of these types, or {@code END} when the connection ends
	 * before.
	 */
	Frame next(Integer... types) throws IOException {
		try {
			while (true) {
				int length = this.in.readUnsignedByte() * 0x10000 + this.in.readUnsignedShort();
				int type = this.in.readUnsignedByte();
				int flags = this.in.readUnsignedByte();
				ByteBuffer payload = ByteBuffer.allocate(length);
				int stream = this.in.readInt();
				this.in.readFully(payload.array());
				int weight = (type == HEADERS && (flags & WEIGHTED) != 0) ? 5 : 0;
				Frame frame = new Frame(type, stream, payload.position(weight).slice());
				if (List.of(types).contains(frame.type())) {
					return frame;
				}
			}
		}
		catch (EOFException | SocketException ex) {
			return new Frame(END, 0, ByteBuffer.allocate(0));
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
