package dev.clickpath.catalog;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packagesOf = CatalogServiceApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule whatKnowsNoDatabaseIsPure = noClasses().that()
		.resideInAnyPackage("..catalog.seed..", "..catalog.ranking..", "..catalog.feed..", "..catalog.text..")
		.or()
		.haveSimpleNameStartingWith("SuggestionIndex")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..", "jakarta..");

	@ArchTest
	static final ArchRule featuresDoNotGoInCircles = slices().matching("dev.clickpath.catalog.(*)..")
		.should()
		.beFreeOfCycles();

}
