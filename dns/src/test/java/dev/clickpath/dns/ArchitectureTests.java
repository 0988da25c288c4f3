package dev.clickpath.dns;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.clickpath.dns", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule answeringIsPure = classes().that()
		.resideInAPackage("..dns.answering..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("..dns.answering..", "java..", "org.jspecify..", "org.xbill.DNS..");

	@ArchTest
	static final ArchRule answeringHasNeitherSocketsNorClocks = noClasses().that()
		.resideInAPackage("..dns.answering..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("java.nio.channels..")
		.orShould()
		.callMethod(System.class, "nanoTime")
		.orShould()
		.callMethod(java.time.Instant.class, "now");

	@ArchTest
	static final ArchRule packagesFormNoCycle = slices().matching("dev.clickpath.dns.(*)..").should().beFreeOfCycles();

}
