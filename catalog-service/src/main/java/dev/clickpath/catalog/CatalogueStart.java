package dev.clickpath.catalog;

import java.io.IOException;

import dev.clickpath.catalog.loading.CatalogueLoader;
import dev.clickpath.catalog.problem.Doorkeeper;
import dev.clickpath.catalog.ranking.IndexFolder;
import dev.clickpath.catalog.search.IndexUpdates;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * What must be done before the service takes requests, in order. Spring Boot reports
 * readiness only after it.
 */
@Component
class CatalogueStart implements ApplicationRunner {

	private final CatalogueLoader loader;

	private final IndexUpdates indexUpdates;

	private final Doorkeeper doorkeeper;

	CatalogueStart(CatalogueLoader loader, IndexUpdates indexUpdates, Doorkeeper doorkeeper) {
		this.loader = loader;
		this.indexUpdates = indexUpdates;
		this.doorkeeper = doorkeeper;
	}

	@Override
	public void run(ApplicationArguments args) throws IOException {
		IndexFolder.deleteAbandoned();
		this.loader.load();
		this.indexUpdates.start();
		this.doorkeeper.open();
	}

}
