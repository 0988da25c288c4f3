package dev.clickpath.recommendation;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.clickpath.recommendation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule theModelIsPure = classes().that()
		.resideInAnyPackage("..model..", "..training..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("dev.clickpath.recommendation.model..", "dev.clickpath.recommendation.training..",
				"java.lang..", "java.util..", "java.time..", "org.jspecify..");

	@ArchTest
	static final ArchRule packagesFormNoCycle = slices().matching("dev.clickpath.recommendation.(*)..")
		.should()
		.beFreeOfCycles();

}
