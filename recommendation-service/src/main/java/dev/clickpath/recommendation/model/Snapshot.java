package dev.clickpath.recommendation.model;

import dev.clickpath.recommendation.training.Taste;

/**
 * What has been learned of the products, as of one moment. Immutable, shares with the one
 * before it what has not changed.
 *
 * @param lags whether training cannot follow what is learned
 */
record Snapshot(Similarities viewed, Similarities bought, Trending trending, Taste taste, boolean lags) {

	Similarities of(Relation relation) {
		return switch (relation) {
			case VIEWED -> this.viewed;
			case BOUGHT -> this.bought;
		};
	}

	/**
	 * What the visitor's latest products say for others, the later the louder, as far as
	 * the training does not know it yet, or cannot follow.
	 */
	Blend blend(History history, Tuning tuning) {
		int seeds = Math.min(history.size(), tuning.seeds());
		int most = 0;
		for (int i = 0; i < seeds; i++) {
			most += this.viewed.neighbours(history.product(i)).size();
		}
		Blend blend = new Blend(most);
		double recency = 1;
		for (int i = 0; i < seeds; i++) {
			int seed = history.product(i);
			double voice = recency * Strengths.INTEREST.of(history.seen(i));
			Neighbours neighbours = this.viewed.neighbours(seed);
			for (int n = 0; n < neighbours.size(); n++) {
				if (this.lags || !this.taste.knows(seed) || !this.taste.knows(neighbours.product(n))) {
					blend.add(neighbours.product(n), voice * this.viewed.similarity(seed, neighbours, n), seed);
				}
			}
			recency *= tuning.seedDecay();
		}
		return blend;
	}

	Snapshot with(Taste trained) {
		return new Snapshot(this.viewed, this.bought, this.trending, trained, false);
	}

	Snapshot lagging() {
		return new Snapshot(this.viewed, this.bought, this.trending, this.taste, true);
	}

	Snapshot with(Similarities newViewed, Similarities newBought, Trending newTrending) {
		return new Snapshot(newViewed, newBought, newTrending, this.taste, this.lags);
	}

}
