package dev.clickpath.gateway.upstream;

/**
 * The selection policies by the names they have in the configuration.
 */
public enum Policy {

	/** The better of two drawn by chance, by requests in flight and latency. */
	LEAST_LOADED {
		@Override
		SelectionPolicy create() {
			return new LeastLoaded();
		}
	},

	/** In turn. */
	ROUND_ROBIN {
		@Override
		SelectionPolicy create() {
			return new RoundRobin();
		}
	},

	/** The one with the fewest requests in flight. */
	LEAST_REQUESTS {
		@Override
		SelectionPolicy create() {
			return new LeastRequests();
		}
	},

	/** For one visitor always the same one, as long as it is there. */
	CONSISTENT_HASH {
		@Override
		SelectionPolicy create() {
			return new ConsistentHash();
		}
	};

	abstract SelectionPolicy create();

}
