package dev.clickpath.catalog.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.clickpath.catalog.product.Products;
import dev.clickpath.catalog.ranking.ProductIndexBuilder;
import dev.clickpath.catalog.ranking.ShelfNames;
import dev.clickpath.catalog.ranking.Synonyms;
import dev.clickpath.catalog.testing.Shop;
import dev.clickpath.defaults.testing.PostgresConfiguration;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.catalog.location=classpath:/catalogue-small/" })
@Import(PostgresConfiguration.class)
class IndexUpdatesTests {

	@LocalServerPort
	private int port;

	@Autowired
	private IndexUpdates updates;

	@Autowired
	private SearchIndex index;

	@Autowired
	private Products products;

	@Test
	void anIndexThatCouldNotBeWrittenOnceIsBuiltAnew() throws IOException {
		Shop shop = new Shop(this.port);
		FullOnce directory = new FullOnce();
		try (ProductIndexBuilder builder = new ProductIndexBuilder(directory, new ShelfNames(Map.of()),
				Synonyms.none())) {
			this.products.forEach(builder::add);
			this.index.publish(builder.build());
		}
		String product = shop.inStock().getFirst();
		directory.fill();
		shop.hold("order-1", Map.of(product, shop.stock(product)));
		try {
			// It fails, is built anew, and takes the change.
			for (int i = 0; i < 3; i++) {
				this.updates.lookNow();
			}
			assertThat(shop.inStock()).isNotEmpty().doesNotContain(product);
		}
		finally {
			shop.release("order-1");
		}
	}

	/** A disc that is full for a moment. */
	private static final class FullOnce extends FilterDirectory {

		private final AtomicBoolean full = new AtomicBoolean();

		FullOnce() {
			super(new ByteBuffersDirectory());
		}

		void fill() {
			this.full.set(true);
		}

		@Override
		public IndexOutput createOutput(String name, IOContext context) throws IOException {
			if (this.full.getAndSet(false)) {
				throw new IOException("No space left on device");
			}
			return super.createOutput(name, context);
		}

	}

}
