package dev.clickpath.catalog.ranking;

import java.io.IOException;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.ReferenceManager;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot, and older ones as long as someone searches them.
 */
final class Snapshots extends ReferenceManager<Snapshot> {

	Snapshots(IndexWriter writer) throws IOException {
		this.current = Snapshot.of(DirectoryReader.open(writer));
	}

	@Override
	protected @Nullable Snapshot refreshIfNeeded(Snapshot latest) throws IOException {
		DirectoryReader changed = DirectoryReader.openIfChanged(latest.reader());
		return (changed != null) ? Snapshot.of(changed) : null;
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
