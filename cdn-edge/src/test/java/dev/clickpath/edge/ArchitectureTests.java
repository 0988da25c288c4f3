package dev.clickpath.edge;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.clickpath.edge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule cachingIsPure = classes().that()
		.resideInAPackage("..edge.caching..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("..edge.caching..", "java..", "org.jspecify..");

	@ArchTest
	static final ArchRule cachingAsksNoClockButItsOwn = noClasses().that()
		.resideInAPackage("..edge.caching..")
		.should()
		.callMethod(java.time.Instant.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis");

	@ArchTest
	static final ArchRule encodingKnowsNoServer = noClasses().that()
		.resideInAPackage("..edge.encoding..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.vertx..", "io.netty..", "..edge.store..", "..edge.proxying..");

	@ArchTest
	static final ArchRule packagesFormNoCycle = slices().matching("dev.clickpath.edge.(*)..").should().beFreeOfCycles();

}
