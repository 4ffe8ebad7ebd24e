package taskglass;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who may import whom. A rule that is about nothing fails. */
@AnalyzeClasses(packages = "taskglass", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String TASK = "taskglass.task..";
    private static final String OPENCODE = "taskglass.opencode..";
    private static final String SETTINGS = "taskglass.settings..";
    private static final String ENGINE = "taskglass.engine..";
    private static final String TEXT = "taskglass.text..";
    private static final String UI = "taskglass.ui..";
    private static final String SHELL = "taskglass.shell..";
    private static final String RELEASE = "taskglass.release..";
    private static final String DEMO = "taskglass.demo..";
    private static final String TRACE = "taskglass.trace..";
    private static final String PROGRAMS = "taskglass.programs..";
    private static final String DESKTOP = "taskglass.desktop..";

    /** More than that is a list, and no subject. */
    private static final int FILES_OF_A_PACKAGE = 25;

    @ArchTest
    static final ArchRule taskDependsOnNoOtherPackage = only(TASK)
            .because("the nouns and the rules of change must be readable and testable without anything around them");

    @ArchTest
    static final ArchRule opencodeKnowsOnlyTask =
            only(OPENCODE, TASK).because("it translates between one server and the nouns, and decides nothing");

    @ArchTest
    static final ArchRule settingsKnowOnlyTask =
            only(SETTINGS, TASK).because("what a person chose does not depend on what is done with it");

    @ArchTest
    static final ArchRule engineDoesNotKnowTheWindows =
            only(ENGINE, TASK, OPENCODE, SETTINGS).because("the store must be kept up to date with no window open");

    @ArchTest
    static final ArchRule wordsKnowOnlyTask =
            only(TEXT, TASK).because("a window and a command line say the same of the same task");

    @ArchTest
    static final ArchRule onlyMainIsAboveTheUi = only(
                    UI, TASK, OPENCODE, SETTINGS, ENGINE, TEXT, RELEASE, TRACE, PROGRAMS)
            .because("only main stands above the windows");

    @ArchTest
    static final ArchRule shellAsksOnlyTheEngine = only(SHELL, TASK, ENGINE, TEXT)
            .because("a shell and a window must say the same, so what a command knows comes from the same engine");

    @ArchTest
    static final ArchRule releaseKnowsOnlyWhatWasChosen = only(RELEASE, SETTINGS)
            .because(
                    "what is asked of the project’s page has nothing to do with tasks, and nothing of them goes there");

    @ArchTest
    static final ArchRule demoKnowsOnlyTheWire =
            only(DEMO).because("a server that shares our code would share our mistakes about the wire");

    @ArchTest
    static final ArchRule tracesKnowNothingOfWhatTheyMeasure =
            only(TRACE).because("a probe must not change what it measures");

    @ArchTest
    static final ArchRule programsKnowOnlyTaskAndWhatWasChosen = only(PROGRAMS, TASK, SETTINGS)
            .because("what is started must be readable as a list of arguments, with no window around it");

    @ArchTest
    static final ArchRule theDesktopIsUsedByMainOnly =
            only(DESKTOP, SETTINGS).because("what surrounds the window knows nothing of what is in it");

    @ArchTest
    static final ArchRule noPackageIsALongList = classes()
            .should(comeInPackagesOfAtMost(FILES_OF_A_PACKAGE))
            .because("a newcomer finds a class by its package");

    @ArchTest
    static final ArchRule noNameIsUsedTwice = classes()
            .should(haveANameOfTheirOwn())
            .because("whoever searches for a class by its name finds the right one");

    @ArchTest
    static final ArchRule publicTypesShowPublicTypesOnly = codeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areTopLevelClasses()
            .should(showPublicTypesOnly())
            .because("what a class hands out must be usable where the class is");

    @ArchTest
    static final ArchRule noPackagesNeedEachOther = slices().matching("taskglass.(**)")
            .should()
            .beFreeOfCycles()
            .because("of two that do, neither can be understood or tested without the other");

    @ArchTest
    static final ArchRule machinesAndAgentsReadTheDigitsOfOneLocale = noClasses()
            .should(callMethod(String.class, "formatted", Object[].class))
            .orShould(callMethod(String.class, "format", String.class, Object[].class))
            .because("in Egypt it writes ١٢; what a person reads goes through Texts and Amounts, all else through"
                    + " Locale.ROOT");

    @ArchTest
    static final ArchRule okHttpStaysInOpencode = noClasses()
            .that()
            .resideOutsideOfPackages(OPENCODE, RELEASE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..")
            .because("one package speaks HTTP with servers, so one knows their failures; the project’s page has its"
                    + " own");

    @ArchTest
    static final ArchRule jacksonStaysAtTheBorders = noClasses()
            .that()
            .resideOutsideOfPackages(OPENCODE, SETTINGS, DEMO, SHELL, RELEASE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("JSON is turned into our words where it comes in, and our words into JSON where a script reads"
                    + " them");

    @ArchTest
    static final ArchRule oshiStaysInDiscovery = noClasses()
            .that()
            .resideOutsideOfPackage("taskglass.opencode.discovery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("oshi..", "com.sun.jna..", "javax.jmdns..")
            .because("what the operating system tells is heavy to ask, and only those who look for servers need it");

    @ArchTest
    static final ArchRule theBusStaysWithTheDock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("taskglass.desktop.Dock")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.freedesktop..")
            .because("what else there is to tell the desktop goes through JavaFX");

    @ArchTest
    static final ArchRule theKeychainStaysInSettings = noClasses()
            .that()
            .resideOutsideOfPackage(SETTINGS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.javakeyring..")
            .because("whoever reads where a password goes must find all of it in one package");

    @ArchTest
    static final ArchRule nounsWordsWireAndShellRunWithoutJavaFx = noClasses()
            .that()
            .resideInAnyPackage(TASK, OPENCODE, TEXT, SHELL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("a machine without a display has no use for it; only the engine’s poller needs its thread");

    @ArchTest
    static final ArchRule engineUsesOnlyTheInvisiblePartOfJavaFx = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should(dependOnClassesThat(resideInAPackage("javafx..")
                    .and(not(resideInAnyPackage(
                            "javafx.concurrent..", "javafx.beans..", "javafx.collections..", "javafx.event..")))
                    .and(not(name("javafx.util.Duration")))))
            .because("the engine schedules and publishes, it shows nothing");

    @ArchTest
    static final ArchRule onlyDesktopAndItsAbsenceTouchThePlatform = noClasses()
            .that()
            .haveNameNotMatching(classAndItsNested("taskglass.ui.window.DesktopAccess"))
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.desktop.HeadlessFxThread"))
            .and()
            .doNotHaveFullyQualifiedName(
                    "taskglass.ui.table.cell.FrameTurns") // asks for the next frame, and crosses no thread
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform")
            .because("runLater in many classes hides who crosses to the JavaFX thread; the others are handed an"
                    + " Executor");

    @ArchTest
    static final ArchRule threadsStartInFewPlaces = noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE)
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.Taskglass"))
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.opencode.EventStream"))
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.opencode.local.LocalServer"))
            .and()
            .haveNameNotMatching(classAndItsNested("taskglass.demo.Demo"))
            .should(
                    dependOnClassesThat(
                            nameMatching(
                                    "java\\.util\\.concurrent\\."
                                        + "(Executors|\\w*ExecutorService|\\w+Executor|ForkJoin\\w+|ThreadFactory|StructuredTaskScope)(\\$.*)?")))
            .orShould(dependOnClassesThat(nameMatching("java\\.util\\.Timer(Task)?")))
            .orShould(callConstructorWhere(target(owner(assignableTo(Thread.class)))))
            .orShould(callMethodWhere(target(owner(assignableTo(Thread.class)))
                    .and(target(nameMatching("ofVirtual|ofPlatform|startVirtualThread")))))
            .orShould(callMethod(CompletableFuture.class, "runAsync", Runnable.class))
            .orShould(callMethod(CompletableFuture.class, "supplyAsync", Supplier.class))
            .because("whoever reads about threads must find them all; a plain Executor may be handed in anywhere, and"
                    + " the demo, a server of its own, has its threads in one class");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Utils?|Helper|Impl)")
            .because("such a name fits anything, so everything ends up there");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackages("taskglass", DESKTOP)
            .should(accessField(System.class, "out"))
            .orShould(accessField(System.class, "err"))
            .because("a window has no terminal: what goes wrong is logged or shown");

    @ArchTest
    static final ArchRule nobodyPrintsAStackTrace = noClasses()
            .should(callMethodWhere(target(name("printStackTrace")).and(target(owner(assignableTo(Throwable.class))))))
            .because("an error is wrapped at the border and logged once where it stops");

    /** The packages of {@code group} depend on none of ours but themselves and {@code allowed}. */
    private static ArchRule only(String group, String... allowed) {
        String[] open = Stream.concat(Stream.of(group), Stream.of(allowed)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(group)
                .should(dependOnClassesThat(resideInAPackage("taskglass..").and(not(resideInAnyPackage(open)))));
    }

    private static ArchCondition<JavaClass> comeInPackagesOfAtMost(int files) {
        return new ArchCondition<>("come in packages of at most %d files".formatted(files)) {
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

    private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
        return new ArchCondition<>("have a name of their own") {
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

    private static ArchCondition<JavaCodeUnit> showPublicTypesOnly() {
        return new ArchCondition<>("show public types only") {
            @Override
            public void check(JavaCodeUnit item, ConditionEvents events) {
                Stream.concat(Stream.of(item.getRawReturnType()), item.getRawParameterTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> type.getPackageName().startsWith("taskglass"))
                        .forEach(type -> events.add(new SimpleConditionEvent(
                                item,
                                type.getModifiers().contains(JavaModifier.PUBLIC),
                                item.getFullName() + " shows " + type.getName())));
            }
        };
    }

    private static JavaClass topLevel(JavaClass item) {
        return item.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(item);
    }

    private static String classAndItsNested(String name) {
        return name.replace(".", "\\.") + "(\\$.*)?";
    }
}
