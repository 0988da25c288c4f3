package dev.clickpath.endtoend.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import tools.jackson.databind.JsonNode;

/**
 * The properties that a service has, as the names of environment variables: those of its
 * {@code @ConfigurationProperties} records, read from their source, those of its
 * {@code application.yaml}, and Spring Boot's as the jar's libraries describe them.
 */
final class ServiceProperties {

	private static final Map<String, ServiceProperties> READ = new ConcurrentHashMap<>();

	private final Map<String, ClassTree> records = new HashMap<>();

	private final List<Pattern> names = new ArrayList<>();

	private ServiceProperties() {
	}

	static ServiceProperties of(String module) {
		return READ.computeIfAbsent(module, ServiceProperties::read);
	}

	private static ServiceProperties read(String module) {
		ServiceProperties properties = new ServiceProperties();
		properties.readSources(List.of(Overlay.CHECKOUT.resolve(module), Overlay.CHECKOUT.resolve("service-defaults")));
		properties.readFile(Overlay.CHECKOUT.resolve(module).resolve("src/main/resources/application.yaml"));
		properties.readFile(Overlay.CHECKOUT.resolve("service-defaults/src/main/resources/service-defaults.yaml"));
		properties.readLibraries(Overlay.CHECKOUT.resolve(module).resolve("target").resolve(module + ".jar"));
		return properties;
	}

	/** Whether an environment variable of this name sets something. */
	boolean contain(String variable) {
		return this.names.stream().anyMatch((name) -> name.matcher(variable).matches());
	}

	private void readSources(List<Path> modules) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			Iterable<? extends JavaFileObject> sources = files.getJavaFileObjectsFromPaths(sources(modules));
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
			task.parse().forEach((unit) -> new TreeScanner<Void, Void>() {

				@Override
				public Void visitClass(ClassTree type, Void unused) {
					ServiceProperties.this.records.put(type.getSimpleName().toString(), type);
					return super.visitClass(type, null);
				}

			}.scan(unit, null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		List.copyOf(this.records.values())
			.forEach((type) -> prefix(type).ifPresent((prefix) -> add(upper(prefix), type)));
	}

	/**
	 * What is set from outside stands in files named after it; the others are their
	 * parts.
	 */
	private static List<Path> sources(List<Path> modules) throws IOException {
		List<Path> sources = new ArrayList<>();
		for (Path module : modules) {
			try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
				List<Path> all = files.filter((file) -> file.toString().endsWith(".java")).toList();
				List<Path> folders = all.stream()
					.filter((file) -> file.toString().endsWith("Properties.java"))
					.map(Path::getParent)
					.toList();
				all.stream().filter((file) -> folders.contains(file.getParent())).forEach(sources::add);
			}
		}
		return sources;
	}

	private static Optional<String> prefix(ClassTree type) {
		return type.getModifiers()
			.getAnnotations()
			.stream()
			.filter((annotation) -> annotation.getAnnotationType().toString().equals("ConfigurationProperties"))
			.map(AnnotationTree::getArguments)
			.flatMap(List::stream)
			.map((argument) -> argument.toString().replaceAll("^value = |\"", ""))
			.findFirst();
	}

	private void add(String prefix, ClassTree type) {
		for (Tree member : type.getMembers()) {
			if (member instanceof VariableTree field && !(field.getInitializer() instanceof LiteralTree)
					&& !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
				add(prefix + "_" + upper(field.getName().toString()), field.getType());
			}
		}
	}

	private void add(String name, Tree type) {
		String plain = type.toString().replaceAll("@\\w+(\\(.*?\\))?\\s*", "");
		ClassTree record = this.records.get(plain);
		if (record != null && record.getKind() == Tree.Kind.RECORD) {
			add(name, record);
			// Spring makes one of a text, too, if it can.
			if (record.getMembers().stream().anyMatch(ServiceProperties::isMadeOfText)) {
				this.names.add(Pattern.compile(name));
			}
		}
		else if (type instanceof ParameterizedTypeTree list && plain.startsWith("List<")) {
			this.names.add(Pattern.compile(name));
			add(name + "_\\d+", list.getTypeArguments().getFirst());
		}
		else if (type instanceof ParameterizedTypeTree map && plain.startsWith("Map<")) {
			add(name + "_[A-Z0-9]+", map.getTypeArguments().getLast());
		}
		else {
			this.names.add(Pattern.compile(name));
		}
	}

	private static boolean isMadeOfText(Tree member) {
		return member instanceof MethodTree method && method.getName().contentEquals("valueOf");
	}

	private void readFile(Path file) {
		YamlFile.read(file).forEach((document) -> addAll("", document));
	}

	private void addAll(String name, JsonNode value) {
		if (value.isObject()) {
			value.properties().forEach((entry) -> addAll(name + "." + entry.getKey(), entry.getValue()));
		}
		else {
			this.names.add(Pattern.compile(Pattern.quote(upper(name.substring(1)))));
		}
	}

	private void readLibraries(Path jar) {
		try (ZipInputStream libraries = new ZipInputStream(Files.newInputStream(jar))) {
			for (ZipEntry entry = libraries.getNextEntry(); entry != null; entry = libraries.getNextEntry()) {
				if (entry.getName().startsWith("BOOT-INF/lib/spring-boot-") && entry.getName().endsWith(".jar")) {
					readMetadata(libraries);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(jar + " cannot be read; package " + jar.getFileName() + " first", ex);
		}
	}

	private void readMetadata(InputStream library) throws IOException {
		ZipInputStream files = new ZipInputStream(library);
		for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
			if (entry.getName().equals("META-INF/spring-configuration-metadata.json")) {
				for (JsonNode property : YamlFile.JSON.readTree(files.readAllBytes()).path("properties")) {
					this.names.add(Pattern.compile(Pattern.quote(upper(property.get("name").asString()))));
				}
				return;
			}
		}
	}

	private static String upper(String property) {
		return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
