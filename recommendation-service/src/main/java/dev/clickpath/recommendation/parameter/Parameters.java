package dev.clickpath.recommendation.parameter;

import dev.clickpath.recommendation.problem.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/**
 * Checks the parameters of a request.
 */
public final class Parameters {

	private static final int MOST = 100;

	private Parameters() {
	}

	public static void checkVisitor(String visitor) {
		checkVisitor("visitor", visitor);
	}

	public static void checkVisitor(String name, String visitor) {
		check(name, visitor, Identifier.VISITOR);
	}

	public static void checkProduct(String id) {
		checkProduct("id", id);
	}

	public static void checkProduct(String name, String id) {
		check(name, id, Identifier.PRODUCT);
	}

	public static void checkRegion(@Nullable String region) {
		if (region != null) {
			check("region", region, Identifier.REGION);
		}
	}

	public static void checkLimit(int limit) {
		if (limit < 1 || limit > MOST) {
			throw new InvalidParameterException("limit", "must be between 1 and " + MOST);
		}
	}

	private static void check(String name, String value, Identifier identifier) {
		if (!identifier.matches(value)) {
			throw new InvalidParameterException(name, identifier.rule());
		}
	}

}
