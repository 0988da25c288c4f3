package dev.clickpath.edge.caching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads dictionaries of structured fields (RFC 9651, section 4.2.2), as strictly as the
 * RFC demands: one wrong octet, and there is no dictionary. Parameters are read and left
 * out, since no field that the edge knows has any.
 */
final class StructuredFields {

	private final FieldText text;

	private StructuredFields(FieldText text) {
		this.text = text;
	}

	/**
	 * The values by their keys, as {@link BareItem#read} gives them; a {@link List} of
	 * such for inner lists.
	 * @param lines of the field
	 * @return null when it is no dictionary
	 */
	static @Nullable Map<String, Object> dictionary(List<String> lines) {
		try {
			return new StructuredFields(new FieldText(String.join(",", lines))).dictionary();
		}
		catch (MalformedFieldException ex) {
			return null;
		}
	}

	private Map<String, Object> dictionary() throws MalformedFieldException {
		Map<String, Object> members = new LinkedHashMap<>();
		this.text.skip(FieldText::isSpace);
		while (!this.text.atEnd()) {
			String key = key();
			members.remove(key);
			members.put(key, this.text.take('=') ? itemOrInnerList() : (Object) true);
			parameters();
			this.text.skip(FieldText::isOptionalSpace);
			if (this.text.atEnd()) {
				return members;
			}
			this.text.expect(',');
			this.text.skip(FieldText::isOptionalSpace);
			if (this.text.atEnd()) {
				throw new MalformedFieldException();
			}
		}
		return members;
	}

	private Object itemOrInnerList() throws MalformedFieldException {
		if (!this.text.take('(')) {
			return BareItem.read(this.text);
		}
		List<Object> items = new ArrayList<>();
		this.text.skip(FieldText::isSpace);
		while (!this.text.take(')')) {
			items.add(BareItem.read(this.text));
			parameters();
			if (this.text.peek() != ' ' && this.text.peek() != ')') {
				throw new MalformedFieldException();
			}
			this.text.skip(FieldText::isSpace);
		}
		return items;
	}

	private String key() throws MalformedFieldException {
		int start = this.text.position();
		if (!FieldText.isLowerCase(this.text.peek()) && this.text.peek() != '*') {
			throw new MalformedFieldException();
		}
		this.text.skip(StructuredFields::isOfKey);
		return this.text.since(start);
	}

	private static boolean isOfKey(int c) {
		return FieldText.isLowerCase(c) || FieldText.isDigit(c) || "_-.*".indexOf(c) >= 0;
	}

	private void parameters() throws MalformedFieldException {
		while (this.text.take(';')) {
			this.text.skip(FieldText::isSpace);
			key();
			if (this.text.take('=')) {
				Object _ = BareItem.read(this.text);
			}
		}
	}

}
