package dev.clickpath.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.clickpath.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule theChoiceIsPure = noClasses().that()
		.resideInAPackage("..upstream..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.netty..", "reactor..", "java.sql..");

	@ArchTest
	static final ArchRule packagesFormNoCycle = slices().matching("dev.clickpath.gateway.(*)..")
		.should()
		.beFreeOfCycles();

}
