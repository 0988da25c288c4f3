package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.ReferenceManager;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot, and older ones as long as someone searches them.
 */
final class Snapshots extends ReferenceManager<Snapshot> {

	private final Executor executor;

	/**
	 * @param executor for what takes one thread too long
	 */
	Snapshots(IndexWriter writer, Executor executor) throws IOException {
		this.executor = executor;
		this.current = Snapshot.of(DirectoryReader.open(writer), executor, Map.of());
	}

	@Override
	protected @Nullable Snapshot refreshIfNeeded(Snapshot latest) throws IOException {
		DirectoryReader changed = DirectoryReader.openIfChanged(latest.reader());
		return (changed != null) ? Snapshot.of(changed, this.executor, latest.columns()) : null;
	}

	@Override
	protected boolean tryIncRef(Snapshot snapshot) {
		return snapshot.reader().tryIncRef();
	}

	@Override
	protected void decRef(Snapshot snapshot) throws IOException {
		snapshot.reader().decRef();
	}

	@Override
	protected int getRefCount(Snapshot snapshot) {
		return snapshot.reader().getRefCount();
	}

}
