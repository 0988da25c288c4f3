package dev.clickpath.edge.caching;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What tells whether a representation still is the current one (RFC 9110, section 8.8).
 *
 * @param entityTag its tag, or null
 * @param formerTag the tag of the same content in a body that other octets once stood
 * for, or null: who still has it has nothing new to get
 * @param lastModified when it was last changed, or null
 * @param date when it was made, which stands in for a {@code Last-Modified} that is
 * missing where a client asks by date (RFC 9111, section 4.3.2)
 */
public record Validators(@Nullable EntityTag entityTag, @Nullable EntityTag formerTag, @Nullable Instant lastModified,
		Instant date) {

	static Validators of(Fields fields, Instant date) {
		return new Validators(EntityTag.parse(fields.first("ETag")), null,
				HttpDate.parse(fields.first("Last-Modified")), date);
	}

	/**
	 * Whether there is nothing to ask the origin by.
	 */
	public boolean isEmpty() {
		return this.entityTag == null && this.lastModified == null;
	}

	/**
	 * The validators of another coding of the same representation.
	 */
	public Validators with(@Nullable EntityTag otherTag, @Nullable EntityTag former) {
		return new Validators(otherTag, former, this.lastModified, this.date);
	}

	/**
	 * The same, but none of them is strong.
	 */
	Validators weakened() {
		boolean strong = this.entityTag != null && this.entityTag.isStrong();
		return (this.entityTag != null && strong) ? with(new EntityTag(true, this.entityTag.opaque(), false), null)
				: this;
	}

	/**
	 * By weak comparison (RFC 9110, section 13.1.2).
	 * @return the tag of the client's copy, or null when it has another
	 */
	Answer.@Nullable NotModified matching(String noneMatch) {
		if (noneMatch.strip().equals("*")) {
			return new Answer.NotModified(this.entityTag);
		}
		for (EntityTag tag : EntityTag.parseList(noneMatch)) {
			if (this.entityTag != null && this.entityTag.matchesWeakly(tag)) {
				return new Answer.NotModified(this.entityTag);
			}
			if (this.formerTag != null && this.formerTag.matchesWeakly(tag)) {
				return new Answer.NotModified(this.formerTag);
			}
		}
		return null;
	}

	boolean modifiedAfter(Instant since) {
		return ((this.lastModified != null) ? this.lastModified : this.date).isAfter(since);
	}

	/**
	 * Whether a range is asked of this very representation: by a strong tag, or by
	 * exactly its date, where that is a strong validator (RFC 9110, sections 13.1.5 and
	 * 8.8.2.2).
	 */
	public boolean satisfyIfRange(@Nullable String ifRange) {
		if (ifRange == null) {
			return true;
		}
		EntityTag tag = EntityTag.parse(ifRange);
		if (tag != null && !tag.bare()) {
			return this.entityTag != null && tag.matchesStrongly(this.entityTag);
		}
		Instant asked = HttpDate.parse(ifRange);
		return asked != null && asked.equals(this.lastModified) && asked.isBefore(this.date);
	}

	/**
	 * Whether both are of the same octets (RFC 9110, section 8.8.1).
	 */
	boolean matchStrongly(Validators other) {
		return this.entityTag != null && other.entityTag != null && this.entityTag.matchesStrongly(other.entityTag);
	}

}
