package taskglass;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which packages may use which, and how large packages and files may be. A rule that applies to no class fails. */
@AnalyzeClasses(packages = "taskglass", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String TASK = "taskglass.task..";
    private static final String OPENCODE = "taskglass.opencode..";
    private static final String SETTINGS = "taskglass.settings..";
    private static final String ENGINE = "taskglass.engine..";
    private static final String LEDGER = "taskglass.ledger..";
    private static final String TEXT = "taskglass.text..";
    private static final String UI = "taskglass.ui..";
    private static final String SHELL = "taskglass.shell..";
    private static final String RELEASE = "taskglass.release..";
    private static final String DEMO = "taskglass.demo..";
    private static final String TRACE = "taskglass.trace..";
    private static final String PROGRAMS = "taskglass.programs..";
    private static final String DESKTOP = "taskglass.desktop..";

    /** More than that is a list without a subject. */
    private static final int FILES_PER_PACKAGE = 25;

    /** With imports and comments. */
    private static final int LINES_PER_FILE = 250;

    @ArchTest
    static final ArchRule taskDependsOnNoOtherPackage =
            only(TASK).because("the domain types and the rules of change must be readable and testable by themselves");

    @ArchTest
    static final ArchRule opencodeUsesOnlyTask =
            only(OPENCODE, TASK).because("it translates between one server and the domain types, and decides nothing");

    @ArchTest
    static final ArchRule settingsUseOnlyTask =
            only(SETTINGS, TASK).because("a setting does not depend on what is done with it");

    @ArchTest
    static final ArchRule ledgerUsesOnlyTaskAndSettings =
            only(LEDGER, TASK, SETTINGS).because("what is written down does not depend on who asks for it");

    @ArchTest
    static final ArchRule onlyTheLedgerUsesSql = noClasses()
            .that()
            .resideOutsideOfPackage(LEDGER)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.sqlite.."))
            .because("the tables can change as long as nobody else knows them");

    @ArchTest
    static final ArchRule engineUsesNoWindow = only(ENGINE, TASK, OPENCODE, SETTINGS, LEDGER)
            .because("the store must be kept up to date with no window open");

    @ArchTest
    static final ArchRule textUsesOnlyTask =
            only(TEXT, TASK).because("a window and a command line describe a task in the same text");

    @ArchTest
    static final ArchRule onlyMainUsesTheUi = only(
                    UI, TASK, OPENCODE, SETTINGS, LEDGER, ENGINE, TEXT, RELEASE, TRACE, PROGRAMS)
            .because("only main opens windows");

    @ArchTest
    static final ArchRule shellUsesOnlyTheEngine = only(SHELL, TASK, ENGINE, TEXT, LEDGER)
            .because("a shell and a window must agree, so commands and windows use the same engine");

    @ArchTest
    static final ArchRule releaseUsesOnlySettings = only(RELEASE, SETTINGS)
            .because("a request to the project’s page has nothing to do with tasks, and sends nothing about them");

    @ArchTest
    static final ArchRule demoUsesNoOtherPackage =
            only(DEMO).because("a server that shares our code would share our mistakes about the wire");

    @ArchTest
    static final ArchRule traceUsesNoOtherPackage = only(TRACE).because("a probe must not change what it measures");

    @ArchTest
    static final ArchRule programsUseOnlyTaskAndSettings =
            only(PROGRAMS, TASK, SETTINGS).because("a program's arguments must be testable with no window around them");

    @ArchTest
    static final ArchRule desktopUsesOnlySettings =
            only(DESKTOP, SETTINGS).because("what surrounds the window does not depend on its content");

    @ArchTest
    static final ArchRule noPackageHasTooManyFiles = classes()
            .should(beInPackagesOfAtMost(FILES_PER_PACKAGE))
            .because("a newcomer finds a class by its package");

    @ArchTest
    static final ArchRule noClassNameIsUsedTwice =
            classes().should(haveUniqueNames()).because("a search for a class by its name must find the right one");

    @ArchTest
    static final ArchRule publicMethodsUsePublicTypesOnly = codeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areTopLevelClasses()
            .should(usePublicTypesOnly())
            .because("what a method returns must be usable wherever the method is");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("taskglass.(**)")
            .should()
            .beFreeOfCycles()
            .because("of two packages in a cycle, neither can be understood or tested without the other");

    @ArchTest
    static final ArchRule noClassNameIsAVagueWord = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Utils?|Helper|Impl)")
            .because("such a name fits anything, so everything ends up in such a class");

    @Test
    void noFileIsTooLong() throws IOException {
        assertThat(tooLong(Path.of("src/main/java"), Path.of("src/test/java"))).isEmpty();
    }

    /** The files that are too long, with the number of their lines. */
    private static Map<Path, Long> tooLong(Path... roots) throws IOException {
        Map<Path, Long> found = new TreeMap<>();
        for (Path root : roots) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file :
                        all.filter(path -> path.toString().endsWith(".java")).toList()) {
                    long lines = Files.readString(file).lines().count();
                    if (lines > LINES_PER_FILE) {
                        found.put(file, lines);
                    }
                }
            }
        }
        return found;
    }

    /** The packages of {@code group} use none of our packages but themselves and {@code allowed}. */
    private static ArchRule only(String group, String... allowed) {
        String[] open = Stream.concat(Stream.of(group), Stream.of(allowed)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(group)
                .should(dependOnClassesThat(resideInAPackage("taskglass..").and(not(resideInAnyPackage(open)))));
    }

    private static ArchCondition<JavaClass> beInPackagesOfAtMost(int files) {
        return new ArchCondition<>("be in packages of at most %d files".formatted(files)) {
            private final Map<String, Set<String>> found = new TreeMap<>();

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                found.computeIfAbsent(item.getPackageName(), name -> new TreeSet<>())
                        .add(topLevel(item).getName());
            }

            @Override
            public void finish(ConditionEvents events) {
                found.forEach((name, classes) -> events.add(new SimpleConditionEvent(
                        name, classes.size() <= files, name + " has " + classes.size() + " files")));
            }
        };
    }

    private static ArchCondition<JavaClass> haveUniqueNames() {
        return new ArchCondition<>("have unique names") {
            private final Map<String, Set<String>> found = new TreeMap<>();

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (item.isTopLevelClass() && !item.getSimpleName().equals("package-info")) {
                    found.computeIfAbsent(item.getSimpleName(), name -> new TreeSet<>())
                            .add(item.getName());
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                found.forEach((name, classes) ->
                        events.add(new SimpleConditionEvent(name, classes.size() == 1, name + " is " + classes)));
            }
        };
    }

    private static ArchCondition<JavaCodeUnit> usePublicTypesOnly() {
        return new ArchCondition<>("use public types only") {
            @Override
            public void check(JavaCodeUnit item, ConditionEvents events) {
                Stream.concat(Stream.of(item.getRawReturnType()), item.getRawParameterTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> type.getPackageName().startsWith("taskglass"))
                        .forEach(type -> events.add(new SimpleConditionEvent(
                                item,
                                type.getModifiers().contains(JavaModifier.PUBLIC),
                                item.getFullName() + " uses " + type.getName())));
            }
        };
    }

    private static JavaClass topLevel(JavaClass item) {
        return item.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(item);
    }
}
