package dev.clickpath.edge.disk;

import java.util.function.BooleanSupplier;

import dev.clickpath.edge.store.StoredObject;

/**
 * An object that was read back from disk.
 *
 * @param object the object; who has it has to let go of it
 * @param current whether it has not been removed or superseded in the meantime
 */
public record Recalled(StoredObject object, BooleanSupplier current) {

	public boolean isCurrent() {
		return this.current.getAsBoolean();
	}

}
